"""The shortest ways from one document to another along typed edges."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from cypher.edges import Edge, edges_from, read_hops
from cypher.results import Hop
from cypher.transactions import Statements


def shortest_paths(
    statements: Statements, origin: str, target: str, relations: Sequence[str], hops: int, limit: int
) -> tuple[tuple[Hop, ...], ...]:
    """The shortest paths of at most `hops` steps, at most `limit` of them; none where nothing leads there.

    The search follows the edges from `origin`: a document rests on some dozens of others, while a law may have a
    hundred thousand that rest on it.
    """
    into: defaultdict[str, list[Edge]] = defaultdict(list)
    depths, border = {origin: 0}, [origin]
    for depth in range(1, hops + 1):
        if target in depths or not border:
            break
        found = set()
        for edge in sorted(edges_from(statements, border, relations)):
            if depths.get(edge.target, depth) == depth:
                into[edge.target].append(edge)
                found.add(edge.target)
        depths |= dict.fromkeys(found, depth)
        border = sorted(found)
    if origin == target or target not in depths:
        return ()
    paths = list(islice(_walk(into, origin, target), limit))
    steps = read_hops(statements, {edge for path in paths for edge in path})
    return tuple(tuple(steps[edge] for edge in path) for path in paths)


def _walk(into: Mapping[str, Sequence[Edge]], origin: str, target: str) -> Iterator[tuple[Edge, ...]]:
    if target == origin:
        yield ()
        return
    for edge in into[target]:
        for path in _walk(into, origin, edge.origin):
            yield (*path, edge)
