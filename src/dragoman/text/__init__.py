"""Articles in, their sentences marked and parsed out."""

from dragoman.text.parser import Parser
from dragoman.text.reading import read

__all__ = ["Parser", "read"]
