"""What a confidence means: of the citations with one, how many are right.

    python -m bench.calibration [../shared] [--wrong]

Over the annotated documents a citation is right when the annotators have one of the same number (or, without a
number, of the same name and type) there, with the same relation and owner, and the same year and issuer where they
state them. Over the annotated sentences it is right when it overlaps a span of the annotators; types that they do
not mark (a Quy chế, a Kế hoạch) are left out.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from loaders.extraction import extract_document
from loaders.normalise import fold
from loaders.reading import read_file
from loaders.records import Citation

SHARED = Path(__file__).parent.parent.parent / "shared"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 1.01)
SURE = 0.9
MARKED_TYPES = frozenset(
    (
        *("Luật", "Pháp lệnh", "Bộ luật", "Hiến pháp", "Nghị định", "Thông tư", "Thông tư liên tịch"),
        *("Quyết định", "Nghị quyết"),
    )
)
"""Types that the annotators of the sentences marked."""
GOLD_FOLDERS = {"gold": "samples", "gold-more": "corpus"}
"""Folder of the annotations -> folder of the texts."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A citation and what is wrong with it, if anything."""

    source: str
    citation: Citation
    wrong: str | None


def judge_documents(shared: Path) -> Iterator[Judged]:
    """Every citation of the annotated documents, judged."""
    for annotations, texts in GOLD_FOLDERS.items():
        for path in sorted((shared / annotations).glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            record = extract_document(read_file(shared / texts / gold["file"]), gold["file"])
            matched = match(gold["citations"], record.citations)
            for index, citation in enumerate(record.citations):
                truth = gold["citations"][matched[index]] if index in matched else None
                yield Judged(gold["file"], citation, _fault(citation, truth, matched))


def match(gold: list[dict[str, Any]], citations: tuple[Citation, ...]) -> dict[int, int]:
    """Index of a citation -> that of the annotation it overlaps most, each annotation given once."""
    pairs: dict[int, int] = {}
    for number, truth in enumerate(gold):
        overlaps = [
            (min(c.end, truth["end"]) - max(c.start, truth["start"]), index)
            for index, c in enumerate(citations)
            if index not in pairs and _same_document(c, truth)
        ]
        best = max(overlaps, default=(0, 0), key=lambda found: (found[0], -found[1]))
        if best[0] > 0:
            pairs[best[1]] = number
    return pairs


def _same_document(citation: Citation, truth: dict[str, Any]) -> bool:
    if truth["numbered"]:
        return _code(citation.code) == _code(truth["code"])
    return citation.code is None and citation.type == truth["type"]


def _code(code: str | None) -> str:
    return "".join((code or "").upper().split()).lstrip("0")


def _fault(citation: Citation, truth: dict[str, Any] | None, matched: dict[int, int]) -> str | None:
    if truth is None:
        return "no citation"
    owner = "self" if citation.owner is None else matched.get(citation.owner)
    issuer = citation.issuer.name if citation.issuer else ""
    told = (
        ("type", citation.type, truth["type"]),
        ("relation", citation.relation, truth["relation"]["type"]),
        ("owner", owner, truth["relation"]["from"]),
        ("year", citation.year, truth.get("year")),
        ("issuer", fold(issuer), fold(truth.get("issuer") or "") or None),
    )
    faults = [f"{field} {value!r}, not {right!r}" for field, value, right in told if right not in (None, value)]
    return "; ".join(faults) or None


def judge_sentences(shared: Path) -> Iterator[Judged]:
    """Every citation of the annotated sentences, judged."""
    path = shared / "corpus" / "vnlegaltext" / "sentences.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [(s["start"], s["end"]) for s in row["spans"]] + [(n[0], n[1]) for n in row["unlabelled_numbers"]]
        for citation in extract_document(row["text"], row["id"]).citations:
            if citation.type not in MARKED_TYPES:
                continue
            marked = any(citation.start < end and citation.end > start for start, end in spans)
            yield Judged(row["id"], citation, None if marked else "not marked by the annotators")


def print_table(title: str, judged: list[Judged]) -> None:
    """One line for each bin of confidence, and one for those that are called sure."""
    print(f"\n{title}\nconfidence      n   right")
    for low, high in pairwise(BINS):
        _print_row(f"{low:.2f}-{min(high, 1):.2f}", [j for j in judged if low <= j.citation.confidence < high])
    _print_row(f">= {SURE}", [j for j in judged if j.citation.confidence >= SURE])
    _print_row("all", judged)


def _print_row(name: str, judged: list[Judged]) -> None:
    if judged:
        right = sum(j.wrong is None for j in judged) / len(judged)
        print(f"{name:10} {len(judged):6}  {right:6.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED, help="the folder with gold, gold-more, corpus")
    parser.add_argument("--wrong", action="store_true", help="print every citation that is not right")
    arguments = parser.parse_args()
    documents, sentences = list(judge_documents(arguments.shared)), list(judge_sentences(arguments.shared))
    print_table("Annotated documents", documents)
    print_table("Annotated sentences", sentences)
    print_table("Both", documents + sentences)
    if arguments.wrong:
        for judged in documents + sentences:
            if judged.wrong:
                citation = judged.citation
                print(f"{judged.source}: {citation.confidence} {citation.rule} {citation.quote!r}: {judged.wrong}")


if __name__ == "__main__":
    main()
