"""What several folders of tests share: one coder with the language model, loaded once."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.pipeline import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """A coder with dragoman's own dictionaries; loading takes a second."""
    return dragoman.load()
