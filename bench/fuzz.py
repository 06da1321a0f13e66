"""Coverage-guided fuzzing of numbers, dates, citations and the whole extraction, for a given time.

    python -m bench.fuzz --seconds 240                                 # every target in turn, sharing the time
    python -m bench.fuzz --target extraction --seconds 60
    python -m bench.fuzz --target extraction --input .fuzz/crash-...   # once more, on one input

Needs atheris, which is no dependency of the project: pip install atheris. What is found is kept in `.fuzz/`, so that
a later run goes on from there; an input that breaks a target is written there too, and the exit status is 1.
"""

import argparse
import importlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent
FOUND = ROOT / ".fuzz"
ISO_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
LONGEST = 4096


def fuzz_numbers(data: bytes) -> None:
    """Numbers are found in order inside the text, and one that is found is a number on its own."""
    numbers, errors = _loaders("numbers"), _loaders("errors")
    text = data.decode("utf-8", "ignore")
    last = 0
    for start, end, number in numbers.find_document_numbers(text):
        assert last <= start < end <= len(text), (start, end)
        assert number.code, text[start:end]
        assert numbers.parse_document_number(text[start:end]).code == number.code, text[start:end]
        last = end
    try:
        assert numbers.parse_document_number(text).symbol
    except errors.NumberFormatError:
        return


def fuzz_dates(data: bytes) -> None:
    """Dates are found in order inside the text, in ISO form."""
    dates = _loaders("dates")
    text = data.decode("utf-8", "ignore")
    last = 0
    for start, end, iso in dates.find_dates(text):
        assert last <= start < end <= len(text), (start, end)
        assert ISO_DATE.fullmatch(iso), iso
        assert dates.match_date(text, start) == (end, iso), text[start:end]
        last = end
    assert (dates.parse_date(text) is None) == (last == 0)


def fuzz_citations(data: bytes) -> None:
    """A sentence gives citations whose quotes stand at their places in it."""
    citations, normalise = _loaders("citations"), _loaders("normalise")
    text = data.decode("utf-8", "ignore")
    header = _loaders("records").Header()
    home = _loaders("bodies").EMPTY_HOME
    normalised = normalise.normalise(text)
    for citation in citations.find_citations(normalised, text, header, home):
        start, end = normalised.original_span(citation.start, citation.end)
        assert 0 <= start < end <= len(text), (start, end)
        assert normalise.squeeze(text[start:end]) == citation.quote, citation


def fuzz_extraction(data: bytes) -> None:
    """The bytes of a file give a sound record or an error of ours."""
    errors, reading = _loaders("errors"), _loaders("reading")
    checks = importlib.import_module("tests.loaders.record_checks")
    try:
        checks.check_text(reading.decode(data, "fuzz"))
    except errors.LoaderError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "numbers": fuzz_numbers,
    "dates": fuzz_dates,
    "citations": fuzz_citations,
    "extraction": fuzz_extraction,
}


def _loaders(name: str) -> ModuleType:
    return importlib.import_module(f"loaders.{name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--target", choices=TARGETS, help="one of them; without it all in turn")
    parser.add_argument("--input", type=Path, help="run the target on this file only")
    arguments = parser.parse_args()
    if arguments.input:
        TARGETS[arguments.target or "extraction"](arguments.input.read_bytes())
        return 0
    if arguments.target:
        return fuzz(arguments.target, arguments.seconds)
    failed = [name for name in TARGETS if not _holds(name, max(1, arguments.seconds // len(TARGETS)))]
    print(f"broken: {', '.join(failed)}" if failed else f"nothing found in {arguments.seconds} s")
    return 1 if failed else 0


def _holds(name: str, seconds: int) -> bool:
    """Whether a target ran for so long in a process of its own without breaking; says what broke it."""
    command = [sys.executable, "-m", "bench.fuzz", "--target", name, "--seconds", str(seconds)]
    done = subprocess.run(command, cwd=ROOT, check=False, stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
    runs = re.search(r"Done ([0-9]+) runs", done.stderr)
    print(f"{name}: {runs[1] if runs else 'broken in'} runs", flush=True)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "# Uses:" not in line and "INFO" not in line]
        print("\n".join(lines[-30:]), file=sys.stderr)
    return done.returncode == 0


def fuzz(name: str, seconds: int) -> int:
    """Never returns when fuzzing goes well: libFuzzer ends the process."""
    try:
        import atheris
    except ImportError:
        print("atheris is not installed: pip install atheris", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["loaders", "tests"], enable_loader_override=False):
        for module in ("extraction", "citations", "dates", "numbers", "bodies", "reading"):
            _loaders(module)
        importlib.import_module("tests.loaders.record_checks")
    corpus = FOUND / name
    corpus.mkdir(parents=True, exist_ok=True)
    write_seeds(corpus)
    words = FOUND / "words.dict"
    words.write_text("\n".join(dictionary()), encoding="ascii")
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-dict={words}", f"-artifact_prefix={FOUND}/"]
    atheris.Setup([sys.argv[0], *options, "-timeout=20", "-rss_limit_mb=2048", str(corpus)], TARGETS[name])
    atheris.Fuzz()
    return 0


def write_seeds(corpus: Path) -> None:
    """Puts the pieces of pages, and the illustrations, where fuzzing begins."""
    pieces = importlib.import_module("tests.loaders.page_pieces")
    texts = (*pieces.LETTERHEADS, *pieces.ISSUING_LINES, *pieces.TITLES, *pieces.GROUNDS, *pieces.SENTENCES)
    for index, text in enumerate((*texts, *pieces.CLOSINGS)):
        (corpus / f"piece-{index}").write_text(text, encoding="utf-8")
    for path in sorted((ROOT / "samples").glob("*.txt")):
        (corpus / path.stem).write_bytes(path.read_bytes())


def dictionary() -> list[str]:
    """Words for libFuzzer to put in, as its dictionaries write them."""
    pieces = importlib.import_module("tests.loaders.page_pieces")
    words = (
        *pieces.NOISE,
        *pieces.SYMBOLS,
        *pieces.TYPE_WORDS,
        *pieces.ISSUERS,
        *pieces.SEPARATORS,
        "32/NQ-CP",
        "20/3/2024",
    )
    shown = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words if word)
    return [f'"{word}"' for word in dict.fromkeys(shown)]


if __name__ == "__main__":
    sys.exit(main())
