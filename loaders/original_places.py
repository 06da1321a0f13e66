"""Records moved from the normalised text to the file's own: the only place where offsets change."""

from dataclasses import replace

from loaders.normalise import NormalisedText
from loaders.records import Assignment, Citation, Header, Recipient, Task


def header_in_original(header: Header, normalised: NormalisedText) -> Header:
    """The header with its places counted in the original text."""

    def place(position: int | None) -> int | None:
        return None if position is None else normalised.original_span(position, position)[0]

    return replace(
        header,
        title=_printed_title(header, normalised),
        title_start=place(header.title_start),
        title_end=place(header.title_end),
        issuer_start=place(header.issuer_start),
        issuer_end=place(header.issuer_end),
        body_start=place(header.body_start) or 0,
        body_end=place(header.body_end),
    )


def _printed_title(header: Header, normalised: NormalisedText) -> str | None:
    if header.title is None or header.title_start is None or header.title_end is None:
        return header.title
    return normalised.printed_words(header.title_start, header.title_end, header.title)


def recipient_in_original(recipient: Recipient, normalised: NormalisedText) -> Recipient:
    """The recipient with its span in the original text."""
    if normalised.in_place:
        return recipient
    start, end = normalised.original_span(recipient.start, recipient.end)
    words = normalised.printed_words(recipient.start, recipient.end, recipient.text)
    return replace(recipient, text=words, start=start, end=end)


def citation_in_original(citation: Citation, normalised: NormalisedText) -> Citation:
    """The citation with its spans in the original text."""
    if normalised.in_place:
        return citation
    start, end = normalised.original_span(citation.start, citation.end)
    context_start, context_end = normalised.original_span(citation.context_start, citation.context_end)
    return replace(citation, start=start, end=end, context_start=context_start, context_end=context_end)


def task_in_original(task: Task, normalised: NormalisedText) -> Task:
    """The task, and what it assigns, with their spans in the original text."""
    if normalised.in_place:
        return task
    start, end = normalised.original_span(task.start, task.end)
    words = normalised.printed_words(task.start, task.end, task.text)
    assigned = tuple(_assignment_in_original(a, normalised) for a in task.assigned)
    return replace(task, text=words, start=start, end=end, assigned=assigned)


def _assignment_in_original(assignment: Assignment, normalised: NormalisedText) -> Assignment:
    if assignment.start is None or assignment.end is None:
        return assignment
    start, end = normalised.original_span(assignment.start, assignment.end)
    words = normalised.printed_words(assignment.start, assignment.end, assignment.text)
    return replace(assignment, text=words, start=start, end=end)
