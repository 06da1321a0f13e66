"""Speed of the whole extraction on one core, in MB of UTF-8 a second, beside eyecite and one plain regular expression.

    python -m bench.extract [../shared/samples ../shared/corpus]

All are run in the same process, in turn, for several rounds, and the best of each is printed, in user time of the
processor: other programs disturb it least. Then comes what each stage takes, in ms a MB.
eyecite (package `eyecite`, not a dependency) reads English text of the same length as the first files; it is left
out, saying so, where it is not installed.
"""

import argparse
import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType

from loaders import citations, extraction
from loaders.reading import read_file

SHARED = Path(__file__).parent.parent.parent / "shared"
PLAIN = re.compile(r"[0-9]+(?:/[0-9]{4})?[/-][A-ZĐ][A-ZĐ0-9&-]*")
ENGLISH = (
    "The court relied on Marbury v. Madison, 5 U.S. 137 (1803), and on Brown v. Board of Education, 347 U.S. 483 "
    "(1954). The plaintiff, who lived in the county where the contract was made, asked for relief under the statute. "
    "Id. at 490. It was decided that the lower court had read the record too narrowly, and the case was sent back. "
)
_ENGLISH_FILES = 10
STAGES = (
    ("normalise", extraction, "normalise"),
    ("header", extraction, "read_header"),
    ("home", extraction, "home_of"),
    ("citations", extraction, "find_citations"),
    ("  mentions", citations, "find_mentions"),
    ("  relations", citations, "find_relations"),
    ("  fuller mentions", citations, "find_fuller"),
    ("  completion", citations, "complete"),
    ("  defects", citations, "find_defects"),
    ("  pinpoints", citations, "find_pinpoint"),
    ("outline", extraction, "read_outline"),
    ("tasks", extraction, "find_tasks"),
    ("recipients", extraction, "find_recipients"),
)
"""Name, and where the function of the stage is looked up when it is called; indented: a part of the one above."""


def user_time() -> float:
    """Seconds of the processor that this process has used outside the system."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """User time of reading all of `texts`."""
    start = user_time()
    for text in texts:
        read(text)
    return user_time() - start


def megabytes(texts: Sequence[str]) -> float:
    """The size of all of `texts` in MB of UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


def extract(text: str) -> object:
    """The record of a text of no particular source."""
    return extraction.extract_document(text, "bench")


@contextmanager
def timed(module: ModuleType, name: str, spent: dict[str, float], stage: str) -> Iterator[None]:
    """While it lasts, `spent[stage]` grows by what each call of the function takes."""
    function = getattr(module, name)

    def call(*arguments: object) -> object:
        start = time.process_time()  # finer than user time, which the system counts in ticks
        try:
            return function(*arguments)
        finally:
            spent[stage] += time.process_time() - start

    setattr(module, name, call)
    try:
        yield
    finally:
        setattr(module, name, function)


def stage_times(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Seconds that each stage takes for all of `texts`, and "whole extraction", in the best of several rounds."""
    tables = []
    for _ in range(rounds):
        spent = dict.fromkeys((stage for stage, _, _ in STAGES), 0.0)
        with ExitStack() as timers:
            for stage, module, name in STAGES:
                timers.enter_context(timed(module, name, spent, stage))
            start = time.process_time()
            seconds(extract, texts)
            tables.append(spent | {"whole extraction": time.process_time() - start})
    return min(tables, key=lambda table: table["whole extraction"])


def find_peer() -> Callable[[str], object] | None:
    """What eyecite calls on a text, or None where it is not installed."""
    try:
        from eyecite import get_citations
    except ImportError:
        return None
    return lambda text: get_citations(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[SHARED / "samples", SHARED / "corpus"])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    texts = [read_file(path) for folder in arguments.folders for path in sorted(folder.glob("*.txt"))]
    english = [ENGLISH * (len(text) // len(ENGLISH) + 1) for text in texts[:_ENGLISH_FILES]]
    runs: dict[str, tuple[Callable[[str], object], Sequence[str]]] = {
        "whole extraction": (extract, texts),
        "one plain expression": (PLAIN.findall, texts),
    }
    if peer := find_peer():
        runs["eyecite, English"] = (peer, english)
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(arguments.rounds):
        for name, (read, of) in runs.items():
            best[name] = min(best[name], seconds(read, of))
    size = megabytes(texts)
    print(f"{len(texts)} files, {size:.2f} MB")
    rates = {name: megabytes(of) / best[name] for name, (_, of) in runs.items()}
    for name, rate in rates.items():
        print(f"{name:22}{rate:8.2f} MB/s   (extraction is {rates['whole extraction'] / rate:.3g} x)")
    if peer is None:
        print("eyecite               not installed (pip install eyecite)")
    print(f"\n{'stage':22}{'ms a MB':>8}")
    times = stage_times(texts, arguments.rounds)
    whole = times.pop("whole extraction")
    rest = whole - sum(spent for stage, spent in times.items() if not stage.startswith(" "))
    for stage, spent in [*times.items(), ("the rest", rest), ("whole extraction", whole)]:
        print(f"{stage:22}{spent / size * 1e3:8.1f}")


if __name__ == "__main__":
    main()
