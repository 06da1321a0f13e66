"""The files of the explorer page, read once and named by what they hold.

Their addresses carry a digest of them all, so that a browser may keep them for good and never mixes two versions.
The page itself, `index.html`, is a template: `{files}` is the address under which the others are, and `{modules}` names
every module, so that a browser asks for all of them at once and not for each when another imports it.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Final

from loaders.defect_kinds import DEFECT_KINDS
from loaders.facts_files import read_facts
from loaders.records import LEVELS, PASSIVE_RELATIONS, RELATIONS

PREFIX: Final = "/web"
_FOLDER: Final = Path(__file__).parent
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """What a file holds, and its media type."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page and the files that it asks for, by their paths below `address`."""

    html: bytes
    etag: str
    address: str
    files: dict[str, PageFile]


@cache
def read_page() -> Page:
    """The page as it is sent."""
    files = {
        path.relative_to(_FOLDER).as_posix(): PageFile(path.read_bytes(), _TYPES[path.suffix])
        for path in sorted(_FOLDER.rglob("*.*"))
        if path.suffix in _TYPES
    }
    files["js/facts.js"] = PageFile(_facts_module(), _TYPES[".js"])
    template = (_FOLDER / "index.html").read_text(encoding="utf-8")
    digest = blake2b(digest_size=8)
    for name, file in sorted(files.items()):
        digest.update(f"{name}\0{sha256(file.content).hexdigest()}\n".encode())
    address = f"{PREFIX}/{digest.hexdigest()}"
    modules = "\n".join(
        f'<link rel="modulepreload" href="{address}/{name}">' for name in sorted(files) if name.endswith(".js")
    )
    html = template.replace("{files}", address).replace("{modules}", modules).encode()
    return Page(html, f'"{blake2b(html, digest_size=12).hexdigest()}"', address, files)


def _facts_module() -> bytes:
    """Facts of the field, as a module of the page: the same rows that the loaders read."""
    tiles = json.loads((_FOLDER / "province_tiles.json").read_text(encoding="utf-8"))
    provinces = [
        {
            "set": row["set"],
            "code": row["code"],
            "name": row["name"],
            "kind": row["kind"],
            "into": row["merged_into"] or None,
            "tile": tiles[row["set"]][row["code"]],
        }
        for row in read_facts("provinces.csv")
    ]
    facts = {
        "LEVELS": LEVELS,
        "RELATIONS": RELATIONS,
        "PASSIVE_RELATIONS": PASSIVE_RELATIONS,
        "DEFECTS": {slug: asdict(kind) for slug, kind in DEFECT_KINDS.items()},
        "PROVINCES": provinces,
    }
    lines = (f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in facts.items())
    return "\n".join(lines).encode()
