"""A synthetic corpus of any size, with everything that is true of it: the same seed gives the same documents.

    python -m bench.corpus --documents 10000 --out DIR [--seed 1]

writes DIR/texts/*/*.txt (a folder for each thousand) and DIR/truth.jsonl, a line for each text: id, citations with
place, relation, owner and the document meant (which a misprint or a missing date hides), tasks with bodies and
deadlines, recipients.

The documents are cascades: a resolution of the Government, the decision of a ministry, and the plans of provinces,
their departments, districts and communes that carry it out. Each cites what it rests on, hubs that nearly all cite
among it: the law on local government, the decree on paperwork. Lengths and numbers of citations and tasks are spread
like those of real plans. Some numbers are left blank, some citations are misprinted or lack their date.

`records` gives the same as records, without a text being read: for benchmarks of what comes after extraction.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from bench.corpus_acts import Act, Node, cascades
from bench.corpus_documents import write_document
from loaders.records import Record


@dataclass(frozen=True, slots=True)
class Synthetic:
    """A document and what is true of it beyond what its text says."""

    record: Record
    act: Act
    """Which document it is, also where its number is left blank."""
    meant: tuple[str, ...]
    """Id of the document that each citation means."""


def documents(count: int, seed: int = 1) -> Iterator[Synthetic]:
    """The first documents of the corpus, those that are cited before those that cite them."""
    nodes: Iterator[Node] = chain.from_iterable(cascades(seed))
    for index, node in enumerate(islice(nodes, count)):
        rng = random.Random(seed * 1_000_003 + index)
        record, meant = write_document(rng, f"{index // 1000:04}/{index:07}.txt", node)
        yield Synthetic(record, node.act, meant)


def records(count: int, seed: int = 1) -> Iterator[Record]:
    """The records of the same documents."""
    return (document.record for document in documents(count, seed))


def truth_of(document: Synthetic) -> dict[str, object]:
    """The line of the truth file."""
    record = document.record
    return {
        "source": record.source,
        "id": record.document_id,
        "is": document.act.id,
        "citations": [
            {
                "start": c.start, "end": c.end, "id": c.document_id, "meant": meant, "relation": c.relation,
                "owner": c.owner, "misprint": c.defects[0].kind if c.defects else None,
            }
            for c, meant in zip(record.citations, document.meant, strict=True)
        ],
        "tasks": [
            {
                "start": t.start, "end": t.end, "deadline": t.deadline_date or t.deadline, "citations": t.citations,
                "assigned": [[a.role, a.body.id if a.body else a.text] for a in t.assigned],
            }
            for t in record.tasks
        ],
        "recipients": [[r.body.id if r.body else r.text, r.purpose] for r in record.recipients],
    }  # fmt: skip


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write texts and truth."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for document in documents(count, seed):
            path = folder / "texts" / document.record.source
            if document.record.source.endswith("000.txt"):
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document.record.text, encoding="utf-8")
            truth.write(json.dumps(truth_of(document), ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write(arguments.out, arguments.documents, arguments.seed)


if __name__ == "__main__":
    main()
