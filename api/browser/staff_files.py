"""The style, the guides and the saved questions for Neo4j Browser, as it is given them.

A guide is a template: `{service}` is the address of this service as the reader's browser reaches it,
`{question:01}` the saved question whose file name begins so, `{query:01}` the same without its comments,
`{colour:Central}` the style's colour of a label.
"""

import io
import re
import zipfile
from functools import cache
from html import escape
from pathlib import Path
from typing import Final, Literal, get_args

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

_FOLDER: Final = Path(__file__).parent
_PLACEHOLDER: Final = re.compile(r"\{(?P<kind>service|question|query|colour)(?::(?P<name>[A-Za-z0-9]+))?\}")
_NODE_COLOUR: Final = re.compile(
    r"^node\.(?P<label>[A-Za-z]+)\ \{[^}]*?^\s*color:\ (?P<colour>\#[0-9A-F]{6});", re.MULTILINE | re.VERBOSE
)
_COMMENT: Final = re.compile(r"^//.*\n", re.MULTILINE)
_ZIP_FOLDER: Final = "vanban"
_ZIP_DATE: Final = (2024, 1, 1, 0, 0, 0)


def connect_commands(service: str, language: Language = "vi") -> str:
    """What Browser runs when it has connected (`browser.post_connect_cmd`): guide and style of the service there.

    Browser takes both from `localhost` alone unless its server's `browser.remote_content_hostname_whitelist` says more.
    """
    return f"guide {service}/guide/{language}.html; style {service}/style.grass"


@cache
def read_style() -> str:
    """The colours, sizes and captions, in the Browser's own format (GraSS)."""
    return (_FOLDER / "style.grass").read_text(encoding="utf-8")


@cache
def read_colours() -> dict[str, str]:
    """Label -> the colour that the style gives its nodes, as #RRGGBB."""
    return {found["label"]: found["colour"] for found in _NODE_COLOUR.finditer(read_style())}


@cache
def read_questions() -> dict[str, str]:
    """The saved questions, by file name in their order: Cypher whose first line, after `//`, is the name."""
    files = sorted((_FOLDER / "questions").glob("*.cypher"))
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def render_guide(language: Language, service: str) -> str:
    """The guide for a service that the reader reaches at the address `service`, which ends without a slash."""

    def fill(placeholder: re.Match[str]) -> str:
        name = placeholder["name"] or ""
        match placeholder["kind"]:
            case "question":
                return escape(_question(name), quote=False)
            case "query":
                return escape(_COMMENT.sub("", _question(name)), quote=False)
            case "colour":
                return read_colours()[name]
            case _:
                return escape(service)

    return _PLACEHOLDER.sub(fill, _guide(language))


@cache
def zip_questions() -> bytes:
    """The saved questions in one archive, which Browser takes when it is dragged onto its window."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for name, text in read_questions().items():
            files.writestr(zipfile.ZipInfo(f"{_ZIP_FOLDER}/{name}", _ZIP_DATE), text)
    return archive.getvalue()


@cache
def _guide(language: Language) -> str:
    return (_FOLDER / f"guide.{language}.html").read_text(encoding="utf-8")


def _question(prefix: str) -> str:
    (text,) = (text for name, text in read_questions().items() if name.startswith(prefix))
    return text.strip()
