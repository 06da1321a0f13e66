"""What the citations of a posted text mean."""

from http import HTTPStatus
from typing import Final

from api.wire_questions import LookedUp, LookupAnswer
from cypher.mention_lookup import Meant, look_up_citations
from cypher.names import id_parts
from cypher.store import Store
from loaders.passages import Malformed, read_passage
from loaders.records import Citation

_REASONS: Final = {
    "no_symbol": "no symbol follows the number, such as NQ-CP in 32/NQ-CP",
    "not_a_symbol": "what follows the number has not the form of a symbol, such as NQ-CP in 32/NQ-CP",
}


def answer_lookup(store: Store, text: str) -> LookupAnswer:
    """Each citation of the text, and each thing that should be one and is malformed, with what it means."""
    passage = read_passage(text)
    meant = store.read(lambda found: look_up_citations(found, passage.citations)) if passage.citations else ()
    looked_up = [_looked_up(one, what) for one, what in zip(passage.citations, meant, strict=True)]
    looked_up += map(_malformed, passage.malformed)
    return LookupAnswer(citations=sorted(looked_up, key=lambda one: (one.start, one.end)))


def _looked_up(citation: Citation, meant: Meant) -> LookedUp:
    shown = {"start": citation.start, "end": citation.end, "quote": citation.quote, "code": citation.code}
    if meant.document:
        return LookedUp.model_validate(shown | {"status": HTTPStatus.OK, "document": meant.document})
    if meant.candidates:
        several = {"candidates": meant.candidates, "reason": _why_several(citation, meant.fitting)}
        return LookedUp.model_validate(shown | {"status": HTTPStatus.MULTIPLE_CHOICES} | several)
    return LookedUp.model_validate(shown | {"status": HTTPStatus.NOT_FOUND, "nearest": meant.nearest})


def _why_several(citation: Citation, fitting: int) -> str:
    parts = id_parts(citation.document_id)
    stated = {"type": parts.type, "issuer": parts.issuer, "year": parts.when}
    missing = [name for name, value in stated.items() if value is None]
    what = "this number" if citation.code else "this name"
    why = f"; the citation states no {' and no '.join(missing)}" if missing else ""
    return f"{fitting} documents have {what}{why}"


def _malformed(found: Malformed) -> LookedUp:
    return LookedUp(
        start=found.start,
        end=found.end,
        quote=found.words,
        code=None,
        status=HTTPStatus.BAD_REQUEST,
        reason=_REASONS[found.reason],
    )
