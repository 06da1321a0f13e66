"""Benchmarks: what the extraction finds and how fast, beside something else run in the same minute."""
