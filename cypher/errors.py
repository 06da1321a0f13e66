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


class LocalServerStoppedError(StoreUnavailableError):
    """A local server that somebody stopped while a program used it; `uri` is the folder of its store."""

    def __init__(self, store_dir: str) -> None:
        StoreError.__init__(
            self, f"the local Neo4j over {store_dir} was stopped; start it: vanban neo4j start --store {store_dir}"
        )
        self.uri = store_dir
        self.reason = "it was stopped"


class StoreAccessError(StoreError):
    """A server that answers and refuses: wrong password, no such database."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(
            f"the Neo4j at {uri} refuses: {reason}; check NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE"
        )
        self.uri = uri
        self.reason = reason


class StoreRequestError(StoreError):
    """A statement that the server could not run, such as one that needs more memory than it has."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"the Neo4j at {uri} could not do it: {reason}")
        self.uri = uri
        self.reason = reason


class StoreTimeoutError(StoreError):
    """A question that the server did not answer in time and gave up; `seconds` is the limit."""

    def __init__(self, uri: str, seconds: float) -> None:
        super().__init__(f"the Neo4j at {uri} gave up after {seconds:g} s; ask for less, or allow it more time")
        self.uri = uri
        self.seconds = seconds


class StoreMemoryError(StoreRequestError):
    """A transaction that needs more memory than the server has."""

    def __init__(self, uri: str, reason: str) -> None:
        more = "give it more (VANBAN_HEAP=4g for the local one, server.memory.heap.max_size for another)"
        StoreError.__init__(self, f"the Neo4j at {uri} has too little memory for it: {reason}; {more}")
        self.uri = uri
        self.reason = reason


class SchemaVersionError(StoreError):
    """A database with another version of the schema than this program's: made by a newer one, or never prepared."""

    def __init__(self, found: int, known: int) -> None:
        advice = "use a newer vanban" if found > known else "any vanban command prepares it"
        super().__init__(f"the database has schema version {found}, this program knows {known}: {advice}")
        self.found = found
        self.known = known


class SchemaNameError(StoreError):
    """A database in which an index of somebody else bears a name of the schema."""

    def __init__(self, uri: str, name: str) -> None:
        super().__init__(
            f"the database at {uri} has an index called {name} that vanban did not make;"
            " drop it, or use another database"
        )
        self.uri = uri
        self.name = name


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


class ReviewError(StoreError):
    """A decision about a pair that is none."""

    def __init__(self, document_id: str, reason: str) -> None:
        super().__init__(f"{reason}: {document_id!r}; give the ids of two documents")
        self.document_id = document_id
        self.reason = reason


class TextNotHeldError(StoreError):
    """A document whose text was never loaded."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"the text of {document_id!r} is not held: the document is known from those that cite it")
        self.document_id = document_id


class UnknownIdError(StoreError):
    """An id that no body or place of the graph has; `kind` says which of the two it should be."""

    def __init__(self, kind: str, id_: str) -> None:
        super().__init__(f"no {kind} of the graph has the id {id_!r}")
        self.kind = kind
        self.id = id_


class UnknownEdgeError(StoreError):
    """An edge between two documents that no citation supports."""

    def __init__(self, origin: str, relation: str, target: str) -> None:
        super().__init__(f"no citation states that {origin!r} {relation} {target!r}")
        self.origin = origin
        self.relation = relation
        self.target = target


class ExportError(StoreError):
    """A graph that cannot be written to files as it is, or a folder that cannot take them."""


class LocalServerError(StoreError):
    """Base of what starting, finding and stopping the local Neo4j raises."""


class JarsUnavailableError(LocalServerError):
    """Jars of Neo4j that cannot be had: not fetched, or missing or changed in the folder that was named."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the jars of Neo4j cannot be used: {reason}; set VANBAN_JARS to a folder that holds them,"
            " or NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a running Neo4j"
        )
        self.reason = reason


class NoSpaceError(LocalServerError):
    """A folder whose disk is too full; `needed` and `free` are in bytes."""

    def __init__(self, folder: str, needed: int, free: int) -> None:
        super().__init__(
            f"no space in {folder}: {needed // 1_000_000} MB are needed and {free // 1_000_000} MB are free; make room,"
            " or name another folder (--store for the documents, XDG_CACHE_HOME for the jars)"
        )
        self.folder = folder
        self.needed = needed
        self.free = free


class ServerFolderError(LocalServerError):
    """A folder in which the local server cannot work; `folder` names it."""

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(f"{folder} cannot be used by the local Neo4j: {reason}")
        self.folder = folder
        self.reason = reason


class ServerStartError(LocalServerError):
    """A local server that did not start; `log_tail` holds the last lines that it wrote."""

    def __init__(self, store_dir: str, reason: str, log_tail: str) -> None:
        super().__init__(
            f"the local Neo4j over {store_dir} did not start: {reason}\n{log_tail}\n"
            "correct what it says, or set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a running Neo4j"
        )
        self.store_dir = store_dir
        self.reason = reason
        self.log_tail = log_tail


class IdleSecondsError(LocalServerError):
    """A VANBAN_IDLE_SECONDS that is not a number of seconds; `text` is its value."""

    def __init__(self, text: str) -> None:
        super().__init__(f"VANBAN_IDLE_SECONDS is {text!r}: give seconds, such as 600, or 0 for never")
        self.text = text


class HeapSizeError(LocalServerError):
    """A VANBAN_HEAP that is no size, or too small for Neo4j; `text` is its value."""

    def __init__(self, text: str) -> None:
        super().__init__(f"VANBAN_HEAP is {text!r}: give megabytes or gigabytes, at least 512m, such as 1g")
        self.text = text
