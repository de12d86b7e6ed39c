"""Coded events and their sentences in, the same events with who says so out."""

from dragoman.attribution.tellers import attribute

__all__ = ["attribute"]
