"""Mentions in parentheses that only give a short name to what was cited just before them.

"Nghị quyết số 163/2024/QH15 ngày 27/11/2024 của Quốc hội về … (Nghị quyết số 163/2024/QH15), …": the list goes on as if
the parentheses were not there.
"""

from loaders.mention_words import Mention

_REACH = 4


def in_parentheses(text: str, mention: Mention) -> bool:
    """Whether parentheses hold the mention and nothing else."""
    return text[max(0, mention.start - 1) : mention.start] == "(" and text.startswith(")", mention.end)


def same_number_before(mentions: tuple[Mention, ...], index: int) -> int | None:
    """The nearest of the few mentions before the one at `index` that has its number; a bare one needs its type too."""
    mention = mentions[index]
    number = mention.number
    if number is None:
        return None
    for earlier in range(index - 1, max(-1, index - 1 - _REACH), -1):
        other = mentions[earlier].number
        if other and (
            other.code == number.code
            or (not number.symbol and other.number == number.number and mentions[earlier].type == mention.type)
        ):
            return earlier
    return None
