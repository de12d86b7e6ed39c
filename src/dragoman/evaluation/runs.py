"""Findings in, the JSON of a run out, and back: what a later run is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluation.findings import Findings, Judged, Mark
from dragoman.evaluation.measures import Figure
from dragoman.evaluation.sources import read_text, shaped


@dataclass(frozen=True, slots=True)
class Run:
    """All findings of one coder: which release, which codebook, which way of deciding."""

    version: str
    codebook: str
    coder: str
    findings: tuple[Findings, ...]

    def of(self, kind: str) -> Findings | None:
        """The findings on one kind of data; None where it was not measured."""
        return next((found for found in self.findings if found.kind == kind), None)


def as_row(run: Run) -> dict[str, Any]:
    """The run as JSON. It holds no gold's text, only the words by which its events are told apart."""
    return {
        "dragoman": run.version,
        "codebook": run.codebook,
        "coder": run.coder,
        "findings": {found.kind: _findings(found) for found in run.findings},
    }


def _findings(found: Findings) -> dict[str, Any]:
    return {
        "gold": found.source,
        "sha256": found.sha256,
        "size": dict(found.size),
        "figures": {name: asdict(figure) for name, figure in found.figures.items()},
        "tables": {
            name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for name, table in found.tables.items()
        },
        "items": [
            {"id": one.id, "marks": {label: list(mark) for label, mark in one.marks.items()}, "false": list(one.false)}
            for one in found.judged
        ],
    }


def load_run(path: Path) -> Run:
    """A run that was kept, without its tables; an InputError where the file holds none."""
    return shaped(str(path), read_text(path), _run)


def _run(row: Mapping[str, Any]) -> Run:
    findings = tuple(_read_findings(kind, found) for kind, found in row["findings"].items())
    return Run(row["dragoman"], row["codebook"], row["coder"], findings)


def _read_findings(kind: str, row: Mapping[str, Any]) -> Findings:
    figures = {name: Figure(**figure) for name, figure in row["figures"].items()}
    judged = tuple(
        Judged(one["id"], "", {label: Mark(*mark) for label, mark in one["marks"].items()}, tuple(one["false"]))
        for one in row["items"]
    )
    return Findings(kind, row["gold"], row["sha256"], row["size"], figures, {}, judged)
