"""The commands and programs in a document, run, and the document with what they really print.

python -m tests.doc_snippets docs/api.md http://127.0.0.1:8000     # writes it again, over the samples
"""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

DOCUMENTED: Final = "http://127.0.0.1:8000"
"""The address that documents name."""
_BLOCK: Final = re.compile(r"^```(?P<kind>console|python|text)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)


def with_real_output(document: str, address: str) -> str:
    """The document, its console blocks and the text blocks after its programs filled with what is printed now."""
    names: dict[str, Any] = {}
    printed: list[str] = []

    def fill(block: re.Match[str]) -> str:
        content = block["content"]
        if block["kind"] == "console":
            content = _run_commands(content, address)
        elif block["kind"] == "python":
            printed.append(_run_program(content, address, names))
        elif printed:
            content = printed.pop()
        return f"```{block['kind']}\n{content}```"

    return _BLOCK.sub(fill, document)


def _run_commands(content: str, address: str) -> str:
    shown = []
    for line in content.splitlines():
        if line.startswith("$ "):
            command = line.removeprefix("$ ").replace(DOCUMENTED, address)
            done = subprocess.run(
                ["bash", "-c", command], capture_output=True, encoding="utf-8", check=True, timeout=60
            )
            output = done.stdout if done.stdout.endswith("\n") else f"{done.stdout}\n"
            shown.append(f"{line}\n{output}")
    return "".join(shown)


def _run_program(content: str, address: str, names: dict[str, Any]) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(content.replace(DOCUMENTED, address), "<document>", "exec"), names)  # noqa: S102
    return output.getvalue()


def main() -> None:
    path = Path(sys.argv[1])
    path.write_text(with_real_output(path.read_text(encoding="utf-8"), sys.argv[2]), encoding="utf-8")


if __name__ == "__main__":
    main()
