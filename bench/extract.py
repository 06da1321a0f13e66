"""Speed of the whole extraction on one core, in MB of UTF-8 a second, beside eyecite and one plain regular expression.

    python -m bench.extract [../shared/samples ../shared/corpus]

All are run in the same process, in turn, and the best of several rounds is printed. eyecite (package `eyecite`,
not a dependency) reads English text of the same length; it is left out, saying so, where it is not installed.
"""

import argparse
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from loaders.extraction import extract_document
from loaders.reading import read_file

SHARED = Path(__file__).parent.parent.parent / "shared"
PLAIN = re.compile(r"[0-9]+(?:/[0-9]{4})?[/-][A-ZĐ][A-ZĐ0-9&-]*")
ENGLISH = (
    "The court relied on Marbury v. Madison, 5 U.S. 137 (1803), and on Brown v. Board of Education, 347 U.S. 483 "
    "(1954). The plaintiff, who lived in the county where the contract was made, asked for relief under the statute. "
    "Id. at 490. It was decided that the lower court had read the record too narrowly, and the case was sent back. "
)


def megabytes_a_second(read: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    """The best rate of several rounds over `texts`."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - start)
    return size / best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[SHARED / "samples", SHARED / "corpus"])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    texts = [read_file(path) for folder in arguments.folders for path in sorted(folder.glob("*.txt"))]
    rate = megabytes_a_second(lambda text: extract_document(text, "bench"), texts, arguments.rounds)
    plain = megabytes_a_second(lambda text: PLAIN.findall(text), texts, arguments.rounds)
    print(f"{len(texts)} files, {sum(len(t.encode()) for t in texts) / 1e6:.2f} MB")
    print(f"whole extraction      {rate:8.2f} MB/s")
    print(f"one plain expression  {plain:8.2f} MB/s")
    try:
        from eyecite import get_citations
    except ImportError:
        print("eyecite               not installed (pip install eyecite)")
        return
    english = [ENGLISH * (len(text) // len(ENGLISH) + 1) for text in texts[:10]]
    peer = megabytes_a_second(lambda text: get_citations(text), english, 1)
    print(f"eyecite, English      {peer:8.2f} MB/s   (extraction is {rate / peer:.0f} x)")


if __name__ == "__main__":
    main()
