"""The events of one article in, the same told once each and tied to what they answer out."""

from dragoman.story.telling import tell

__all__ = ["tell"]
