"""The documents of the synthetic corpus, paragraph by paragraph."""

import random
from dataclasses import replace

from bench.corpus_acts import (
    ASSEMBLY,
    DECREE_AMENDING,
    DECREE_ON_PAPERWORK,
    DECREE_ON_STAFF,
    DIRECTIVE,
    GOVERNMENT,
    LAW_ON_LOCAL_GOVERNMENT,
    PARTY_RESOLUTION,
    RESOLUTION_OF_ASSEMBLY,
    Act,
    Node,
    circular_of,
    law_of,
)
from bench.corpus_assignees import assignees_of, everybody, recipients_of
from bench.corpus_pages import Page, assigned_at, date_words
from bench.corpus_words import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    MIDDLE_NAMES,
    NARRATIVE,
    PLAIN_WORKS,
    PURPOSES,
)
from loaders.places import place_phrase
from loaders.records import Body, Header, Record

_BLANK_NUMBERS, _MISPRINTS = 0.04, 0.05


def write_document(rng: random.Random, source: str, node: Node) -> tuple[Record, tuple[str, ...]]:
    """The record of an act as somebody typed it, and the id that each of its citations means."""
    assert node.act.field is not None
    page = Page()
    header = _write_head(page, rng, node)
    _write_grounds(page, rng, node)
    if node.act.type == "Kế hoạch":
        _write_purposes(page, rng, node)
        _write_situation(page, rng)
        _write_organisation(page, rng, node)
    else:
        _write_articles(page, rng, node)
    header = replace(header, body_end=page.at)
    _write_closing(page, node, header)
    return page.record(source, node.act, header, wrapped=rng.random() < 0.5), tuple(page.meant)


def _write_head(page: Page, rng: random.Random, node: Node) -> Header:
    """Letterhead and title."""
    act, place = node.act, node.act.issuer.place
    blank = act.type == "Kế hoạch" and rng.random() < _BLANK_NUMBERS
    year, month, day = act.date
    seat = place.name if place else "Hà Nội"
    first, second = _letterhead(act.issuer)
    page.add("\n")
    upper = page.add(f"{first:^34}") + (34 - len(first)) // 2
    page.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n")
    lower = page.add(f"{second:^34}") + (34 - len(second)) // 2
    page.add("   Độc lập - Tự do - Hạnh phúc\n")
    number = f"Số:        /{act.symbol}" if blank else f"Số: {act.code}"
    written = date_words(year, month, day)
    if blank:
        written = written.replace(f"ngày {day:02}", "ngày     ")
    page.add(f"{number:^34}{seat}, {written}\n\n")
    page.add(f"{act.type.upper():^70}\n")
    title_start = page.at
    title = _write_title(page, rng, node)
    title_end = page.at
    page.add("\n\n")
    if act.type != "Kế hoạch":
        post = "" if act.issuer is GOVERNMENT else "BỘ TRƯỞNG "
        page.add(f"{post + act.issuer.name.upper():^70}\n\n")
    return Header(
        type=act.type,
        number=None if blank else act.number,
        symbol=act.symbol,
        code=f"/{act.symbol}" if blank else act.code,
        date=f"{year}-{month:02}" if blank else f"{year}-{month:02}-{day:02}",
        place=seat,
        title=title,
        title_start=title_start,
        title_end=title_end,
        issuer=act.issuer,
        issuer_start=lower if first.startswith("UBND") else upper,
        issuer_end=lower + len(second) if place else upper + len(first),
        level=act.issuer.level,
        province=act.issuer.province,
        district=act.issuer.district,
        commune=act.issuer.commune,
        signer=" ".join(rng.choice(names) for names in (FAMILY_NAMES, MIDDLE_NAMES, GIVEN_NAMES)),
        signer_title=_signing_post(act.issuer),
        body_start=page.at,
    )


def _letterhead(issuer: Body) -> tuple[str, str]:
    place = issuer.place
    if place is None:
        return issuer.name.upper(), "-------"
    if issuer.kind == "people_committee":
        return "ỦY BAN NHÂN DÂN", place_phrase(place).upper()
    name = issuer.name.removesuffix(place_phrase(place)).strip()
    return f"UBND {place_phrase(place).upper()}", name.upper()


def _signing_post(issuer: Body) -> str:
    if issuer.kind == "people_committee":
        return "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH"
    if issuer is GOVERNMENT:
        return "TM. CHÍNH PHỦ THỦ TƯỚNG"
    return "KT. BỘ TRƯỞNG THỨ TRƯỞNG" if issuer.place is None else "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"


