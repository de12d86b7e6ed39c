"""A coder and gold in, how well it codes out: rates with intervals, errors with their words, runs held together."""

from dragoman.evaluation.comparison import Comparison, compare
from dragoman.evaluation.findings import Findings, Judged
from dragoman.evaluation.gate import Floors, Verdict, judge, load_floors
from dragoman.evaluation.runs import Run, as_row, load_run
from dragoman.evaluation.sources import Source

__all__ = [
    "Comparison",
    "Findings",
    "Floors",
    "Judged",
    "Run",
    "Source",
    "Verdict",
    "as_row",
    "compare",
    "judge",
    "load_floors",
    "load_run",
]
