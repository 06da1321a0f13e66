"""The answer of a trace for people: a table of the documents, then each one's way to the target with its evidence."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.wire import DocumentSummary, Evidence, Hop, TraceAnswer, TraceResult

_SHOWN_EVIDENCE: Final = 3
"""Places shown for each hop; the rest is counted."""


def print_trace(console: Console, answer: TraceAnswer) -> None:
    """Prints the answer: target, table, evidence."""
    assert answer.target is not None
    names = {
        document.id: name_document(document) for document in (answer.target, *(r.document for r in answer.results))
    }
    console.print(Text.assemble(("Target  ", "dim"), _describe(answer.target)))
    if answer.target.title:
        console.print(Padding(Text(answer.target.title, "italic"), (0, 0, 0, 8)))
    console.print()
    if answer.results:
        console.print(_table(answer.results))
        for number, result in enumerate(answer.results, 1):
            _print_way(console, number, result, names)
    console.print(Text(_count(answer), "dim"))


def print_documents(console: Console, documents: Sequence[DocumentSummary]) -> None:
    """Prints candidates, or the nearest documents, one a line, with what tells them apart."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for document in documents:
        issuer = document.issuer.name if document.issuer else "issuer not known"
        table.add_row(Text(name_document(document), "bold"), document.date or "no date", issuer, document.title or "")
        table.add_row("", "", Text(document.id, "dim"), "")
    console.print(table)


def name_document(document: DocumentSummary) -> str:
    """Its number, or what else tells it from others."""
    return document.code or document.title or document.id


def _describe(document: DocumentSummary) -> Text:
    parts = [
        document.type,
        document.issuer.name if document.issuer else None,
        document.date,
        "held" if document.held else "not held",
    ]
    return Text.assemble((name_document(document), "bold"), "  ", ", ".join(part for part in parts if part))


def _table(results: Sequence[TraceResult]) -> Table:
    table = Table(header_style="bold", show_lines=False)
    for heading, justify in (
        ("#", "right"),
        ("Document", "left"),
        ("Issuer", "left"),
        ("Level", "left"),
        ("Date", "left"),
    ):
        table.add_column(heading, justify=justify, overflow="fold")  # type: ignore[arg-type]
    table.add_column("Held")
    table.add_column("Hops", justify="right")
    for number, result in enumerate(results, 1):
        document = result.document
        table.add_row(
            str(number),
            Text.assemble((document.code or "(no number)", "bold"), f"\n{document.type or ''}"),
            document.issuer.name if document.issuer else "not known",
            document.level,
            document.date or "not known",
            "yes" if document.held else "no",
            str(len(result.hops)),
        )
    return table


def _print_way(console: Console, number: int, result: TraceResult, names: Mapping[str, str]) -> None:
    console.print(Text.assemble(f"\n{number}. ", _describe(result.document)))
    ways = result.paths or [result.hops]
    for position, way in enumerate(ways, 1):
        if len(ways) > 1:
            console.print(
                Padding(Text(f"way {position} of {len(ways)}, {_plural(len(way), 'hop')}", "dim"), (0, 0, 0, 3))
            )
        for hop in way:
            _print_hop(console, hop, names)


def _print_hop(console: Console, hop: Hop, names: Mapping[str, str]) -> None:
    origin, target = (names.get(document, document) for document in (hop.origin, hop.target))
    console.print(Padding(Text.assemble(origin, (f" {hop.relation} ", "cyan"), target), (0, 0, 0, 3)))
    for evidence in hop.evidence[:_SHOWN_EVIDENCE]:
        _print_evidence(console, evidence)
    more = len(hop.evidence) - _SHOWN_EVIDENCE
    if more > 0:
        console.print(
            Padding(Text(f"and {_plural(more, 'more place')} (--format json shows all)", "dim"), (0, 0, 0, 6))
        )


def _print_evidence(console: Console, evidence: Evidence) -> None:
    """The context, with the quote in bold where it stands in it, and where that is."""
    context = " ".join(evidence.context.split())
    quote = " ".join(evidence.quote.split())
    words = Text(f"“{context}”" if quote in context else f"“{quote}”")
    words.highlight_words([quote], "bold")
    where = (
        f"{evidence.source} {evidence.start}-{evidence.end}, rule {evidence.rule}, confidence {evidence.confidence:.2f}"
    )
    console.print(Padding(words, (0, 0, 0, 6)))
    console.print(Padding(Text(where, "dim"), (0, 0, 0, 6)), soft_wrap=False)


def _count(answer: TraceAnswer) -> str:
    verb = "traces" if len(answer.results) == 1 else "trace"
    count = f"\n{_plural(len(answer.results), 'local document')} {verb} back to it."
    if answer.unknown_level:
        count += f" {_plural(answer.unknown_level, 'more')} whose level is not known."
    return count


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 or noun == "more" else f"{count} {noun}s"
