"""The kinds of defects, each explained in English and in Vietnamese (facts/defect_kinds.csv)."""

from dataclasses import dataclass

from loaders.facts_files import read_facts


@dataclass(frozen=True, slots=True)
class DefectKind:
    """A kind of defect: its slug and what it means; `example` is a text that has one."""

    slug: str
    english: str
    vietnamese: str
    example: str


DEFECT_KINDS = {
    row["kind"]: DefectKind(row["kind"], row["english"], row["vietnamese"], row["example"])
    for row in read_facts("defect_kinds.csv")
}
"""Slug -> kind, in the order of the facts."""
