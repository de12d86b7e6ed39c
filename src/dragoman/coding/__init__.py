"""Sentences with their mentions in, coded events out."""

from dragoman.coding.coder import code
from dragoman.coding.relating import Relation, relation

__all__ = ["Relation", "code", "relation"]
