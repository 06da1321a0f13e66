"""The five real documents in the graph."""

from pathlib import Path

from cypher.store import Store
from loaders.extraction import extract_document
from loaders.normalise import squeeze
from loaders.reading import read_file
from tests.cypher.graph_dump import Graph


def test_the_cascade_of_the_real_documents(store: Store, graph: Graph, shared: Path) -> None:
    files = sorted((shared / "samples").glob("*.txt"))
    records = [extract_document(read_file(file), file.name) for file in files]
    texts = {record.source: record.text for record in records}
    list(store.put_many(records))
    expected = graph.dump()
    (target,) = store.find_documents("32/NQ-CP")
    trace = store.trace(target.id, all_paths=True)
    found = {
        (one.document.code, one.document.issuer and one.document.issuer.name, one.document.held)
        for one in trace.results
    }
    assert found == {
        (None, "Sở Giáo dục và Đào tạo tỉnh Bến Tre", True),
        (None, "Ủy ban nhân dân huyện Cao Lộc", True),
        ("5798/KH-UBND", "Ủy ban nhân dân tỉnh Bến Tre", False),
        ("100/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", False),
    }
    assert len(trace.results) == 4
    (district,) = (one for one in trace.results if one.document.level == "district")
    assert [len(path) for path in district.paths or ()] == [1, 2]
    for result in trace.results:
        for hop in result.hops:
            assert hop.evidence
            for one in hop.evidence:
                assert squeeze(texts[one.source][one.start : one.end]) == one.quote
    graph.wipe()
    for record in reversed(records):
        store.put(record)
    assert graph.dump() == expected
