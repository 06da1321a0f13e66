"""The description of the API: errors as problems, and an example of each question and its answer, which a test asks
again."""

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from fastapi import FastAPI

_EXAMPLES: Final = Path(__file__).parent / "examples.json"


def add_examples(app: FastAPI) -> None:
    """Puts the examples into what `app` says of itself."""
    describe = app.openapi

    def openapi() -> dict[str, Any]:
        made = app.openapi_schema is not None
        schema = describe()
        if not made:
            _describe_problems(schema)
            for example in json.loads(_EXAMPLES.read_text(encoding="utf-8")):
                _add(schema, example)
        return schema

    app.openapi = openapi  # type: ignore[method-assign]


def _describe_problems(schema: dict[str, Any]) -> None:
    """Every error is a problem of its own media type, also those that FastAPI describes."""
    described = {"schema": {"$ref": "#/components/schemas/Problem"}}
    for operations in schema["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                if status >= "400":
                    response["content"] = {"application/problem+json": described}
    for unused in ("HTTPValidationError", "ValidationError"):
        schema["components"]["schemas"].pop(unused, None)


def _add(schema: dict[str, Any], example: dict[str, Any]) -> None:
    method, address = example["request"].split(" ", 1)
    operation = schema["paths"][example["path"]][method.lower()]
    asked = parse_qs(urlsplit(address).query) | _path_values(example["path"], urlsplit(address).path)
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in asked:
            values = asked[parameter["name"]]
            parameter["example"] = values if parameter["schema"].get("type") == "array" else values[0]
    if "body" in example:
        operation["requestBody"]["content"]["application/json"]["example"] = example["body"]
    if "answer" in example:
        operation["responses"]["200"]["content"]["application/json"]["example"] = example["answer"]


def _path_values(template: str, path: str) -> dict[str, list[str]]:
    parts = zip(template.split("/"), path.split("/"), strict=True)
    return {name.strip("{}"): [unquote(value)] for name, value in parts if name.startswith("{")}
