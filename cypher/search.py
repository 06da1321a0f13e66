"""Documents by words of title, number, type and place, tasks by their words: ranked, and while somebody types."""

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any, Final

from cypher.documents import read_summaries
from cypher.lookup import TypedName, parse_typed_name
from cypher.names import words_of
from cypher.pages import Key, Page, Wanted
from cypher.results import DocumentFilters, DocumentSummary
from cypher.search_words import SearchWords, find_search_words
from cypher.task_lists import ListedTask, TaskFilters, make_listed_tasks
from cypher.transactions import Statements

MOST_FOUND: Final = 10_000
"""The best of the index that filters choose from: further ones are neither shown nor counted."""
_MOST_COMPARED: Final = 300
"""Documents of which suggestions are the most cited."""
_EVERY, _ANY = "every", "any"
_LONGEST_NUMBER: Final = 60


def search_documents(
    statements: Statements, text: str, filters: DocumentFilters, wanted: Wanted
) -> Page[DocumentSummary]:
    """The documents that have this number or name, then those with all of the words, the best first.

    Where no document has all, filters aside, those with some. Accents, case and marks do not matter. The key of a page
    is whether every word is asked for, and how many results came before.
    """
    find = partial(_find_documents, statements, text, find_search_words(text))
    rows, total, after = _find_part(find, asdict(filters), asdict(DocumentFilters()), wanted)
    summaries = read_summaries(statements, (row["id"] for row in rows))
    return Page(tuple(summaries[row["id"]] for row in rows), after, total if wanted.total else None)


def search_tasks(
    statements: Statements, text: str, filters: TaskFilters, body: str | None, wanted: Wanted
) -> Page[ListedTask]:
    """The tasks with all of the words in text or heading, or else with some, the best first, as documents are found.

    `body` is the id of one that has to do them, with `filters.role` in that role.
    """
    find = partial(_find_tasks, statements, find_search_words(text))
    chosen = asdict(filters) | {"body": body}
    rows, total, after = _find_part(find, chosen, asdict(TaskFilters()) | {"body": None}, wanted)
    return Page(make_listed_tasks(statements, rows), after, total if wanted.total else None)


_Find = Callable[[bool, dict[str, Any], int, int], list[dict[str, Any]]]
"""Rows, each with the `total`, of: whether every word is needed, filters, how many to skip and how many to give."""


def _find_part(
    find: _Find, filters: dict[str, Any], no_filters: dict[str, Any], wanted: Wanted
) -> tuple[list[dict[str, Any]], int, Key | None]:
    """Rows of a page, how many there are on all pages, and the key to go on after."""
    mode, skip = wanted.after or (_EVERY, 0)
    before = int(skip or 0)
    every = mode == _EVERY
    rows = find(every, filters, before, wanted.limit)
    if not rows and wanted.after is None and not find(True, no_filters, 0, 1):
        every = False
        rows = find(every, filters, before, wanted.limit)
    end, total = before + len(rows), rows[0]["total"] if rows else 0
    return rows, total, (_EVERY if every else _ANY, end) if end < total else None


def _find_documents(
    statements: Statements, text: str, words: SearchWords, every: bool, filters: dict[str, Any], skip: int, limit: int
) -> list[dict[str, Any]]:
    if not words.words:
        return []
    return statements.run(
        "read/search_documents",
        number=parse_typed_name(text).number,
        whole=" ".join(words_of(text)),
        years=words.years,
        query=words.query(every, number_field="code"),
        most=MOST_FOUND,
        skip=skip,
        limit=limit,
        **filters,
    )


def _find_tasks(
    statements: Statements, words: SearchWords, every: bool, filters: dict[str, Any], skip: int, limit: int
) -> list[dict[str, Any]]:
    if not words.words:
        return []
    chosen = dict(filters)
    document = chosen.pop("document")
    return statements.run(
        "read/search_tasks",
        query=words.query(every),
        most=MOST_FOUND,
        skip=skip,
        limit=limit,
        owner=f"{document}#t" if document else "",
        **chosen,
    )


def suggest_documents(statements: Statements, text: str, limit: int) -> tuple[DocumentSummary, ...]:
    """Documents that a person who has typed so far may mean: their number begins so, or they have these words.

    The most cited come first among numbers, and among equally good words.
    """
    words = find_search_words(text)
    if not words.words or limit < 1:
        return ()
    ids = dict.fromkeys(_by_number(statements, parse_typed_name(text), limit))
    if len(ids) < limit:
        query = words.query(every=True, prefix=True, number_field="code")
        rows = statements.run("read/suggest_words", query=query, most=_MOST_COMPARED, limit=limit)
        ids |= dict.fromkeys(row["id"] for row in rows)
    chosen = list(ids)[:limit]
    summaries = read_summaries(statements, chosen)
    return tuple(summaries[one] for one in chosen)


def _by_number(statements: Statements, typed: TypedName, limit: int) -> list[str]:
    """Ids by number and what there is of the symbol; after digits alone those of this number, then of longer ones."""
    if typed.number is None or typed.head:
        return []
    start = typed.number[:_LONGEST_NUMBER]
    found: list[str] = []
    after = [("", "{")] if typed.symbol else [("a", "{"), ("", ":")]
    for low, high in after:
        if len(found) < limit:
            most = limit - len(found)
            rows = statements.run(
                "read/suggest_numbers", first=start + low, last=start + high, most=_MOST_COMPARED, limit=most
            )
            found += [row["id"] for row in rows]
    return found
