"""Paths to one document in which no document comes twice: the shortest first, and no more than can be shown.

Their number grows with the power of the hops, so they are walked one length at a time and given up in time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from cypher.edges import Edge

Path: TypeAlias = tuple[Edge, ...]
_PATHS_OF_ONE: Final = 100
_PATHS: Final = 2_000
_STEPS: Final = 100_000


@dataclass(slots=True)
class Allowance:
    """What may still be spent on the paths of one answer."""

    paths: int = _PATHS
    steps: int = _STEPS
    """Edges that are tried: most may lead to documents that were passed already, and to no path."""


class SimplePaths:
    """The simple paths to `target` over the edges that lead to it within some hops."""

    def __init__(
        self, target: str, hops: int, edges_from: Mapping[str, Sequence[Edge]], distance: Mapping[str, int]
    ) -> None:
        """`edges_from` holds the edges of each document in the order in which paths are given; `distance` is that
        of each document to the target."""
        self._target = target
        self._hops = hops
        self._edges_from = edges_from
        self._distance = distance

    def find(self, origin: str, left: Allowance) -> tuple[tuple[Path, ...], bool]:
        """Paths from a document, at most a hundred, shortest first; and whether some may be left out.

        What they cost is taken from `left`.
        """
        most = min(_PATHS_OF_ONE, left.paths)
        found = tuple(islice(self._by_length(origin, left), most + 1))
        left.paths -= len(found[:most])
        return found[:most], len(found) > most or left.steps <= 0

    def _by_length(self, origin: str, left: Allowance) -> Iterator[Path]:
        for length in range(self._distance[origin], self._hops + 1):
            yield from self._walk(origin, length, (), frozenset({origin}), left)

    def _walk(self, origin: str, length: int, path: Path, passed: frozenset[str], left: Allowance) -> Iterator[Path]:
        """The paths that go on from `path` with exactly so many steps."""
        for step in self._edges_from[origin]:
            if left.steps <= 0:
                return
            left.steps -= 1
            further = step.target
            if further == self._target:
                if length == 1:
                    yield (*path, step)
            elif further not in passed and self._distance[further] < length:
                yield from self._walk(further, length - 1, (*path, step), passed | {further}, left)