def _write_title(page: Page, rng: random.Random, node: Node) -> str:
    mark = page.mark()
    if not node.above:
        page.add(f"Về {node.act.title}")
    else:
        page.add("Về việc ban hành Kế hoạch thực hiện " if node.act.type == "Quyết định" else "Triển khai thực hiện ")
        cited = page.cite(node.above[0], "IMPLEMENTS", form=_form(rng, node.above[0]))
        if node.above[0].type == "Nghị quyết":
            page.add(" về ")
            title = page.mark()
            page.add(node.act.title)
            page.entitle(cited, title)
    return page.words_since(mark)


def _form(rng: random.Random, act: Act) -> str:
    """How an act is printed at its first mention."""
    if rng.random() < _MISPRINTS:
        if act is RESOLUTION_OF_ASSEMBLY:
            return "wrong_term"
        forms = ["stray_space"]
        if "-" in (act.symbol or "") and act.type == "Nghị quyết":
            forms.append("no_hyphen")
        if "Đ" in (act.symbol or ""):
            forms.append("look_alike")
        return rng.choice(forms) if act.number else "full"
    return "slashed" if act.number and rng.random() < 0.2 else "full"


def _write_grounds(page: Page, rng: random.Random, node: Node) -> None:
    """The preamble: what the act rests on, and for a plan what it carries out."""
    act = node.act
    assert act.field is not None
    if act.type == "Kế hoạch":
        _ground(page, rng, LAW_ON_LOCAL_GOVERNMENT)
    laws = (law_of(act.field), 1.0), (DECREE_ON_PAPERWORK, 0.5), (PARTY_RESOLUTION, 0.2), (RESOLUTION_OF_ASSEMBLY, 0.3)
    for ground, share in laws:
        if rng.random() < share and ground.date < act.date:
            _ground(page, rng, ground)
    if rng.random() < 0.2 and act.date > DECREE_AMENDING.date:
        page.add("Căn cứ ")
        amended = page.cite(DECREE_ON_STAFF, "BASED_ON")
        page.add(" được sửa đổi, bổ sung bởi ")
        page.cite(DECREE_AMENDING, "AMENDED_BY", amended)
        page.add(";\n")
    if act.type == "Kế hoạch":
        page.add("Thực hiện ")
        owner = first = page.cite(node.above[0], "IMPLEMENTS", form=_form(rng, node.above[0]))
        title = None
        for next_above in node.above[1:]:
            page.add(" về việc ")
            title = title or page.mark()
            page.add("triển khai thực hiện ")
            owner = page.cite(next_above, "IMPLEMENTS", owner, _form(rng, next_above))
        if title:
            page.entitle(first, title)
        page.add(f", {act.issuer.name} ban hành Kế hoạch như sau:\n\n")


def _ground(page: Page, rng: random.Random, act: Act) -> None:
    page.add("Căn cứ ")
    page.cite(act, "BASED_ON", form="full" if act.issuer is ASSEMBLY and act.number is None else _form(rng, act))
    page.add(";\n")


def _write_purposes(page: Page, rng: random.Random, node: Node) -> None:
    page.add("I. MỤC ĐÍCH, YÊU CẦU\n")
    for number, (purpose, relation) in enumerate(rng.sample(PURPOSES, rng.randint(2, len(PURPOSES))), 1):
        before, _, after = purpose.partition("{act}")
        page.add(f"{number}. {before}")
        if relation:
            page.cite(rng.choice(node.above), relation, form="short")
        page.add(f"{after}\n")
    page.add("\n")


def _write_situation(page: Page, rng: random.Random) -> None:
    page.add("II. ĐẶC ĐIỂM TÌNH HÌNH\n")
    for _ in range(min(80, int(rng.lognormvariate(2.75, 0.8)) + 1)):
        page.add(" ".join(rng.sample(NARRATIVE, 3)) + "\n")
    page.add("\n")


