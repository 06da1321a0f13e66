"""Formats of exports. Each gives the bytes of one file piece by piece, so that its size costs no memory."""
