"""Whether the service runs, whether it can answer, and what it counts."""

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.dependencies import OpenStore
from api.wire import Health, Problem

router = APIRouter(tags=["service"])


@router.get("/healthz")
async def health() -> Health:
    """Answers while the service runs, whatever its graph does."""
    return Health(status="ok")


@router.get("/readyz", responses={503: {"model": Problem, "description": "The graph does not answer, or is not ours"}})
def ready(store: OpenStore) -> Health:
    """Answers while the graph answers and has this program's schema: while questions can be answered."""
    store.check_schema()
    return Health(status="ready")


@router.get("/metrics", response_class=Response, responses={200: {"content": {CONTENT_TYPE_LATEST: {}}}})
async def metrics(request: Request) -> Response:
    """Counts and times of requests, in the format of Prometheus."""
    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)
