"""Sentences with their mentions in, coded events out."""

from dragoman.coding.coder import code

__all__ = ["code"]
