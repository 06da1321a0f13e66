"""Which documents trace back to one, and by which steps.

The search goes from the target against the edges, one breadth at a time, so that a hub costs as many steps as it
has edges and not as many as it has paths.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from cypher import pages
from cypher.documents import read_summaries
from cypher.edges import Edge, edges_into, read_hops
from cypher.results import DocumentSummary, Trace, TraceResult
from cypher.simple_paths import Allowance, Path, SimplePaths
from cypher.transactions import Statements
from loaders.records import LEVELS

_LOCAL: Final = LEVELS[1:]
_Order: TypeAlias = tuple[int, int, bool, str, str]
"""Where a result stands; the last part is the id of its document."""


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
    province: str | None = None
    issued_from: str | None = None
    """First date of issue, ISO; partial dates compare by what they state."""
    issued_to: str | None = None
    page: pages.Wanted | None = None
    """Which part of the results; None for all."""


def trace(statements: Statements, target: DocumentSummary, wanted: Wanted) -> Trace:
    """The documents with a path to the target."""
    steps = _Steps(statements, target.id, wanted)
    summaries = read_summaries(statements, steps.nearest)
    passing = [one for one in summaries.values() if _passes(one, wanted)]
    chosen = {one.id: one for one in passing if one.level in (wanted.levels or _LOCAL)}
    paths = {id_: steps.shortest(id_) for id_ in chosen}
    order = sorted(_order(one, len(paths[one.id])) for one in chosen.values())
    shown, after_key = _part(order, wanted.page)
    ways = steps.all_paths([id_ for *_, id_ in shown]) if wanted.all_paths else {}
    used = {step for *_, id_ in shown for step in paths[id_]}
    used.update(step for several, _ in ways.values() for path in several for step in path)
    hops = read_hops(statements, used)
    results = []
    for *_, id_ in shown:
        several, truncated = ways.get(id_, (None, None))
        results.append(
            TraceResult(
                document=chosen[id_],
                hops=tuple(hops[step] for step in paths[id_]),
                paths=None if several is None else tuple(tuple(hops[step] for step in path) for path in several),
                truncated=truncated,
            )
        )
    total = len(order) if wanted.page and wanted.page.total else None
    return Trace(target, tuple(results), sum(one.level is None for one in passing), next=after_key, total=total)


def _part(order: list[_Order], page: pages.Wanted | None) -> tuple[list[_Order], pages.Key | None]:
    """The part of the order that is wanted, and the key to go on after."""
    if page is None:
        return order, None
    start = bisect_right(order, page.after) if page.after else 0
    shown = order[start : start + page.limit]
    return shown, shown[-1] if start + page.limit < len(order) else None


class _Steps:
    """The edges that lead to a target within some hops."""

    def __init__(self, statements: Statements, target: str, wanted: Wanted) -> None:
        self._target = target
        self._hops = wanted.hops
        self._rank = {relation: rank for rank, relation in enumerate(wanted.relations)}
        self.nearest: dict[str, Edge] = {}
        """Id -> the first step of a shortest path; of several that of the relation named first, then the lesser id."""
        self._from: defaultdict[str, list[Edge]] = defaultdict(list)
        self._distance = {target: 0}
        border = [target]
        for distance in range(1, wanted.hops + 1):
            found: dict[str, Edge] = {}
            for step in sorted(edges_into(statements, border, self._rank), key=self._by_rank):
                self._from[step.origin].append(step)
                if step.origin not in self._distance:
                    found.setdefault(step.origin, step)
            self.nearest |= found
            self._distance |= dict.fromkeys(found, distance)
            border = sorted(found)
            if not border:
                break

    def _by_rank(self, step: Edge) -> tuple[int, str]:
        return self._rank[step.relation], step.target

    def shortest(self, origin: str) -> Path:
        """The steps of a shortest path to the target."""
        path = []
        while origin != self._target:
            step = self.nearest[origin]
            path.append(step)
            origin = step.target
        return tuple(path)

    def all_paths(self, origins: Iterable[str]) -> dict[str, tuple[tuple[Path, ...], bool]]:
        """Origin -> its simple paths to the target within the hops, shortest first, and whether some may be left out.

        Each has its shortest path, however little could be spent on it.
        """
        edges = {origin: sorted(steps, key=self._by_rank) for origin, steps in self._from.items()}
        paths, left = SimplePaths(self._target, self._hops, edges, self._distance), Allowance()
        ways = {}
        for origin in origins:
            found, truncated = paths.find(origin, left)
            ways[origin] = found or (self.shortest(origin),), truncated
        return ways


def _passes(document: DocumentSummary, wanted: Wanted) -> bool:
    return (
        (not wanted.types or document.type in wanted.types)
        and wanted.held in (None, document.held)
        and wanted.province in (None, document.province)
        and (wanted.issued_from is None or (document.date or "") >= wanted.issued_from)
        and (wanted.issued_to is None or (document.date is not None and document.date <= f"{wanted.issued_to}~"))
    )


def _order(document: DocumentSummary, hops: int) -> _Order:
    """By hops, level, date (the unknown last) and id."""
    level = LEVELS.index(document.level) if document.level in LEVELS else len(LEVELS)
    return hops, level, document.date is None, document.date or "", document.id
