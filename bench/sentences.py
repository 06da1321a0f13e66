"""Citation spans found in the 2,000 annotated sentences of VNLegalText: precision, recall and F1.

    python -m bench.sentences [../shared/corpus/vnlegaltext/sentences.jsonl] [--misses]

A span (type, number and date) is found when a citation overlaps it; nested spans are left out. Against precision
counts a citation with a number that overlaps no span, unless it is one that the annotators left unmarked.
"""

import argparse
import json
from pathlib import Path

from loaders.extraction import extract_document

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "corpus" / "vnlegaltext" / "sentences.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--misses", action="store_true", help="print every span missed and every spurious citation")
    arguments = parser.parse_args()
    found = missed = spurious = 0
    for line in arguments.sentences.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        citations = extract_document(row["text"], row["id"]).citations
        for span in row["spans"]:
            if span["nested"]:
                continue
            if any(c.start < span["end"] and c.end > span["start"] for c in citations):
                found += 1
            else:
                missed += 1
                if arguments.misses:
                    print(f"missed   {row['id']}: {span['text']!r}")
        marked = [(s["start"], s["end"]) for s in row["spans"]] + [(n[0], n[1]) for n in row["unlabelled_numbers"]]
        for citation in citations:
            if citation.code and not any(citation.start < end and citation.end > start for start, end in marked):
                spurious += 1
                if arguments.misses:
                    print(f"spurious {row['id']}: {citation.quote!r}")
    precision, recall = found / max(found + spurious, 1), found / max(found + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"spans {found + missed}  precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}")


if __name__ == "__main__":
    main()
