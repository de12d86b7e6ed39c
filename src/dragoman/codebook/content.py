"""`dictionaries/ontology/content.toml` in, the mode that a threat, demand or refusal takes from its content out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError


@dataclass(frozen=True, slots=True)
class Content:
    """Rows of (type of the act above, type or type.mode of its content, mode that follows).

    `refusable` are the types that become REJECT when their actor says that it will not: "will not release them".
    """

    rows: tuple[tuple[str, str, str], ...]
    refusable: frozenset[str]

    def mode(self, of: str, content: str, content_mode: str | None) -> str | None:
        """The mode of an act of type `of` whose content is of type `content`; None where no row says."""
        fitting = {content, f"{content}.{content_mode}"}
        return next((mode for above, below, mode in self.rows if above == of and below in fitting), None)


def load_content(file: Path) -> Content:
    """The rows in order; a DictionaryError for one without its three parts."""
    raw, rows = read_toml(file), []
    for number, row in enumerate(raw.get("row", []), 1):
        if not all(row.get(key) for key in ("of", "content", "mode")):
            raise DictionaryError(file.name, f"row {number}", "give `of`, `content` and `mode`")
        rows += [(row["of"], content, row["mode"]) for content in row["content"]]
    return Content(tuple(rows), frozenset(raw.get("refusable", [])))
