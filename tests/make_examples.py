"""Writes the examples of the API's description again: what the service answers over the samples.

python -m tests.make_examples http://127.0.0.1:8000     # a service over the samples; read what changed
"""

import json
import sys
from pathlib import Path
from typing import Any, Final

import httpx

EXAMPLES: Final = Path(__file__).parent.parent / "api" / "examples.json"


def ask(client: httpx.Client, example: dict[str, Any]) -> httpx.Response:
    """The answer to the request of an example."""
    method, address = example["request"].split(" ", 1)
    return client.request(method, address, json=example.get("body"))


def main() -> None:
    examples = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    with httpx.Client(base_url=sys.argv[1], timeout=60) as client:
        for example in examples:
            answer = ask(client, example)
            answer.raise_for_status()
            if answer.headers["content-type"] == "application/json":
                example["answer"] = answer.json()
    EXAMPLES.write_text(json.dumps(examples, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples)} examples in {EXAMPLES.name}")


if __name__ == "__main__":
    main()
