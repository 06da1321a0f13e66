"""Time and memory of the whole extraction against the size of its input, and the plot in docs/extraction-speed.svg.

    python -m bench.linearity [--sizes 0.001 0.01 0.1 1 5 25 50]
    python -m bench.linearity --near-misses

Two inputs of each size: a plan with the parts of those in samples/ over and over, on one line and in lines.
Each is read, from file to JSON, in a process of its own. `--near-misses` measures, instead, 1 MB each of what looks
like the beginning of something and never becomes it.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from loaders.errors import LoaderError
from loaders.extraction import extract_document
from loaders.reading import read_file
from loaders.record_json import record_to_json

ROOT = Path(__file__).parent.parent
PLOT = ROOT / "docs" / "extraction-speed.svg"
NEAR_MISSES = {
    "digits": "0123456789",
    "slashes": "/",
    "“Căn cứ ”": "Căn cứ ",
    "open brackets": "(",
    "“Luật ”": "Luật ",
    "bullets": "- ",
    "bullets, one a line": "- \n",
    "“Nơi nhận:”": "Nơi nhận:",
    "“Nơi nhận:”, one a line": "Nơi nhận:\n",
    "“số ”": "số ",
    "spaces": " ",
    "line ends": "\n",
    "open quotation marks": "“",
    "“1/”": "1/",
    "“Nghị quyết ”": "Nghị quyết ",
    "“sửa đổi, bổ sung ”": "sửa đổi, bổ sung ",
}
TITLE = "Processor time of the whole extraction against the size of the text"
_PARTS, _CLOSING = "\nI. ", "\nNơi nhận:"
HEAD = "KẾ HOẠCH\nThực hiện Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ\n\nI. MỤC ĐÍCH\n"


@dataclass(frozen=True, slots=True)
class Run:
    """What one text took: `seconds` of processor time, `memory` in MB at the most."""

    lines: str
    megabytes: float
    seconds: float
    memory: float
    citations: int
    tasks: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=float, default=[0.001, 0.01, 0.1, 1, 5, 25, 50], metavar="MB")
    parser.add_argument("--near-misses", action="store_true")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        lines, size = arguments.measure
        print(json.dumps(asdict(measure(lines, float(size)))))
    elif arguments.near_misses:
        measure_near_misses()
    else:
        runs = [measure_apart(lines, size) for lines in ("one", "many") for size in arguments.sizes]
        PLOT.write_text(draw(runs), encoding="utf-8")
        print(f"written: {PLOT.relative_to(ROOT)}")


def realistic(megabytes: float, one_line: bool) -> str:
    """One long plan, up to a size in MB of UTF-8: a letterhead, and the parts of the illustrations over and over."""
    pages = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    plans = [page for page in pages if _PARTS in page and _CLOSING in page]
    head, tail = plans[0].partition(_PARTS)[0], _CLOSING + plans[0].partition(_CLOSING)[2]
    parts = "".join(_PARTS + page.partition(_PARTS)[2].partition(_CLOSING)[0] for page in plans)
    size = round(megabytes * 1e6)
    text = head + parts * (size // len(parts.encode()) + 1)
    text = " ".join(text.split()) if one_line else text
    return text.encode()[: max(0, size - len(tail.encode()))].decode(errors="ignore") + tail


def measure_apart(lines: str, megabytes: float) -> Run:
    """`measure` in a process of its own, printed."""
    command = [sys.executable, "-m", "bench.linearity", "--measure", lines, str(megabytes)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    run = Run(**json.loads(done.stdout))
    print(
        f"{run.lines + ' line' + 's' * (run.lines == 'many'):10}  {run.megabytes:7.3f} MB  {run.seconds:9.4f} s"
        f"  {run.megabytes / run.seconds:5.2f} MB/s  {run.memory:6.0f} MB of memory"
        f"  {run.citations:6} citations  {run.tasks:6} tasks",
        flush=True,
    )
    return run


def measure(lines: str, megabytes: float) -> Run:
    """What reading a file of this size, extracting and printing it take here, once everything is loaded."""
    _read_and_print(ROOT / "samples" / "README.md")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.txt"
        path.write_text(realistic(megabytes, lines == "one"), encoding="utf-8")
        size = path.stat().st_size / 1e6
        times = max(1, min(200, round(0.2 / size)))
        start = time.process_time()
        for _ in range(times):
            citations, tasks = _read_and_print(path)
        seconds = (time.process_time() - start) / times
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return Run(lines, size, seconds, memory, citations, tasks)


def _read_and_print(path: Path) -> tuple[int, int]:
    record = extract_document(read_file(path), path.name)
    json.dumps(record_to_json(record), ensure_ascii=False)
    return len(record.citations), len(record.tasks)


def measure_near_misses() -> None:
    """Prints the rate of each near miss beside that of real text of the same size."""
    usual = rate(realistic(1, one_line=False))
    print(f"{'realistic text':24} {usual:6.2f} MB/s")
    for name, unit in NEAR_MISSES.items():
        measured = rate(HEAD + unit * (1_000_000 // len(unit.encode())))
        print(f"{name:24} {measured:6.2f} MB/s  {measured / usual:5.1f} x", flush=True)


def rate(text: str) -> float:
    """MB a second of processor time; the better of two runs."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        try:
            extract_document(text, "bench")
        except LoaderError as error:
            print(error, file=sys.stderr)
        best = min(best, time.process_time() - start)
    return len(text.encode()) / 1e6 / best


