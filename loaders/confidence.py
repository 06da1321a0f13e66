"""How sure a citation is: the likelihood that all it says is right, as `bench/calibration.py` measures it.

A product of how sure each rule is on documents that were not looked at when it was written: that this is a citation,
that the relation is the one that is meant, and that the document is the one that is named.
"""

from collections.abc import Iterable

from loaders.completion import Completed
from loaders.mention_words import Mention
from loaders.records import Defect
from loaders.relations import Relation

_CITED = {
    "type_and_number": 0.99,
    "law_name_and_number": 0.99,
    "list_member": 0.98,
    "so_and_number": 0.97,
    "number_alone": 0.96,
    "law_name": 0.97,
    "bare_number": 0.75,
    "name": 0.65,
}
"""That this is a mention of a document: names without a number run into the words around them."""
_NAME_WITH_ITS_ACT = 0.93
"""A name beside the act that promulgates or approves it, or in a preamble, is hardly ever anything else."""
_RELATED = {"enacting_clause": 0.97, "purpose": 0.96, "beside": 0.97, "inside_name": 0.98, "alias": 0.98}
_LOOSELY_AMENDED = 0.65
"""An enacting clause that speaks of amending does not always amend the act that it names."""
_SURE_OF_NAMES = frozenset(("promulgated_with", "preamble", "title"))
_GIVEN = frozenset(("PROMULGATES", "APPROVES"))

_OPEN_LAW = 0.91
_OPEN = 0.94
_NO_ISSUER = 0.92
_ISSUER_BY_PLACE = 0.97
"""An issuer that only the symbol names, at the place of the citing document."""
_TOLD_BY_OPEN = frozenset(("missing_year", "missing_date", "missing_symbol"))
_FORMAL = frozenset(("missing_so", "stray_space", "missing_hyphen", "swapped_separators"))
_AFTER_FORMAL_DEFECT = 0.99
_AFTER_DEFECT = 0.95


def confidence_of(mention: Mention, relation: Relation, done: Completed, defects: tuple[Defect, ...]) -> float:
    """Between 0 and 1; of citations with 0.9 or more at least 97 in 100 are right in span, document and relation."""
    sure = _cited(mention, relation) * _related(relation) * _identified(mention, done) * _as_printed(defects)
    return round(sure, 2)


def _cited(mention: Mention, relation: Relation) -> float:
    given = relation.rule == "title_of_cited" and relation.type in _GIVEN
    if mention.rule == "name" and (given or relation.rule in _SURE_OF_NAMES):
        return _NAME_WITH_ITS_ACT
    return _CITED[mention.rule]


def _related(relation: Relation) -> float:
    if relation.rule == "enacting_clause" and relation.type == "AMENDS":
        return _LOOSELY_AMENDED
    return _RELATED.get(relation.rule, 1.0)


def _identified(mention: Mention, done: Completed) -> float:
    """That year and issuer tell which document it is; what stays unknown may be another than the reader thinks."""
    sure = 1.0
    if done.year is None and done.term is None:
        sure *= _OPEN_LAW if mention.number is None else _OPEN
    if done.issuer is None:
        sure *= _NO_ISSUER
    elif done.issuer.level != "central" and ("issuer", "symbol") in done.how:
        sure *= _ISSUER_BY_PLACE
    return sure


def _as_printed(defects: Iterable[Defect]) -> float:
    """That the page means what it says."""
    kinds = {defect.kind for defect in defects} - _TOLD_BY_OPEN
    sure = 1.0
    if kinds & _FORMAL:
        sure *= _AFTER_FORMAL_DEFECT
    if kinds - _FORMAL:
        sure *= _AFTER_DEFECT
    return sure