def _write_organisation(page: Page, rng: random.Random, node: Node) -> None:
    page.add("III. TỔ CHỨC THỰC HIỆN\n")
    heads = assignees_of(node)
    for number, head in enumerate(heads, 1):
        page.add(f"{number}. ")
        start = page.add(head.words)
        page.add("\n")
        for _ in range(min(12, int(rng.lognormvariate(0.7, 0.7)) + 1)):
            page.add("- ")
            mark = page.mark()
            assigned = [assigned_at(start, head.words, "lead", head.body)]
            if rng.random() < 0.3:
                others = [one for one in heads if one is not head and one.body and not one.group]
                if others:
                    other = rng.choice(others)
                    page.add("Chủ trì, phối hợp với ")
                    at = page.add(other.words)
                    assigned.append(assigned_at(at, other.words, "coordinate", other.body))
                    page.add(" ")
            deadline = _write_work(page, rng, node, capital=len(assigned) == 1)
            page.order(mark, f"III.{number}", head.words, tuple(assigned), deadline)
            page.add("\n")
    page.add("\n")
    mark = page.mark()
    page.add("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, ")
    group = everybody(node.act.issuer)
    at = page.add(group.words)
    page.add(" phản ánh kịp thời để được hướng dẫn, giải quyết./.")
    page.order(mark, "III", heads[-1].words, (assigned_at(at, group.words, "all", group.body),), None)
    page.add("\n\n")


def _write_work(page: Page, rng: random.Random, node: Node, capital: bool) -> tuple[str, str | None] | None:
    """Print what is to be done, on what ground and by when; the deadline."""
    field, year = node.act.field, node.act.date[0]
    assert field is not None
    work = rng.choice(field.works + PLAIN_WORKS)
    page.add(work[0].upper() + work[1:] if capital else work)
    chance = rng.random()
    if chance < 0.2 and circular_of(field).date < node.act.date:
        page.add(" theo ")
        page.cite(circular_of(field), "CITES")
    elif chance < 0.3 and DIRECTIVE.date < node.act.date:
        page.add(" theo ")
        page.cite(DIRECTIVE, "CITES", form="full" if sum(node.act.date) % 3 else "undated")
    elif chance < 0.6 and node.above:
        page.add(" theo ")
        page.cite(rng.choice(node.above), "CITES", form="short")
    deadline = _deadline(rng, year) if rng.random() < 0.5 else None
    if deadline:
        page.add(f", hoàn thành {deadline[0]}" if deadline[1] else f" {deadline[0]}")
    page.add(".")
    return deadline


def _deadline(rng: random.Random, year: int) -> tuple[str, str | None]:
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    if rng.random() < 0.3:
        return f"trong Quý {rng.choice(('I', 'II', 'III', 'IV'))}/{year + 1}", None
    return f"trước {date_words(year + 1, month, day)}", f"{year + 1}-{month:02}-{day:02}"


def _write_articles(page: Page, rng: random.Random, node: Node) -> None:
    act = node.act
    page.add(f"{'QUYẾT NGHỊ:' if act.issuer is GOVERNMENT else 'QUYẾT ĐỊNH:':^70}\n\n")
    page.add(f"Điều 1. Ban hành kèm theo {act.type} này Kế hoạch {act.title}.\n\nĐiều 2. Phân công nhiệm vụ\n\n")
    heads = assignees_of(node)
    for number, head in enumerate(heads, 1):
        page.add(f"{number}. ")
        mark = page.mark()
        start = page.add(head.words)
        assigned = [assigned_at(start, head.words, "lead", head.body)]
        page.add(" chủ trì")
        other = heads[number % len(heads)]
        page.add(", phối hợp với ")
        at = page.add(other.words)
        assigned.append(assigned_at(at, other.words, "coordinate", other.body))
        page.add(" ")
        deadline = _write_work(page, rng, node, capital=False)
        page.order(mark, f"Điều 2.{number}", "Phân công nhiệm vụ", tuple(assigned), deadline)
        page.add("\n\n")
    page.add(f"Điều 3. {act.type} này có hiệu lực kể từ ngày ký.\n\n")


def _write_closing(page: Page, node: Node, header: Header) -> None:
    """Addressees on the left, the signature on the right."""
    right = [*_signature_lines(header.signer_title or ""), ""]
    page.add(f"{'Nơi nhận:':<44}{right[0]}\n")
    recipients = recipients_of(node)
    for index, (words, purpose, body) in enumerate(recipients, 1):
        before = page.at
        page.send(words, purpose, body)
        printed = right[index] if index < len(right) else ""
        page.add(f"{'':{max(44 - (page.at - before), 2)}}{printed}\n" if printed else "\n")
    page.add("- Lưu: VT.\n")
    for rest in right[len(recipients) + 1 :]:
        page.add(f"{'':44}{rest}\n" if rest else "\n")
    page.add(f"{'':46}{header.signer}\n")


def _signature_lines(post: str) -> list[str]:
    for before, after in ((" KT. ", "\nKT. "), (" PHÓ", "\nPHÓ"), (" THỨ", "\nTHỨ"), ("PHỦ THỦ", "PHỦ\nTHỦ")):
        post = post.replace(before, after)
    return post.split("\n")
