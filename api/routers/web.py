"""The explorer page: what a browser asks for to show it."""

from typing import Annotated, Final

from fastapi import APIRouter, Header, Response

from api.routers.reading import ReadRoute
from api.web.page_files import PREFIX, read_page

router = APIRouter(include_in_schema=False, route_class=ReadRoute)

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_GUARDED: Final = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PAGE: Final = _GUARDED | {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_KEPT_FOR_GOOD: Final = _GUARDED | {"Cache-Control": "public, max-age=31536000, immutable"}


@router.get("/")
def show_page(if_none_match: Annotated[str | None, Header()] = None) -> Response:
    """The page: a browser asks each time whether it is still the same."""
    page = read_page()
    headers = {"ETag": page.etag, **_PAGE}
    if if_none_match is not None and page.etag in if_none_match:
        return Response(status_code=304, headers=headers)
    return Response(page.html, media_type="text/html", headers=headers)


@router.get(PREFIX + "/{digest}/{path:path}")
def show_file(digest: str, path: str) -> Response:
    """A file of the page; 404 for one of another version, so that two are never mixed."""
    page = read_page()
    file = page.files.get(path) if page.address == f"{PREFIX}/{digest}" else None
    if file is None:
        return Response("no such file of this version of the page", 404, {"Cache-Control": "no-store"})
    return Response(file.content, media_type=file.media_type, headers=_KEPT_FOR_GOOD)
