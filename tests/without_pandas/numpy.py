"""No numpy: see tests/api/serving.py."""

raise ImportError("commands are tested without numpy")
