"""The service as this process, until it is told to end."""

import gc
import socket
import sys
from collections.abc import Callable
from typing import Final

import uvicorn

from api.app import create_app
from api.logs import log_config
from api.settings import ServiceSettings, Settings

_SECONDS_TO_END: Final = 20
"""For which answers that are under way go on when the service is told to end."""
_YOUNG_OBJECTS: Final = 20_000
"""After so many the garbage collector looks: an answer is made of thousands, which are gone with it."""


def _silent() -> None:
    return


class _Server(uvicorn.Server):
    """A server that says when it takes requests."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _spare_collector() -> None:
    """Leaves to the garbage collector only what is made from now on: program and routes stay as long as the process."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS)


def run_service(
    settings: Settings, service: ServiceSettings, host: str, port: int, ready: Callable[[], None] = _silent
) -> None:
    """Returns when the service has ended; `ready` is called when it takes requests. Exits with 1 when it cannot."""
    config = uvicorn.Config(
        create_app(settings, service),
        host=host,
        port=port,
        log_config=log_config(service.log_format),
        access_log=False,
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    server = _Server(config, ready)
    _spare_collector()
    try:
        server.run()
    except KeyboardInterrupt:
        return
    except SystemExit as stop:
        # uvicorn has said why, and ends with statuses of its own.
        sys.exit(1 if stop.code else 0)
    if not server.started:
        sys.exit(1)
