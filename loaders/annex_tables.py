"""Tables of work, printed one cell a line: the work, who leads, who works along, by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.outline import Block
from loaders.task_reading import CLOSING
from loaders.word_patterns import compile_words

_COLUMNS = {
    "ordinal": r"(?:s?tt|số tt|số thứ tự)\.?",
    "partner": r"(?:(?:các )?(?:cơ quan|đơn vị))?\s*(?:, đơn vị\s*)?phối hợp(?: thực hiện)?",
    "lead": r"""(?:(?:các )?(?:cơ quan|đơn vị)|bộ phận|cơ quan, đơn vị|sở, ngành|phân công|trách nhiệm)
        (?:, đơn vị)? (?:chủ trì|thực hiện|chịu trách nhiệm|phụ trách|tham mưu|đầu mối|chính)(?: thực hiện)?(?:/.*)?
        |chủ trì|đơn vị""",
    "time": r"""(?:thời gian|thời hạn|tiến độ|thời điểm|hoàn thành)(?: (?:thực hiện|hoàn thành|trình|báo cáo))*""",
    "work": r"(?:nội dung|nhiệm vụ|công việc|hoạt động|tên nhiệm vụ|danh mục)[^.;:]{0,60}",
    "other": r"""(?:sản phẩm|kết quả|ghi chú|kinh phí|dự kiến|căn cứ|cấp trình|lãnh đạo|hình thức|mục tiêu|số lượng
        |đơn vị tính)[^.;:]{0,60}""",
}
_COLUMN = compile_words("|".join(f"(?P<{name}>(?:{words}))\\Z" for name, words in _COLUMNS.items()), re.IGNORECASE)
"""The heading of a column; the group that matches names what it holds."""
_LONGEST_HEADING = 90
_LONGEST_ORDINAL_HEADING = len("số thứ tự.")
_ORDINAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})*\.?\Z")


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row: indices of the blocks that are its cells; None for a cell that the row lacks."""

    ordinal: str
    work: int
    lead: int | None
    partner: int | None
    time: int | None
    annex: str | None
    """The annex that the table stands in; None in the body of the document."""
    last: int
    """Index of the last block of the row."""


def find_annex_rows(blocks: Sequence[Block]) -> Iterator[AnnexRow]:
    """The rows of every table of work."""
    i = 0
    while i < len(blocks):
        columns = _read_columns(blocks, i)
        if columns is None:
            i += 1
            continue
        i += len(columns)
        while (row := _read_row(blocks, i, columns)) is not None:
            yield row
            i = row.last + 1


def _read_columns(blocks: Sequence[Block], i: int) -> tuple[str, ...] | None:
    """The columns of a table whose first heading stands at `i`."""
    if len(blocks[i].text) > _LONGEST_ORDINAL_HEADING or _column_of(blocks[i].text) != "ordinal":
        return None
    columns = ["ordinal"]
    for block in blocks[i + 1 : i + 10]:
        column = _column_of(block.text)
        if column is None or column == "ordinal":
            break
        columns.append(column)
    return tuple(columns) if "work" in columns and {"lead", "time"} & set(columns) else None


def is_column_heading(words: str) -> bool:
    """Whether a cell is the heading of a column, which orders nothing."""
    return _column_of(words) is not None


def _column_of(text: str) -> str | None:
    match = _COLUMN.match(text) if len(text) <= _LONGEST_HEADING else None
    return match.lastgroup if match else None


def _read_row(blocks: Sequence[Block], i: int, columns: tuple[str, ...]) -> AnnexRow | None:
    ordinal, first = _ordinal_at(blocks, i)
    if ordinal is None:
        return None
    end = first
    most = first + (24 if i < len(blocks) and blocks[i].annex is not None else len(columns) + 2)
    while end < len(blocks) and end < most and blocks[end].annex == blocks[i].annex:
        if end > first and (_is_row_start(blocks, end, ordinal) or _ends_table(blocks[end])):
            break
        end += 1
    cells = list(range(first, end))
    names = columns[1:]
    if len(cells) < len(names) - 1:
        return AnnexRow(ordinal, first, None, None, None, blocks[first].annex, end - 1) if cells else None
    extra = max(0, len(cells) - len(names))
    at: dict[str, int] = {}
    for k, name in enumerate(names):
        position = k if name == "work" or k == 0 else k + extra
        if position < len(cells):
            at.setdefault(name, cells[position])
    if "work" not in at:
        return None
    return AnnexRow(
        ordinal, at["work"], at.get("lead"), at.get("partner"), at.get("time"), blocks[first].annex, end - 1
    )


def _ordinal_at(blocks: Sequence[Block], i: int) -> tuple[str | None, int]:
    """The ordinal of the row at `i` and the index of the cell after it; a marker may be the ordinal."""
    if i >= len(blocks):
        return None, i
    block = blocks[i]
    if _ORDINAL.match(block.text):
        return block.text.rstrip("."), i + 1
    if block.kind == "number" and block.marker:
        return block.marker.strip(" .)/"), i
    return None, i


def _ends_table(block: Block) -> bool:
    """Whether the body of the document goes on after its table."""
    return block.annex is None and (
        block.kind in ("article", "part", "chapter") or CLOSING.match(block.text) is not None
    )


def _is_row_start(blocks: Sequence[Block], i: int, ordinal: str) -> bool:
    found, _ = _ordinal_at(blocks, i)
    if found is None:
        return blocks[i].kind in ("roman", "upper", "annex") or _column_of(blocks[i].text) == "ordinal"
    last, before = found.split(".")[-1], ordinal.split(".")[-1]
    return int(last) == int(before) + 1 or last == "1"
