"""No pandas: see tests/api/serving.py."""

raise ImportError("commands are tested without pandas")
