"""The graph, or one lineage, as a file."""

from typing import Annotated, Any, Final, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from api.answers import CACHE_HEADERS
from api.dependencies import OpenStore
from api.exports.formats import FORMATS, find_format
from api.routers.parameters import Name, Parameters, Relation
from api.routers.reading import NOT_FOUND, ReadRoute
from api.wire import Problem
from cypher.exporting import Export, export_lineage
from cypher.neighbourhood import EXPORT_LIMIT, LineageWanted
from loaders.records import RELATIONS

router = APIRouter(prefix="/v1", tags=["exports"], route_class=ReadRoute)

_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file",
        "content": {one.media_type: {"schema": {"type": "string", "format": "binary"}} for one in FORMATS.values()},
    },
    501: {"model": Problem, "description": "The package that writes the format is not installed"},
}


class ExportParameters(Parameters):
    format: Literal["jsonl", "csv", "graphml", "jsonld", "parquet"] = Field(
        description="JSON Lines, CSV in a zip, GraphML, JSON-LD (schema.org and ELI), Parquet in a zip."
    )
    lineage: Name | None = Field(None, description="Id of a document: only it and those in its lineage.")
    direction: Literal["up", "down", "both"] = Field("both", description="Up, down or both ways from it.")
    relation: list[Relation] = Field(list(RELATIONS[:-1]), description="Relations of the lineage; all but CITES.")
    hops: int = Field(12, ge=1, le=12, description="Longest way of the lineage.")


@router.get("/export", response_class=Response, responses=_FILE | NOT_FOUND)
def export(store: OpenStore, request: Request, parameters: Annotated[ExportParameters, Query()]) -> Response:
    """Documents, bodies, places, tasks, citations and what joins them, as the graph is while the file is written.

    Texts are not in it: `/v1/documents/{id}/text` has them. A file that was cut off lacks its end, which for JSON
    Lines is seen by the number of its documents: `/v1/documents?total=true&limit=1` says how many there are.
    """
    chosen = find_format(parameters.format)
    content, name = Export(store), "vanban"
    if parameters.lineage:
        wanted = LineageWanted(
            up=parameters.direction != "down",
            down=parameters.direction != "up",
            relations=tuple(parameters.relation),
            hops=parameters.hops,
            limit=EXPORT_LIMIT,
        )
        content = export_lineage(store, parameters.lineage, wanted)
        name = parameters.lineage.replace(":", "_")
    file = f"{name}.{chosen.ending}"
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file, safe='')}", **CACHE_HEADERS}
    if request.method == "HEAD":
        return Response(headers=headers, media_type=chosen.media_type)
    return StreamingResponse(chosen.write(content), headers=headers, media_type=chosen.media_type)
