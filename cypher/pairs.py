"""Pairs of documents that a person should compare, and why: a pure function of what is known about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cypher.names import Reading, id_parts, id_symbol
from cypher.near_keys import keys_compared
from cypher.resolution import Known, KnownDocuments
from cypher.titles import Likeness, compare_titles, title_key

MOST_CANDIDATES: Final = 10
"""Candidates shown for one open document; a plan of every province may fit a bare number."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair for a person to look at."""

    origin: str
    target: str
    score: float
    reason: str


def find_candidates(reading: Reading, known: KnownDocuments, near: Mapping[str, Iterable[Known]]) -> list[Candidate]:
    """What a person should compare the document of this reading with, the best first.

    `near` has the known documents by those of their keys (`near_keys`) that few enough documents bear.
    """
    keys = keys_compared(reading.document_id, reading.date, reading.name)
    block = {one.id: one for key in keys for one in near.get(key, ())}
    beside = [one for one in block.values() if known.may_be(reading, one)]
    if id_parts(reading.document_id).settled:
        pairs = [_misprint(reading, one) for one in beside if _may_be_misprinted(reading, one)]
    else:
        fitting = [one for one in known.fitting(reading) if one.id != reading.document_id]
        pairs = [_same(reading, one, len(fitting)) for one in fitting] + _alike(reading, beside)
    pairs = [pair for pair in pairs if _leads(pair.origin, pair.target, known)]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.target))[:MOST_CANDIDATES]


def _leads(origin: str, target: str, known: KnownDocuments) -> bool:
    """Whether a pair goes from this one to that.

    Of two that nobody holds it goes from the lesser id, of two uncertain known ones from the open one, then from the
    lesser id; else from the uncertain one.
    """
    if origin == target:
        return False
    if id_parts(origin).settled:
        return origin < target or known.is_held(target)
    if origin not in known or id_parts(target).settled:
        return True
    return (not id_parts(origin).open, origin) < (not id_parts(target).open, target)


def _alike(reading: Reading, beside: Iterable[Known]) -> list[Candidate]:
    """Those with a title that is much alike, and few enough without a title on one side."""
    alike, untitled = [], []
    for one in beside:
        if reading.name is None or one.name is None:
            untitled.append(_untitled(reading, one))
        elif title_key(reading.name) != title_key(one.name):
            likeness = compare_titles(reading.name, one.name)
            if likeness:
                alike.append(_near(reading, one, likeness))
    return alike + (untitled if len(untitled) <= MOST_CANDIDATES else [])


def _may_be_misprinted(reading: Reading, other: Known) -> bool:
    """Whether two numbers of one symbol and year stand before one title."""
    return (
        reading.document_id != other.id
        and id_parts(other.id).settled
        and title_key(reading.name) == title_key(other.name)
        and id_symbol(reading.document_id) == id_symbol(other.id)
        and id_parts(reading.document_id).when == id_parts(other.id).when
    )


def _same(reading: Reading, known: Known, fitting: int) -> Candidate:
    same = "same number and symbol" if id_parts(reading.document_id).number else "same name"
    score, reason = _agreement(reading, known, same)
    if fitting > 1:
        reason += f"; one of {fitting} that fit"
    return Candidate(reading.document_id, known.id, round(0.5 + score, 2), reason)


def _near(reading: Reading, known: Known, likeness: Likeness) -> Candidate:
    like = f"names alike: {likeness.words}% of their words, {likeness.whole}% of the whole"
    score, reason = _agreement(reading, known, like)
    return Candidate(reading.document_id, known.id, round(0.4 * likeness.whole / 100 + score, 2), reason)


def _untitled(reading: Reading, known: Known) -> Candidate:
    score, reason = _agreement(reading, known, "the number of one is blank; same symbol")
    same_day = reading.date == known.date
    return Candidate(reading.document_id, known.id, round(0.1 + 0.1 * same_day + score, 2), reason)


def _misprint(reading: Reading, known: Known) -> Candidate:
    score, reason = _agreement(reading, known, "same name, other number: one may be misprinted")
    return Candidate(reading.document_id, known.id, round(0.3 + score, 2), reason)


def _agreement(reading: Reading, known: Known, why: str) -> tuple[float, str]:
    """What else two documents agree in, added to the score, and the reason with it."""
    mentioned, parts = id_parts(reading.document_id), id_parts(known.id)
    compared = {
        "issuer": mentioned.issuer is not None and parts.issuer is not None,
        "year": mentioned.when is not None and mentioned.when == parts.when,
        "date": reading.date is not None and known.date is not None,
    }
    agree = [what for what, same in compared.items() if same]
    unknown = [what for what, same in compared.items() if not same]
    if agree:
        why += f"; {' and '.join(agree)} {'agree' if len(agree) > 1 else 'agrees'}"
    if unknown:
        why += f"; {' and '.join(unknown)} not stated on both sides"
    return 0.2 * compared["issuer"] + 0.2 * compared["year"] + 0.1 * compared["date"], why
