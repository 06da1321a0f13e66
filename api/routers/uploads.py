"""Files that are sent to be read, or read and stored, and documents that are taken out. All need an API key."""

from http import HTTPStatus
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request, Response
from starlette.concurrency import run_in_threadpool

from api.access import Writer
from api.dependencies import OpenStore, Service
from api.uploads import Upload, read_form, read_upload, report_on
from api.wire import Problem
from api.wire_uploads import Report
from cypher.errors import UnknownDocumentIdError

router = APIRouter(prefix="/v1", tags=["writing"])

PATHS: Final = frozenset(("/v1/documents", "/v1/extractions"))
"""Where files are sent."""
REFUSED: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Problem, "description": says}
    for status, says in {
        401: "There is no API key, or it is not known",
        403: "The API key may only read",
    }.items()
}
_UNREAD: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Problem, "description": says}
    for status, says in {
        408: "The file did not come in time",
        413: "The file is too large",
        415: "The file is no plain text in UTF-8 or UTF-16, whatever its name or type says",
        422: "The file holds no text, or none in Vietnamese",
    }.items()
}
_FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {
                            "type": "string",
                            "format": "binary",
                            "description": "A text (.txt, .md) in UTF-8 or UTF-16.",
                        },
                        "replace": {
                            "type": "boolean",
                            "default": False,
                            "description": "Where another text with this id is held, take the new one.",
                        },
                    },
                }
            }
        },
    }
}
"""Written out, because FastAPI reads the body that it describes itself before it asks who sends it."""


async def _receive(request: Request, _: Writer) -> Upload:
    """What was sent; it is read only when the caller may write."""
    return await read_form(request)


_Sent = Annotated[Upload, Depends(_receive)]


@router.post("/extractions", responses=REFUSED | _UNREAD, openapi_extra=_FORM)
async def extract_file(service: Service, upload: _Sent) -> Report:
    """What would be read from a file; nothing is stored."""
    record, explanation = await read_upload(upload, service.upload_seconds)
    return report_on(record, explanation, "read")


@router.post(
    "/documents",
    status_code=HTTPStatus.CREATED,
    responses=REFUSED
    | _UNREAD
    | {
        200: {"model": Report, "description": "What was held before was replaced, or is the same"},
        409: {"model": Problem, "description": "Another text with this id is held"},
    },
    openapi_extra=_FORM,
)
async def load_file(store: OpenStore, service: Service, response: Response, upload: _Sent) -> Report:
    """Store what is read from a file; from then on its document says this and nothing else."""
    record, explanation = await read_upload(upload, service.upload_seconds)
    result = await run_in_threadpool(store.put, record, upload.replace)
    response.status_code = HTTPStatus.CREATED if result.action == "created" else HTTPStatus.OK
    response.headers["Location"] = f"/v1/documents/{quote(result.document_id, safe=':')}"
    return report_on(record, explanation, result.action)


@router.delete(
    "/documents/{document_id}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=REFUSED | {404: {"model": Problem, "description": "No document with this id is held"}},
)
def remove_document(_: Writer, store: OpenStore, document_id: Annotated[str, Path(max_length=500)]) -> None:
    """Take out what a document said. While others cite it, it stays as one that is not held."""
    if not store.remove(document_id):
        raise UnknownDocumentIdError(document_id)
