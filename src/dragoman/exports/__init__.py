"""Coded articles in, files out: the table of formats."""

from __future__ import annotations

from dragoman.exports import html, jsonl, table
from dragoman.exports.export import Coded, Export
from dragoman.exports.jsonl import as_article_row, as_row

__all__ = ["EXPORTS", "Coded", "Export", "as_article_row", "as_row"]

# A new export: a module with `write(coded, file)`, and a line here.
EXPORTS: dict[str, Export] = {
    "table": table.write,
    "jsonl": jsonl.write,
    "html": html.write,
}
