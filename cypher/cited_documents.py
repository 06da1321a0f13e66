"""The documents that a change touches, with what is counted about them while it goes on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import orjson

from cypher.names import Reading, id_parts, number_key, symbol_key
from cypher.near_keys import is_blank, month_key
from cypher.resolution import Known
from cypher.rows import DocumentRows, Row, identity_properties, label_of
from cypher.titles import near_keys, title_key
from cypher.transactions import Statements
from cypher.votes import StoredCitation, Votes, own_value


@dataclass(slots=True)
class CitedDocument:
    """A document and the citations of it, counted."""

    id: str
    exists: bool
    was_held: bool
    held: bool
    votes: Votes
    own_date: str | None
    """For a held document, its own; others take it from their votes."""
    name: str | None
    was: Known | None = None
    """How open mentions saw it before the change; None when it was not known."""
    issuer_was: tuple[str, str] | None = None

    def known(self) -> Known | None:
        """How open mentions see it now."""
        if self.held:
            return Known(self.id, self.own_date, self.name, held=True)
        if id_parts(self.id).settled and self.votes.readings.get(self.id):
            return Known(self.id, self.votes.value("own date"), self.votes.value("own name"))
        return None

    @property
    def readings(self) -> list[str]:
        """Keys of the open readings that refer to it."""
        return sorted(key for key in self.votes.readings if key != self.id)

    @property
    def gone(self) -> bool:
        """Whether nothing refers to it."""
        return not self.held and not self.votes.readings


class CitedDocuments:
    """The touched documents by id."""

    def __init__(self, statements: Statements, changed: Mapping[str, DocumentRows | None]) -> None:
        self._statements = statements
        self._changed = changed
        self._documents: dict[str, CitedDocument] = {}
        self._entered: defaultdict[str, list[StoredCitation]] = defaultdict(list)
        self._moved: set[str] = set()

    def __iter__(self) -> Iterator[CitedDocument]:
        return iter(sorted(self._documents.values(), key=lambda document: document.id))

    def get(self, document_id: str) -> CitedDocument | None:
        return self._documents.get(document_id)

    def load(self, ids: Iterable[str]) -> None:
        """Read these documents where they are not read yet; one that the graph does not have begins without votes."""
        missing = sorted(set(ids) - self._documents.keys())
        found = {row["id"]: row for row in self._statements.find("read/document_votes", "ids", missing)}
        for document_id in missing:
            self._documents[document_id] = self._begin(document_id, found.get(document_id))

    def _begin(self, document_id: str, row: Row | None) -> CitedDocument:
        was_held = bool(row and row["held"])
        rows = self._changed.get(document_id)
        document = CitedDocument(
            document_id,
            exists=row is not None,
            was_held=was_held,
            held=was_held,
            votes=Votes.of_json(row["votes"] if row else None),
            own_date=row["own_date"] if row else None,
            name=row["name"] if row else None,
        )
        document.was = document.known()
        document.issuer_was = document.votes.commonest("issuer")
        if document_id in self._changed:
            document.held = rows is not None
            document.own_date = rows.properties["own_date"] if rows else None
            document.name = rows.properties["name_key"] if rows else None
        return document

    def known_anywhere(self, document_id: str) -> Known | None:
        """How open mentions see a document whose citations may refer to others, for which they are counted."""
        document = self._documents[document_id]
        if document.held or not id_parts(document_id).settled:
            return document.known()
        counted = {one.id: one.votes for one in self._documents.values() if document_id in one.votes.readings}
        if not counted:
            return None
        return Known(document_id, own_value(counted, document_id, "date"), own_value(counted, document_id, "name"))

    def citations_by_number(self) -> Mapping[str, int]:
        """How many citations name each document fully, whichever they refer to."""
        counts: defaultdict[str, int] = defaultdict(int)
        for document in self._documents.values():
            for key, count in document.votes.readings.items():
                if "|" not in key:
                    counts[key] += count
        return counts

    def leave(self, citations: Iterable[StoredCitation]) -> None:
        """Count no longer what refers to these documents."""
        for document_id, group in _by_target(citations):
            self._documents[document_id].votes.discount(document_id, group)

    def enter(self, citations: Iterable[StoredCitation]) -> None:
        """Count what refers to these documents from now on."""
        for document_id, group in _by_target(citations):
            self._documents[document_id].votes.count(document_id, group)
            self._entered[document_id] += group

    def move(self, before: Iterable[StoredCitation], after: Iterable[StoredCitation]) -> None:
        """Count citations that refer to other documents than before: of unchanged documents all those of a reading."""
        before = list(before)
        self._moved.update(citation.reading for citation in before if citation.document not in self._changed)
        left = {citation.id for citation in before}
        for document_id, entered in self._entered.items():
            self._entered[document_id] = [one for one in entered if one.id not in left]
        self.leave(before)
        self.enter(after)

    def recount(self) -> None:
        """Count anew what lost the least of its citations, from the graph and from what entered since."""
        stale = sorted(document.id for document in self._documents.values() if document.votes.stale)
        if not stale:
            return
        rows = self._statements.find(
            "read/citations_of_documents",
            "ids",
            stale,
            except_documents=sorted(self._changed),
            except_readings=sorted(self._moved),
        )
        stored = dict(_by_target(StoredCitation(**row) for row in rows))
        for document_id in stale:
            votes = self._documents[document_id].votes = Votes()
            votes.count(document_id, stored.get(document_id, ()))
            votes.count(document_id, self._entered[document_id])

    def whole_rows(self) -> Iterator[Row]:
        """Rows of the documents whose properties are written whole: those that change and those that nobody holds."""
        for document in self:
            rows = self._changed.get(document.id)
            if document.gone or (document.held and rows is None):
                continue
            properties = rows.properties if rows else _derived_properties(document)
            label = label_of(document.held, properties["state_or_party"] == "party", properties["level"])
            counted = {"votes": document.votes.to_json(), "readings": document.readings or None}
            keys = _compared_by(document.id, properties["own_date"], properties["name_key"])
            yield {"id": document.id, "label": label, "properties": properties | counted | keys | _adopted(document)}

    def vote_rows(self) -> Iterator[Row]:
        """Rows of held documents that do not change themselves."""
        for document in self:
            if document.held and document.id not in self._changed:
                yield {
                    "id": document.id,
                    "votes": document.votes.to_json(),
                    "readings": document.readings or None,
                    "properties": _adopted(document),
                }

    def issuers_to_write(self) -> tuple[list[str], list[Row]]:
        """Ids of documents nobody holds that lose their issuer, and rows of those that get one, by their votes."""
        losing, getting = [], []
        for document in self:
            if document.held or document.gone:
                continue
            issuer = document.votes.commonest("issuer")
            rewritten = issuer is not None and any(one.id == issuer[1] for one in self._entered[document.id])
            if issuer == document.issuer_was and document.exists and not document.was_held and not rewritten:
                continue
            losing.append(document.id)
            if issuer:
                body = orjson.loads(issuer[0])[0]
                getting.append({"document": document.id, "body": body, "citation": issuer[1]})
        return losing, getting

    def new(self) -> set[str]:
        """Ids of documents that the graph did not have before the change."""
        return {document.id for document in self._documents.values() if not document.exists}

    def gone(self) -> list[str]:
        """Ids of documents of the graph that nothing refers to any more."""
        return [document.id for document in self if document.gone and document.exists]


def _derived_properties(document: CitedDocument) -> Row:
    """What the citations of a document that nobody holds state about it, each the commonest value."""
    votes, identity = document.votes, identity_properties(document.id)
    code, number, symbol = orjson.loads(votes.value("number") or "[null, null, null]")
    _, level, province, district, commune = orjson.loads(votes.value("issuer") or "[null, null, null, null, null]")
    year = votes.value("year")
    known = document.known()
    names = [Reading.of_key(key).name for key in document.readings if Reading.of_key(key).document_id == document.id]
    return identity | {
        "held": False,
        "type": votes.value("type"),
        "number": number,
        "symbol": symbol,
        "code": code,
        "date": votes.value("date"),
        "year": identity["year"] or (int(year) if year else None),
        "term": identity["term"] or votes.value("term"),
        "title": votes.value("title"),
        "level": level,
        "province": province,
        "district": district,
        "commune": commune,
        "state_or_party": votes.value("party"),
        "own_date": known.date if known else None,
        "name_key": known.name if known else min((name for name in names if name), default=None),
    }


def _adopted(document: CitedDocument) -> Row:
    """The number of a held document whose own is blank: that of citations for whose document it stands."""
    if not document.held or number_key(document.id):
        return {}
    meant = min((key for key in document.readings if "|" not in key and number_key(key)), default=None)
    code, number, _ = (
        orjson.loads(document.votes.value("number") or "[null, null, null]") if meant else (None, None, None)
    )
    return {
        "code": code,
        "number": number,
        "number_inferred": True if meant else None,
        "number_key": number_key(meant) if meant else None,
        "symbol_key": symbol_key(meant) if meant else None,
    }


def _compared_by(document_id: str, date: str | None, name: str | None) -> Row:
    """By which documents are found that may be one with others."""
    head, tail = near_keys(name)
    month, blank = month_key(document_id, date), is_blank(document_id)
    return {
        "title_key": title_key(name),
        "title_head": head,
        "title_tail": tail,
        "blank_in": month if blank else None,
        "numbered_in": None if blank else month,
    }


def _by_target(citations: Iterable[StoredCitation]) -> Iterable[tuple[str, list[StoredCitation]]]:
    groups: defaultdict[str, list[StoredCitation]] = defaultdict(list)
    for citation in citations:
        groups[citation.target].append(citation)
    return sorted(groups.items())
