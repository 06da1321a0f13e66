"""Which documents trace back to one, and by which steps.

The search goes from the target against the edges, one breadth at a time, so that a hub costs as many steps as it
has edges and not as many as it has paths.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cypher.documents import read_summaries
from cypher.errors import UnknownDocumentIdError
from cypher.results import DocumentSummary, Evidence, Hop, Trace, TraceResult
from cypher.transactions import Statements
from loaders.records import LEVELS

_LOCAL: Final = LEVELS[1:]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paths are followed and which documents are given; empty tuples and None let everything pass."""

    relations: tuple[str, ...]
    levels: tuple[str, ...]
    """Empty: every level below the central one."""
    types: tuple[str, ...]
    held: bool | None
    hops: int
    all_paths: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """A typed edge."""

    origin: str
    relation: str
    target: str

    @property
    def key(self) -> str:
        return f"{self.origin}|{self.relation}|{self.target}"


def trace(statements: Statements, target_id: str, wanted: Wanted) -> Trace:
    """The documents with a path to the target. Raises `UnknownDocumentIdError`."""
    target = read_summaries(statements, [target_id]).get(target_id)
    if target is None:
        raise UnknownDocumentIdError(target_id)
    steps = _Steps(statements, target_id, wanted)
    summaries = read_summaries(statements, steps.nearest)
    passing = [one for one in summaries.values() if _passes(one, wanted)]
    chosen = [one for one in passing if one.level in (wanted.levels or _LOCAL)]
    paths = {one.id: steps.shortest(one.id) for one in chosen}
    chosen.sort(key=lambda one: _order(one, len(paths[one.id])))
    ways = {one.id: steps.all_paths(one.id) for one in chosen} if wanted.all_paths else None
    used = {step for path in paths.values() for step in path}
    used.update(step for several in (ways or {}).values() for path in several for step in path)
    hops = _read_hops(statements, used)
    results = tuple(
        TraceResult(
            document=one,
            hops=tuple(hops[step] for step in paths[one.id]),
            paths=tuple(tuple(hops[step] for step in path) for path in ways[one.id]) if ways is not None else None,
        )
        for one in chosen
    )
    return Trace(target, results, unknown_level=sum(one.level is None for one in passing))


class _Steps:
    """The edges that lead to a target within some hops."""

    def __init__(self, statements: Statements, target: str, wanted: Wanted) -> None:
        self._target = target
        self._hops = wanted.hops
        self._rank = {relation: rank for rank, relation in enumerate(wanted.relations)}
        self.nearest: dict[str, _Step] = {}
        """Id -> the first step of a shortest path; of several that of the relation named first, then the lesser id."""
        self._from: defaultdict[str, list[_Step]] = defaultdict(list)
        reached, border = {target}, [target]
        for _ in range(wanted.hops):
            rows = statements.find("read/edges_into", "ids", border, relations=list(self._rank))
            found: dict[str, _Step] = {}
            steps = [_Step(origin, row["relation"], row["target"]) for row in rows for origin in row["origins"]]
            for step in sorted(steps, key=self._by_rank):
                self._from[step.origin].append(step)
                if step.origin not in reached:
                    found.setdefault(step.origin, step)
            self.nearest |= found
            reached |= found.keys()
            border = sorted(found)
            if not border:
                break

    def _by_rank(self, step: _Step) -> tuple[int, str]:
        return self._rank[step.relation], step.target

    def shortest(self, origin: str) -> tuple[_Step, ...]:
        """The steps of a shortest path to the target."""
        path = []
        while origin != self._target:
            step = self.nearest[origin]
            path.append(step)
            origin = step.target
        return tuple(path)

    def all_paths(self, origin: str) -> list[tuple[_Step, ...]]:
        """Every simple path to the target within the hops, shortest first."""
        paths = list(self._walk(origin, (), {origin}))
        return sorted(paths, key=lambda path: (len(path), [self._by_rank(step) for step in path]))

    def _walk(self, origin: str, path: tuple[_Step, ...], passed: set[str]) -> Iterator[tuple[_Step, ...]]:
        if origin == self._target:
            yield path
        elif len(path) < self._hops:
            for step in self._from[origin]:
                if step.target not in passed:
                    yield from self._walk(step.target, (*path, step), passed | {step.target})


def _passes(document: DocumentSummary, wanted: Wanted) -> bool:
    return (not wanted.types or document.type in wanted.types) and wanted.held in (None, document.held)


def _order(document: DocumentSummary, hops: int) -> tuple[int, int, bool, str, str]:
    """By hops, level, date (the unknown last) and id."""
    level = LEVELS.index(document.level) if document.level in LEVELS else len(LEVELS)
    return hops, level, document.date is None, document.date or "", document.id


def _read_hops(statements: Statements, steps: Iterable[_Step]) -> Mapping[_Step, Hop]:
    used = {step.key: step for step in steps}
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for chunk in statements.find("read/evidence", "edges", sorted(used)):
        for edge, *values in chunk["citations"]:
            evidence[edge].append(Evidence(*values))
    return {step: Hop(step.origin, step.relation, step.target, tuple(evidence[key])) for key, step in used.items()}
