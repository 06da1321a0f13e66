"""Where sentences and clauses begin and end, whatever the line wraps of a converted page."""

import re

BREAK = re.compile(
    r"""
    [.!?;:\n](?:
      (?<=[.!?])(?<!\bTP\.)(?<!\bTp\.)(?<!\bTT\.)(?<!\bVP\.)(?<!\bTS\.)(?<!\bGS\.)(?<![A-Z]\.)
      (?:/\.|[”"»)])?\s+(?=[A-ZĐÀ-Ỹ“"(\[+*•0-9-])
    | (?<=;)\s
    | (?<=:)\s*\n
    | (?<=\n)\s*(?=(?:[-+•*]\s | [0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s | [a-zđ]\)\s | [IVXL]+\.\s | Điều\s+[0-9]+[.:]
              | Bãi\s+bỏ\s | Thay\s+thế\s | Sửa\s+đổi,
              | Căn\s+cứ\s | Xét\s | Thực\s+hiện\s | Theo\s+đề\s+nghị ))
    | (?<=\n)\s*\n\s*\n\s* )
    """,
    re.VERBOSE,
)
"""A sentence's or clause's end: punctuation, a list marker or an empty gap.

All of it begins with one class of characters, for which `re` scans much faster than for alternatives.
"""

_REACH = 700
_LOOK_AHEAD = 16
"""Characters after a break by which it is known; a clause may begin at the very position that is asked about."""


def clause_start(text: str, position: int) -> int:
    """Where the clause that holds `position` begins, at most a few lines back."""
    window = max(0, position - _REACH)
    start = window
    for match in BREAK.finditer(text, window, position + _LOOK_AHEAD):
        if match.end() > position:
            break
        start = match.end()
    while start < position and text[start] in " \n\t-+*•":
        start += 1
    return start


def clause_end(text: str, position: int) -> int:
    """Where the clause that holds `position` ends, its punctuation included."""
    limit = min(len(text), position + _REACH)
    match = BREAK.search(text, position, limit)
    end = match.start() + (text[match.start()] in ".;:!?") if match else limit
    return position + len(text[position:end].rstrip())
