"""What handlers ask for."""

from typing import Annotated

from fastapi import Depends, Request

from api.settings import ServiceSettings
from cypher.store import Store


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _service(request: Request) -> ServiceSettings:
    service: ServiceSettings = request.app.state.service
    return service


OpenStore = Annotated[Store, Depends(_store)]
"""The store that the app's lifespan opened."""
Service = Annotated[ServiceSettings, Depends(_service)]
"""How the service runs."""