def draw(runs: list[Run]) -> str:
    """The plot as SVG: seconds against MB, both logarithmic, with the line on which time is proportional to size."""
    width, height, left, top, right, bottom = 640, 400, 64, 40, 24, 48
    first, last = -3, 2
    low, high = -4, 2

    def x(megabytes: float) -> float:
        return left + (math.log10(megabytes) - first) / (last - first) * (width - left - right)

    def y(seconds: float) -> float:
        return height - bottom - (math.log10(seconds) - low) / (high - low) * (height - top - bottom)

    largest = max(runs, key=lambda run: run.megabytes)
    slope = largest.seconds / largest.megabytes
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{left}" y="22" font-size="14">{TITLE}</text>',
    ]
    for power in range(first, last + 1):
        at, name = x(10.0**power), f"{10.0**power:g} MB" if power >= 0 else f"{10.0 ** (power + 3):g} kB"
        parts += [
            f'<line x1="{at:.1f}" y1="{top}" x2="{at:.1f}" y2="{height - bottom}" stroke="#e4e4e4"/>',
            f'<text x="{at:.1f}" y="{height - bottom + 18}" text-anchor="middle" fill="#444">{name}</text>',
        ]
    for power in range(low, high + 1):
        at, name = y(10.0**power), f"{10.0**power:g} s" if power >= 0 else f"{10.0 ** (power + 3):g} ms"
        parts += [
            f'<line x1="{left}" y1="{at:.1f}" x2="{width - right}" y2="{at:.1f}" stroke="#e4e4e4"/>',
            f'<text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end" fill="#444">{name}</text>',
        ]
    parts.append(
        f'<line x1="{x(0.001):.1f}" y1="{y(0.001 * slope):.1f}" x2="{x(100):.1f}" y2="{y(100 * slope):.1f}"'
        ' stroke="#999" stroke-dasharray="4 4"/>'
    )
    names = (("many", "many lines", "#1f5fa8"), ("one", "one line", "#b5471b"))
    for index, (lines, name, colour) in enumerate(names):
        points = [(x(run.megabytes), y(run.seconds)) for run in runs if run.lines == lines]
        path = " ".join(f"{across:.1f},{down:.1f}" for across, down in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3.5" fill="{colour}"/>' for across, down in points]
        parts.append(f'<text x="{left + 14}" y="{top + 20 + 18 * index}" fill="{colour}">{name}</text>')
    legend = f"dashed: proportional, {1 / slope:.1f} MB/s"
    parts.append(f'<text x="{left + 14}" y="{top + 56}" fill="#777">{legend}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


if __name__ == "__main__":
    main()
