"""What handlers ask for. Such functions are async where they only look: others are handed to a thread."""

from typing import Annotated

from fastapi import Depends, Request

from api.settings import ServiceSettings
from cypher.store import Store


async def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


async def _service(request: Request) -> ServiceSettings:
    service: ServiceSettings = request.app.state.service
    return service


OpenStore = Annotated[Store, Depends(_store)]
"""The store that the app's lifespan opened."""
Service = Annotated[ServiceSettings, Depends(_service)]
"""How the service runs."""
