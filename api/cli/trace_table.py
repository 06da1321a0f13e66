"""The answer of a trace for people: a table of the documents, then each one's way to the target with its evidence."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.cli.reports import plural
from api.wire import DocumentSummary, Evidence, Hop
from api.wire_questions import TraceAnswer, TraceResult

_SHOWN_EVIDENCE: Final = 2
"""Places shown for each hop; the rest is counted."""
_CONTEXT_LENGTH: Final = 150
"""Letters shown on each side of a quote."""
_INFERRED: Final = "number from citations"
"""Beside a document whose page leaves the number blank."""
_NAME_LENGTH: Final = 70
"""Letters of a title that stands for a document without a number."""


def print_trace(console: Console, answer: TraceAnswer, passed: Sequence[DocumentSummary]) -> None:
    """Prints the target, the table, and each document's way to the target with its evidence.

    `passed` are other documents on those ways, so that they can be named.
    """
    assert answer.target is not None
    console.print(Text.assemble(("Target  ", "dim"), describe(answer.target)))
    if answer.target.title:
        print_indented(console, 8, Text(answer.target.title, "italic"))
    if answer.results:
        console.print()
        console.print(_table(answer.results))
        documents = (answer.target, *passed, *(result.document for result in answer.results))
        ways = _Ways(console, documents)
        for number, result in enumerate(answer.results, 1):
            ways.print(number, result)
    console.print()
    console.print(_count(answer))


def print_documents(console: Console, documents: Sequence[DocumentSummary]) -> None:
    """Prints candidates, or the nearest documents, with what tells them apart."""
    for document in documents:
        console.print(Text.assemble("  ", describe(document)))
        if document.title and document.code:
            print_indented(console, 6, Text(document.title, "italic"))
        print_indented(console, 6, Text(document.id, "dim"))


class _Ways:
    """Prints ways to the target; the evidence of a step stands where the step is met first."""

    def __init__(self, console: Console, documents: Sequence[DocumentSummary]) -> None:
        self._console = console
        self._names = {document.id: _name(document) for document in documents}
        self._shown: set[tuple[str, str, str]] = set()

    def print(self, number: int, result: TraceResult) -> None:
        document = result.document
        self._console.print(Text.assemble(f"\n{number}. ", describe(document)))
        if document.title and not document.code:
            print_indented(self._console, 3, Text(document.title, "italic"))
        ways = result.paths or [result.hops]
        for position, way in enumerate(ways, 1):
            if len(ways) > 1:
                label = f"way {position} of {len(ways)}, {plural(len(way), 'hop')}"
                print_indented(self._console, 3, Text(label, "dim"))
            for hop in way:
                self._print_hop(hop)
        if result.truncated:
            note = "and more ways; --relation and fewer --hops leave fewer"
            print_indented(self._console, 3, Text(note, "dim"))

    def _print_hop(self, hop: Hop) -> None:
        origin, target = (self._names.get(document, document) for document in (hop.origin, hop.target))
        step = Text.assemble(origin, (f" {hop.relation} ", "cyan"), target)
        key = (hop.origin, hop.relation, hop.target)
        if key in self._shown:
            print_indented(self._console, 3, Text.assemble(step, ("  (evidence above)", "dim")))
            return
        self._shown.add(key)
        print_indented(self._console, 3, step)
        # What the document says of itself comes before what others say of it.
        own_first = sorted(hop.evidence, key=lambda evidence: evidence.document != hop.origin)
        for evidence in own_first[:_SHOWN_EVIDENCE]:
            _print_evidence(self._console, evidence)
        more = len(hop.evidence) - _SHOWN_EVIDENCE
        if more > 0:
            note = f"and {more} more {'place' if more == 1 else 'places'} (--format json shows all)"
            print_indented(self._console, 6, Text(note, "dim"))


def _name(document: DocumentSummary) -> str:
    """Its number, or what else tells it from others."""
    if document.code:
        return document.code
    if document.held and document.type:
        return f"{document.type} without a number"
    words = document.title or document.id
    return words if len(words) <= _NAME_LENGTH else words[: _NAME_LENGTH - 1].rstrip() + "…"


def describe(document: DocumentSummary) -> Text:
    """Number or title in bold, then type, issuer, date and whether it is held."""
    issuer = document.issuer.name if document.issuer else None
    kind = document.type if document.code else None
    held = "held" if document.held else "not held"
    parts = (kind, issuer, document.date or document.year, held, document.number_inferred and _INFERRED)
    return Text.assemble((_name(document), "bold"), "  ", ", ".join(str(part) for part in parts if part))


def _table(results: Sequence[TraceResult]) -> Table:
    table = Table(header_style="bold")
    table.add_column("#", justify="right")
    table.add_column("Document", overflow="fold")
    table.add_column("Issuer", overflow="fold")
    table.add_column("Level")
    table.add_column("Date")
    table.add_column("Held")
    table.add_column("Hops", justify="right")
    for number, result in enumerate(results, 1):
        document = result.document
        table.add_row(
            str(number),
            Text.assemble(
                (document.code or "(no number)", "bold"),
                f"\n{_INFERRED}" if document.number_inferred else "",
                f"\n{document.type or ''}",
            ),
            document.issuer.name if document.issuer else "not known",
            document.level,
            document.date or str(document.year or "not known"),
            "yes" if document.held else "no",
            str(len(result.hops)),
        )
    return table


def _print_evidence(console: Console, evidence: Evidence) -> None:
    """The context with the quote in bold where it stands in it, and where that is."""
    context = " ".join(evidence.context.split())
    quote = " ".join(evidence.quote.split())
    words = Text(f"“{_excerpt(context, quote)}”")
    words.highlight_words([quote], "bold")
    where = (
        f"{evidence.source} {evidence.start}-{evidence.end}, rule {evidence.rule}, confidence {evidence.confidence:.2f}"
    )
    print_indented(console, 6, words)
    print_indented(console, 6, Text(where, "dim"))


def _excerpt(context: str, quote: str) -> str:
    """The quote with as much of its context as is read at a glance, cut at spaces."""
    position = context.find(quote)
    if position < 0:
        return quote
    before, after = context[:position], context[position + len(quote) :]
    if len(before) > _CONTEXT_LENGTH:
        before = "… " + before[-_CONTEXT_LENGTH:].partition(" ")[2]
    if len(after) > _CONTEXT_LENGTH:
        after = after[:_CONTEXT_LENGTH].rpartition(" ")[0] + " …"
    return before + quote + after


def print_indented(console: Console, columns: int, text: Text) -> None:
    """Prints the text, each of its lines so many columns to the right."""
    console.print(Padding(text, (0, 0, 0, columns), expand=False))


def _count(answer: TraceAnswer) -> str:
    count = len(answer.results)
    words = f"{plural(count, 'local document')} {'traces' if count == 1 else 'trace'} back to it."
    if answer.unknown_level:
        words += f" {answer.unknown_level} more whose level is not known."
    return words
