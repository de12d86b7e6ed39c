"""Run every measurement that the data at hand allows and print a line for each."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks import accuracy, cold, speed


def main() -> None:
    """Cold start needs no data; speed and accuracy need the folder of DRAGOMAN_BENCH."""
    print(cold.report())
    named = os.environ.get("DRAGOMAN_BENCH")
    folder = Path(named) if named else None
    if folder is None or not folder.is_dir():
        print("accuracy and speed: set DRAGOMAN_BENCH to the folder of the benchmark data")
        return
    print(speed.report(folder))
    print(accuracy.report(folder))


if __name__ == "__main__":
    main()
