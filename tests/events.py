"""Events written by hand: a type, who, to whom, and whatever else a test is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dragoman.records import Actor, Event, Span


def span(text: str, start: int = 0) -> Span:
    return Span(start, start + len(text), text)


def actors(*countries: str | None) -> tuple[Actor, ...]:
    return tuple(Actor(span(country or "somebody"), country=country) for country in countries)


def event(
    type_: str,
    actor: Sequence[str | None] = (),
    recipient: Sequence[str | None] = (),
    trigger: str = "act",
    **more: Any,
) -> Event:
    """An event of that type between countries; None is a party without one."""
    made = Event("e", "a", 0, type_, None, None, None, 4, None, None, span(trigger), span("Words."))
    return replace(made, actor=actors(*actor), recipient=actors(*recipient), **more)
