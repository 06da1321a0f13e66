"""Records made by hand: documents named as loaders name them, and texts in which every quote really stands."""

from dataclasses import dataclass
from hashlib import sha256

from loaders.identity import document_id, slug
from loaders.numbers import parse_document_number
from loaders.records import Assignment, Body, Citation, Header, Place, Recipient, Record, Task

BEN_TRE = Place("63:province:83", "83", "Bến Tre", "tỉnh", "province", None, "2025-06-30")
VINH_LONG = Place("34:province:86", "86", "Vĩnh Long", "tỉnh", "province", "2025-07-01", None)
BEN_TRE = Place(BEN_TRE.id, "83", "Bến Tre", "tỉnh", "province", None, "2025-06-30", None, VINH_LONG, "2025-07-01")
CHO_LACH = Place("63:district:832", "832", "Chợ Lách", "huyện", "district", None, "2025-06-30", BEN_TRE)


def body(name: str, kind: str, level: str | None, place: Place | None = None, above: Body | None = None) -> Body:
    """A body as loaders make it."""
    province = next((p.name for p in (place, place.part_of if place else None) if p and p.level == "province"), None)
    district = place.name if place and place.level == "district" else None
    name_slug = slug(name).replace("uy-ban-nhan-dan", "ubnd").replace("hoi-dong-nhan-dan", "hdnd")
    return Body(f"body:{name_slug}", name, kind, level, province, district, None, place, above)


GOVERNMENT = body("Chính phủ", "government", "central")
ASSEMBLY = body("Quốc hội", "assembly", "central")
POLITBURO = body("Bộ Chính trị", "party", "central")
UBND_BEN_TRE = body("Ủy ban nhân dân tỉnh Bến Tre", "people_committee", "province", BEN_TRE)
SO_GDDT = body("Sở Giáo dục và Đào tạo tỉnh Bến Tre", "department", "province", BEN_TRE, UBND_BEN_TRE)
UBND_CHO_LACH = body("Ủy ban nhân dân huyện Chợ Lách", "people_committee", "district", CHO_LACH)


@dataclass(frozen=True, slots=True)
class Named:
    """A document as some text names it; what the text does not say is None."""

    type: str | None
    code: str | None = None
    """With nothing before the stroke where the number is left blank."""
    issuer: Body | None = None
    year: int | None = None
    date: str | None = None
    title: str | None = None

    @property
    def id(self) -> str:
        number = parse_document_number(self.code) if self.code else None
        year = self.year or (int(self.date[:4]) if self.date else None)
        term = f"qh{number.term}" if number and number.term else None
        issuer = self.issuer.id.removeprefix("body:") if self.issuer else None
        return document_id(issuer, self.type, year, term, number, self.title)

    @property
    def words(self) -> str:
        parts = (self.type, self.code and f"số {self.code}", self.date, self.title, self.issuer and self.issuer.name)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation to be put into a record."""

    named: Named
    relation: str = "CITES"
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A task to be put into a record."""

    text: str
    assigned: tuple[tuple[Body | None, str, str], ...] = ()
    """Body, words and role."""
    citations: tuple[int, ...] = ()
    deadline: str | None = None


def make_record(
    named: Named,
    *cites: Cite,
    source: str = "a.txt",
    tasks: tuple[Order, ...] = (),
    sent_to: tuple[Body, ...] = (),
    more: str = "",
) -> Record:
    """A record whose text is its name, a sentence for each citation, its tasks and recipients, and `more`."""
    text = f"{named.words}\n"
    citations, orders, recipients = [], [], []
    for cite in cites:
        text += "Căn cứ "
        start, end = len(text), len(text) + len(cite.named.words)
        text += f"{cite.named.words};\n"
        citations.append(_citation(cite, text[start:end], start, end))
    for order in tasks:
        start = len(text)
        text += f"- {order.text}\n"
        assigned = tuple(_assignment(text, start, *item) for item in order.assigned)
        place = (start + 2, len(text) - 1, order.text, "I.1")
        orders.append(Task(*place, None, assigned, order.deadline, order.deadline, order.citations))
    for one in sent_to:
        recipients.append(Recipient(one.name, "để báo cáo", len(text), len(text) + len(one.name), one))
        text += f"{one.name}\n"
    text += more
    return Record(
        source, sha256(text.encode()).hexdigest(), text, named.id, _header(named, text), tuple(recipients),
        tuple(citations), tuple(orders),
    )  # fmt: skip


def _header(named: Named, text: str) -> Header:
    number = parse_document_number(named.code) if named.code else None
    issuer = named.issuer
    start = text.find(issuer.name) if issuer else -1
    return Header(
        type=named.type,
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        code=named.code,
        date=named.date or (str(named.year) if named.year else None),
        title=named.title,
        issuer=issuer,
        issuer_start=start if issuer else None,
        issuer_end=start + len(issuer.name) if issuer else None,
        level=issuer.level if issuer else None,
        province=issuer.province if issuer else None,
        district=issuer.district if issuer else None,
        signer="Nguyễn Văn A",
    )


def _citation(cite: Cite, quote: str, start: int, end: int) -> Citation:
    named = cite.named
    number = parse_document_number(named.code) if named.code else None
    return Citation(
        start=start,
        end=end,
        quote=quote,
        context_start=start - len("Căn cứ "),
        context_end=end,
        type=named.type,
        code=named.code,
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        year=named.year or (int(named.date[:4]) if named.date else None),
        term=f"qh{number.term}" if number and number.term else None,
        date=named.date,
        title=named.title,
        issuer=named.issuer,
        pinpoint=None,
        relation=cite.relation,
        owner=cite.owner,
        rule="made by hand",
        confidence=0.9,
        document_id=named.id,
        open=":-:" in named.id,
    )


def _assignment(text: str, start: int, one: Body | None, words: str, role: str) -> Assignment:
    at = text.find(words, start)
    return Assignment(words, role, None if at < 0 else at, None if at < 0 else at + len(words), one)


NQ32 = Named("Nghị quyết", "32/NQ-CP", GOVERNMENT, date="2024-03-20")
NQ32_OPEN = Named("Nghị quyết", "32/NQ-CP", GOVERNMENT)
NQ32_OF_2023 = Named("Nghị quyết", "32/NQ-CP", GOVERNMENT, date="2023-01-05")
NQ686 = Named("Nghị quyết", "686/NQ-UBTVQH15", body("Ủy ban Thường vụ Quốc hội", "assembly", "central"))
KH5798 = Named("Kế hoạch", "5798/KH-UBND", UBND_BEN_TRE, date="2024-09-05")
KH5798_NO_ISSUER = Named("Kế hoạch", "5798/KH-UBND", None, date="2024-09-05")
KH12_SO = Named("Kế hoạch", "12/KH-SGDĐT", SO_GDDT, date="2024-10-01")
KH7_CHO_LACH = Named("Kế hoạch", "7/KH-UBND", UBND_CHO_LACH, date="2024-10-20")
LAW = Named("Luật", "11/2022/QH15", ASSEMBLY, 2022, "2022-11-14", "Luật Thanh tra")
LAW_OF_2010 = Named("Luật", "56/2010/QH12", ASSEMBLY, 2010, "2010-11-15", "Luật Thanh tra")
LAW_BY_NAME = Named("Luật", None, ASSEMBLY, title="Luật Thanh tra")
LAW_BY_NAME_AND_YEAR = Named("Luật", None, ASSEMBLY, 2022, title="Luật Thanh tra")
