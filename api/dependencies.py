"""What handlers ask for."""

from typing import Annotated

from fastapi import Depends, Request

from cypher.store import Store


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


OpenStore = Annotated[Store, Depends(_store)]
"""The store that the app's lifespan opened."""
