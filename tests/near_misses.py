"""Long texts of what looks like the beginning of something and never becomes it."""

import pytest

reads_to_the_end = pytest.mark.timeout(60)
"""For a test that reads such a text: seconds where time grows with its length, many minutes where with the square."""
