"""What Neo4j Browser asks for from its own address: guides, style, saved questions.

It may read them from any page: they are the same for everybody and say nothing about the graph.
"""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Request, Response

from api.browser.staff_files import Language, read_style, render_guide, zip_questions

PATHS: Final = ("/guide/", "/style.grass", "/browser/")
"""How the paths begin that answer any page."""

router = APIRouter(tags=["Neo4j Browser"])

_FOR_ANY_PAGE: Final = {"Access-Control-Allow-Origin": "*"}
_PREFLIGHT: Final = _FOR_ANY_PAGE | {"Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "GET"}
_GUIDE: Final = "/guide/{language}.html"
_STYLE: Final = "/style.grass"
_QUESTIONS: Final = "/browser/questions.zip"


@router.get(_GUIDE, response_class=Response, responses={200: {"content": {"text/html": {}}}})
def guide(request: Request, language: Annotated[Language, Path()]) -> Response:
    """The guide, for the Browser's command `:guide`."""
    page = render_guide(language, str(request.base_url).rstrip("/"))
    return Response(page, media_type="text/html", headers=_FOR_ANY_PAGE)


@router.get(_STYLE, response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def style() -> Response:
    """Colours and captions, for the Browser's command `:style`."""
    return Response(read_style(), media_type="text/plain", headers=_FOR_ANY_PAGE)


@router.get(_QUESTIONS, response_class=Response, responses={200: {"content": {"application/zip": {}}}})
def questions() -> Response:
    """The saved questions, to be dragged onto the Browser's window."""
    headers = _FOR_ANY_PAGE | {"Content-Disposition": 'attachment; filename="vanban-cau-hoi.zip"'}
    return Response(zip_questions(), media_type="application/zip", headers=headers)


@router.options(_GUIDE, include_in_schema=False)
@router.options(_STYLE, include_in_schema=False)
@router.options(_QUESTIONS, include_in_schema=False)
def preflight() -> Response:
    """Lets the Browser, a page of another address, ask."""
    return Response(status_code=204, headers=_PREFLIGHT)
