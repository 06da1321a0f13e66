"""Whether the service runs."""

from fastapi import APIRouter

from api.dependencies import OpenStore
from api.wire import Health

router = APIRouter(tags=["service"])


@router.get("/healthz")
def health(store: OpenStore) -> Health:
    """Answers while the service runs and reaches its graph."""
    return Health(status="ok", documents=store.counts().documents)
