"""How long search and suggestions take over many documents, in one process that asks one question after another.

    python -m bench.search [--documents 100000] [--repeats 20]

The documents are made up: titles of the words that titles of plans have, numbers that come again, and citations as
unequal as real ones.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from neo4j import Driver, GraphDatabase

from cypher import local_server
from cypher.pages import Wanted
from cypher.results import DocumentFilters
from cypher.store import Store

_TYPES: Final = (("Kế hoạch", "KH"), ("Quyết định", "QĐ"), ("Nghị quyết", "NQ"), ("Thông tư", "TT"))
_SYMBOLS: Final = ("UBND", "CP", "BGDĐT", "SGDĐT", "HĐND", "TTg", "BTC", "SYT")
_PLACES: Final = ("Bến Tre", "Lạng Sơn", "Hòa Bình", "Bắc Giang", "An Giang", "Cà Mau", "Đắk Lắk", "Hà Giang", "Sơn La")
_WORDS: Final = """
    triển khai thực hiện nghị quyết kế hoạch giáo dục đào tạo phổ thông chương trình sách giáo khoa đổi mới phát triển
    kinh tế xã hội năm học tăng cường quản lý nhà nước công tác phòng chống dịch bệnh y tế cơ sở hạ tầng giao thông
    nông thôn mới chuyển đổi số cải cách hành chính ngân sách đầu tư công đất đai môi trường văn hóa du lịch thể thao
    an toàn thực phẩm bảo hiểm lao động việc làm trẻ em người cao tuổi dân tộc tôn giáo quốc phòng an ninh
"""
_SEARCHES: Final = """
    32 nq cp
    ke hoach
    kế hoạch giáo dục phổ thông bến tre
    đổi mới chương trình sách giáo khoa
    nghị quyết 32/NQ-CP năm 2024
    an toàn thực phẩm
    y tế cơ sở lạng sơn
    không có chữ nào
"""
_TYPED: Final = """
    3
    32
    32/n
    gi
    giáo d
    ke hoach gi
    nghị quyết 32
    đổi mới chương tr
"""
_BATCH: Final = 10_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            with local_server.using(Path(folder)) as address:
                auth = (address.username, address.password)
                with (
                    Store(address.uri, *auth, address.database) as store,
                    GraphDatabase.driver(address.uri, auth=auth) as driver,
                ):
                    store.ensure_schema()
                    _fill(driver, address.database, arguments.documents)
                    for words, ask in _questions(store):
                        print(f"{words:50} {_timed(ask, arguments.repeats)}", flush=True)
        finally:
            local_server.stop(Path(folder))


def _questions(store: Store) -> Iterator[tuple[str, Callable[[], Any]]]:
    local = DocumentFilters(level="province", year=2024)
    part = Wanted(20, total=True)
    for words in _lines(_SEARCHES):
        yield f"search: {words}", partial(store.search_documents, words, None, part)
        yield f"search, of a level and year: {words}", partial(store.search_documents, words, local, part)
    for typed in _lines(_TYPED):
        yield f"suggest: {typed}", partial(store.suggest_documents, typed)


def _timed(ask: Callable[[], Any], repeats: int) -> str:
    """Median and slowest of the repeats, after two to warm up."""
    ask()
    found = ask()
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        ask()
        times.append(1000 * (time.perf_counter() - begin))
    count = found.total if hasattr(found, "total") else len(found)
    return f"{statistics.median(times):7.1f} ms  (slowest {max(times):6.1f})  {count} found"


def _fill(driver: Driver, database: str, documents: int) -> None:
    """Documents, and twice as many citations of them."""
    chance = random.Random(1)
    words = _WORDS.split()
    for start in range(0, documents, _BATCH):
        rows = [_document(chance, at, words) for at in range(start, min(start + _BATCH, documents))]
        driver.execute_query("UNWIND $rows AS row CREATE (d:Document) SET d = row", rows=rows, database_=database)
    for _ in range(0, 2 * documents, _BATCH):
        driver.execute_query(
            "UNWIND $rows AS row MATCH (d:Document {id: row}) CREATE (:Citation)-[:REFERS_TO]->(d)",
            rows=[f"vn:{int(documents * chance.random() ** 4)}" for _ in range(_BATCH)],
            database_=database,
        )


def _document(chance: random.Random, at: int, words: list[str]) -> dict[str, Any]:
    type_, code = chance.choice(_TYPES)
    number, symbol = str(int(1 + 6000 * chance.random() ** 3)), f"{code}-{chance.choice(_SYMBOLS)}"
    year = chance.randrange(2010, 2026)
    return {
        "id": f"vn:{at}",
        "type": type_,
        "number": number,
        "symbol": symbol,
        "code": f"{number}/{symbol}",
        "number_key": f"{number}{symbol.lower().replace('-', '').replace('đ', 'd')}",
        "title": " ".join(chance.choice(words) for _ in range(chance.randrange(6, 30))),
        "level": chance.choice(("central", "province", "district")),
        "province": chance.choice(_PLACES),
        "year": year,
        "date": f"{year}-01-01",
        "held": True,
        "open": False,
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


if __name__ == "__main__":
    main()
