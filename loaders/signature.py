"""Signatures: who signed, and the lines over the name."""

from dataclasses import dataclass

from loaders.closing import Closing
from loaders.normalise import squeeze
from loaders.personal_names import read_name


@dataclass(frozen=True, slots=True)
class Signature:
    """The signer's name in the usual case, and the posts above it ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH")."""

    signer: str | None
    signer_title: str | None


def read_signature(text: str, closing: Closing) -> Signature:
    """The first signature of a document's end; None for what is not printed.

    >>> from loaders.closing import find_closing
    >>> words = "KT. CHỦ TỊCH\\nPHÓ CHỦ TỊCH\\n(Đã ký)\\nNGUYỄN VĂN AN"
    >>> read_signature(words, find_closing(words))
    Signature(signer='Nguyễn Văn An', signer_title='KT. CHỦ TỊCH PHÓ CHỦ TỊCH')
    """
    titles: list[str] = []
    signer = None
    for piece in closing.pieces:
        words = squeeze(text[piece.start : piece.end])
        if piece.kind == "post":
            if signer and titles:
                break
            titles.append(words)
        elif piece.kind == "name" and signer is None:
            signer = read_name(words)
    if signer and signer == signer.upper():
        signer = " ".join(word[0] + word[1:].lower() for word in signer.split())
    return Signature(signer, " ".join(titles) or None)
