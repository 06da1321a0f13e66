"""docs/api.md prints what the service really answers."""

import httpx
import pytest

from tests.conftest import ROOT
from tests.doc_snippets import with_real_output


@pytest.mark.debian("jq", "jq")
@pytest.mark.debian("curl", "curl")
def test_the_walk_through_prints_what_it_shows(reader: httpx.Client) -> None:
    document = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert document.count("\n$ curl") >= 5
    assert document.count("```python") == document.count("```text") == 2
    assert with_real_output(document, str(reader.base_url).rstrip("/")) == document
