"""Points of a list within a sentence left out: "jung, offen und genau" -> "offen und genau"."""

from __future__ import annotations

from dataclasses import dataclass

from postings.review.leaving_out import pairs, words
from postings.review.leaving_out.points import Point
from postings.review.model import Edit

_SUBJECT_AND_VERB = 2  # words


@dataclass(frozen=True, slots=True)
class Listing:
    """The points of a sentence; those from `first` to `last` hold the finding [start, end), others do not."""

    masked: str
    points: list[Point]
    first: int
    last: int
    start: int
    end: int
    is_prose: bool

    def left_out(self) -> list[Edit] | None:
        """The edits; None where the rest would not be German for certain."""
        if self._has_counterpart() or (stop := self._stop()) is None:
            return None
        if self.first == 0:
            return self._without_first()
        if not self._is_whole_point() or not self._may_follow(self.first):
            return None
        if words.is_half(self._words(self.first - 1)) or self._lacks_object() or self._holds_verb():
            return None
        return self._without_later(stop)

    def _words(self, at: int) -> str:
        return self.masked[self.points[at].start : self.points[at].end]

    @property
    def _own(self) -> int:
        """Where the point itself begins, with its article and adjectives."""
        return self.start - words.goes_too(self.masked[self.points[self.first].start : self.start])

    @property
    def _is_last(self) -> bool:
        return self.last == len(self.points) - 1

    def _stop(self) -> int | None:
        """Where the words that go end: a verb's bracket stays, what hangs on the noun goes with it."""
        end = self.points[self.last].end
        after = self.masked[self.end : end]
        if self._is_last and (words.is_bracket(after) or words.turns(after)):
            return end if self.first and words.begins_with_verb(self._words(self.first)) else self.end
        hangs_on = words.is_attached(after) or (self._is_last and after.lstrip()[:1] == ",")
        return end if not after.strip() or hangs_on else None

    def _has_counterpart(self) -> bool:
        """Whether a neighbour names the other sex: who strikes one of two leaves the other."""
        hit = self.masked[self.start : self.end]
        beside = (at for at in (self.first - 1, self.last + 1) if 0 <= at < len(self.points))
        return any(pairs.are_a_pair(self._words(at), hit) for at in beside)

    def _is_whole_point(self) -> bool:
        """Whether nothing of weight stands before the finding in its point."""
        begin = self.points[self.first].start
        return not self.masked[begin : self._own].strip() or words.begins_with_verb(
            self.masked[begin : self.start]
        )

    def _holds_verb(self) -> bool:
        """ "Eine Gleichstellung oder «Schwerbehinderung liegt vor»": the verb of the points before, too."""
        hit = self.masked[self.start : self.end]
        return self.points[self.first].joint != "," and words.ends_with_clause(hit)

    def _lacks_object(self) -> bool:
        """ "Du schreibst und sprichst Deutsch": what stands before has its object in this point."""
        begin = self.points[self.first].start
        return (
            self.first == 1
            and words.begins_with_verb(self.masked[begin : self.start])
            and len(self._words(0).split()) <= _SUBJECT_AND_VERB
        )

    def _may_follow(self, at: int) -> bool:
        """Whether a point is of the kind of the one before it, so that one can stand for the other."""
        before, here = self._words(at - 1), self._words(at)
        if words.begins_with_verb(here):
            return (self.points[at].joint != "," or self._all_are_clauses()) and words.has_verb(before)
        is_same = at == self.first and words.is_copula(self.masked[self.points[0].start :][:9])
        if is_same and not words.has_verb(here):
            return True
        kinds = words.is_nominal(before, begins_sentence=at == 1), words.is_nominal(here)
        return None in kinds or kinds[0] == kinds[1]

    def _without_first(self) -> list[Edit] | None:
        """What follows takes the place of the first points."""
        after = self.points[self.last + 1]
        following, begin = self._words(self.last + 1), self.points[0].start
        if self.end != self.points[self.last].end:
            return None
        if after.joint == "und" and following.startswith("Sie ") and self._own == begin:
            return None if words.speaks_of_it(following[4:]) else [_gone(begin, after.start)]
        subject = words.subject_of(self.masked[begin : self.start])
        who = self.masked[begin : begin + (subject or 0)]
        if words.continues(following, who) if subject else words.begins_with_verb(following):
            if subject is None or words.speaks_of_it(following):
                return None
            return [_gone(begin + subject + 1, after.start)]
        return [_gone(self._own, after.start)] if self._can_begin_with(following) else None

    def _can_begin_with(self, following: str) -> bool:
        frame = self.masked[self.points[0].start : self._own]
        if not frame.strip() and self.is_prose:
            return False  # the subject: its verb may have to change
        return (
            words.stays(frame)
            and not words.is_negated(self.masked[self._own : self.end])
            and (self._completes(frame) or self._may_follow(self.last + 1))
            and not self._may_be_clause(following)
            and not words.joins_inside(self.masked[self.start : self.end])
            and not (frame.strip() and words.begins_with_preposition(following))
        )

    def _all_are_clauses(self) -> bool:
        """ "Du hast Lust, bist jung und wohnst hier" """
        others = range(1, len(self.points))
        is_row = self.points[-1].joint in ("und", "oder")
        who = self._words(0).split(" ", 1)[0]
        return is_row and all(words.continues(self._words(at), who) for at in others)

    def _completes(self, frame: str) -> bool:
        """ "Sie sind (ungebunden und) offen für Neues": what follows may be of any kind."""
        after = self.points[self.last + 1]
        following = self._words(self.last + 1)
        is_plain = words.is_quality(following) or (after.joint != "," and not words.has_verb(following))
        return is_plain and words.is_copula(frame)

    def _may_be_clause(self, following: str) -> bool:
        """ "… und brennst für Linux": a verb that no list knows has words after it."""
        if self.points[self.last + 1].joint == "," or " " not in following:
            return False
        return words.may_begin_with_verb(following, self.masked[self.points[0].start : self.start])

    def _without_later(self, stop: int) -> list[Edit]:
        begin = self.points[self.first - 1].end
        if self._is_aside():
            return [_gone(begin, self.points[self.last + 1].start - 1)]
        joint = self.points[self.last].joint
        if not self._is_last or self.first == 1 or joint == ",":
            return [_gone(begin, stop)]
        # "A, B und C" without C: the comma before B becomes "und"
        comma, before = self.points[self.first - 2].end, self.points[self.first - 1].start
        return [Edit(comma, before - comma, f" {joint} "), _gone(begin, stop)]

    def _is_aside(self) -> bool:
        """ "Alle, auch …, dürfen sich melden": both commas go."""
        if self._is_last or not words.begins_with_verb(self._words(self.last + 1)):
            return False
        return self.points[self.first].joint == self.points[self.last + 1].joint == ","


def _gone(start: int, end: int) -> Edit:
    return Edit(start, end - start, "")
