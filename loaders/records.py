"""The records that loaders make and everything else reads.

Spans are half open, in code points. Inside the loaders they count in the normalised text;
`loaders.extraction` maps them to the file's own text once, so a finished record counts there.
None means "not stated", never an empty string or zero. Dates are ISO strings, partial where the
page is partial ("2024", "2024-06", "2024-06-05").
"""

from dataclasses import dataclass

LEVELS = ("central", "province", "district", "commune")

RELATIONS = (
    "IMPLEMENTS",
    "BASED_ON",
    "PROMULGATES",
    "APPROVES",
    "AMENDS",
    "REPLACES",
    "REPEALS",
    "GUIDES",
    "SUPERVISES",
    "REPORTS_ON",
    "CITES",
)
"""Edge types between documents. A citation's relation may also be one of `PASSIVE_RELATIONS`."""

PASSIVE_RELATIONS = {"AMENDED_BY": "AMENDS", "REPLACED_BY": "REPLACES", "REPEALED_BY": "REPEALS"}
"""Passive relation -> the edge type that the graph holds, with its ends swapped."""


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit; `id` is `<set>:<level>:<code>`, set 63 (to 2025-06-30) or 34."""

    id: str
    code: str
    name: str
    """The bare name: Bến Tre, Hồ Chí Minh."""
    kind: str
    """tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu."""
    level: str
    valid_from: str | None
    valid_to: str | None
    part_of: "Place | None" = None
    merged_into: "Place | None" = None
    merged_on: str | None = None

    def __hash__(self) -> int:
        """That of the id: the units above it need not be hashed for every look-up of a body."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Body:
    """An issuing or acting body under its canonical name and time.

    `id` is `body:<slug of the name>`, UBND and HĐND kept short; for district and commune bodies the slug
    ends with the province where it is known, because names of districts repeat.
    """

    id: str
    name: str
    kind: str
    """assembly, government, ministry, party, people_committee, people_council, department, office, school, post,
    group or other."""
    level: str | None
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    place: Place | None = None
    part_of: "Body | None" = None


@dataclass(frozen=True, slots=True)
class Defect:
    """Something on the page that cannot be right as printed, explained; never silently mended."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A parsed document number (số, ký hiệu). `code` is the repaired form, `32/NQ-CP`."""

    code: str
    number: str | None
    """As printed, leading zeros kept; None when the page leaves it blank."""
    year: int | None
    symbol: str
    """What follows number and year: NQ-CP, KH-SGD&ĐT, NQ/TW, QH13."""
    type: str | None
    """Vietnamese name of the document type that the symbol gives: Nghị quyết."""
    issuer_symbol: str | None
    """The part that names the issuer: CP, SGD&ĐT, TW, QH13."""
    term: int | None
    """National Assembly term in the symbol (QH13 -> 13)."""
    party: bool
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says about itself."""

    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    code: str | None = None
    date: str | None = None
    place: str | None = None
    title: str | None = None
    title_start: int | None = None
    title_end: int | None = None
    issuer: Body | None = None
    issuer_inferred: bool = False
    issuer_start: int | None = None
    issuer_end: int | None = None
    level: str | None = None
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    body_start: int = 0
    """Where the running text begins, after title or letterhead."""
    body_end: int | None = None
    """Where it ends: before "Nơi nhận" or the signature; annexes follow after."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of "Nơi nhận"."""

    text: str
    purpose: str | None
    start: int
    end: int
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a document, with its evidence."""

    start: int
    end: int
    quote: str
    """The span's words with white space folded."""
    context_start: int
    context_end: int
    type: str | None
    code: str | None
    number: str | None
    symbol: str | None
    year: int | None
    term: str | None
    """`qh15` or `khoa-13` where numbering runs by term."""
    date: str | None
    title: str | None
    """Name of a document cited by name ("Luật Thanh tra"); may stand beside a code for laws."""
    issuer: Body | None
    pinpoint: str | None
    relation: str
    owner: int | None
    """Index of the citation at which the relation starts; None for the document itself."""
    rule: str
    confidence: float
    document_id: str
    open: bool
    """True when year, term or issuer is missing, so that the graph has to complete it."""
    defects: tuple[Defect, ...] = ()
    completed: tuple[tuple[str, str], ...] = ()
    """(field, how) for each field that was not read from the words themselves."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A body that a task names, as printed; "self" or "all" where the page prints none."""

    text: str
    role: str
    """lead, coordinate or all."""
    start: int | None
    end: int | None
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """An item that orders work."""

    start: int
    end: int
    text: str
    section: str | None
    """Numbers above it joined by dots: II.2.1, Điều 4.1."""
    heading: str | None
    assigned: tuple[Assignment, ...]
    deadline: str | None
    """As printed; several joined by "; "."""
    deadline_date: str | None
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything read from one text."""

    source: str
    sha256: str
    """Of the text in UTF-8."""
    text: str
    document_id: str
    header: Header
    recipients: tuple[Recipient, ...]
    citations: tuple[Citation, ...]
    tasks: tuple[Task, ...]
