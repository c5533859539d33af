"""Makes a short text fit: leaves out whole facts, then whole words, never a part of a word or the link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape


class TooSmall(ValueError):  # noqa: N818 - it reads as what is wrong
    """The limit has not even room for the link."""


@dataclass(frozen=True)
class Size:
    """How much a receiver takes, by its own way of counting."""

    limit: int
    measure: Callable[[str], int] = len

    def holds(self, text: str) -> bool:
        """True if the receiver takes all of it."""
        return self.measure(text) <= self.limit


@dataclass(frozen=True)
class Line:
    """One fact; of two, the one with the higher `spare` is left out first."""

    text: str
    spare: int = 0


@dataclass(frozen=True)
class Post:
    """The parts of a short text, each in one line. `brief` stands for `lead` where room is short."""

    lead: str
    brief: str
    title: str
    link: str
    lines: tuple[Line, ...] = ()
    tags: str = ""

    @property
    def head(self) -> str:
        """ "Neue Stelle (Stadt Neustadt): Sachbearbeitung Wohngeld"."""
        return ": ".join(filter(None, [self.lead, self.title]))

    @property
    def body(self) -> str:
        """Facts, link and tags."""
        facts = "\n".join(line.text for line in self.lines)
        return "\n\n".join(filter(None, [facts, self.link, self.tags]))

    @property
    def text(self) -> str:
        """All of it in plain lines."""
        return "\n\n".join(filter(None, [self.head, self.body]))

    @property
    def markup(self) -> str:
        """The same words with the head in bold; line ends stay line ends."""
        head = f"<b>{escape(self.head, quote=False)}</b>" if self.head else ""
        return "\n\n".join(filter(None, [head, escape(self.body, quote=False)]))


def fitted(post: Post, size: Size) -> Post:
    """As much of the post as the receiver takes."""
    for smaller in _ever_smaller(post):
        if size.holds(smaller.text):
            return smaller
    raise TooSmall(f"{size.limit} are too few for {post.link}")


def _ever_smaller(post: Post) -> Iterator[Post]:
    yield post
    yield (post := replace(post, tags=""))
    while post.lines:
        least = max(reversed(post.lines), key=lambda line: line.spare)
        yield (post := replace(post, lines=tuple(line for line in post.lines if line is not least)))
    yield (post := replace(post, lead=post.brief))
    words = post.title.split(" ")
    for count in range(len(words) - 1, 0, -1):
        yield replace(post, title=" ".join(words[:count]) + " …")
    yield (post := replace(post, title=""))
    yield replace(post, lead="")
