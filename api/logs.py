"""How the service writes its log: lines for people, or one JSON object a line for programs."""

from typing import Any, Final

_FORMATS: Final = {
    "text": {"format": "%(asctime)s %(levelname)s %(message)s"},
    "json": {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
        "json_ensure_ascii": False,
    },
}


def log_config(log_format: str) -> dict[str, Any]:
    """The configuration of the log, as `logging.config` takes it. uvicorn's own line for each request is left out."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": _FORMATS[log_format]},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "loggers": {
            "uvicorn": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
            "vanban": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        },
    }
