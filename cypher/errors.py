"""Errors of the store and of the local server: each carries what it is about."""


class StoreError(Exception):
    """Base of every error that `cypher` raises."""


class StatementError(StoreError):
    """A statement file whose header does not agree with its text; `file` names it."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"cypher/statements/{file}: {reason}")
        self.file = file
        self.reason = reason


class StoreUnavailableError(StoreError):
    """A server that does not answer; `uri` names it."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"no Neo4j answers at {uri}: {reason}; start it, or correct NEO4J_URI")
        self.uri = uri
        self.reason = reason


class StoreAccessError(StoreError):
    """A server that answers and refuses: wrong password, no such database."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"the Neo4j at {uri} refuses: {reason}; check NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE")
        self.uri = uri
        self.reason = reason


class StoreRequestError(StoreError):
    """A statement that the server could not run, such as one that needs more memory than it has."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"the Neo4j at {uri} could not do it: {reason}")
        self.uri = uri
        self.reason = reason


class SchemaVersionError(StoreError):
    """A database that a newer version of this program made."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"the database has schema version {found}, this program knows up to {known}: use a newer vanban")
        self.found = found
        self.known = known


class DocumentConflictError(StoreError):
    """Two different texts with one document id; the one that came first stays."""

    def __init__(self, document_id: str, held_source: str, refused_source: str) -> None:
        super().__init__(
            f"{refused_source}: another text with the id {document_id} is held already, from {held_source};"
            " load with --replace to take this one instead"
        )
        self.document_id = document_id
        self.held_source = held_source
        self.refused_source = refused_source


class UnknownDocumentIdError(StoreError):
    """An id that no document of the graph has."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"no document of the graph has the id {document_id!r}")
        self.document_id = document_id
