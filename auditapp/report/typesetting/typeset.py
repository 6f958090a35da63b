# SPDX-License-Identifier: MPL-2.0
"""Break text into lines.

Words are measured once and remembered, so the time taken grows with the length of the text and no
faster. A word wider than the line is cut where the line ends.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise

from auditapp.checklist.revision.word_marks import MarkKind
from auditapp.report.characters import is_arabic
from auditapp.report.typesetting.bound_words import MOST_BOUND, bound_before
from auditapp.report.typesetting.direction import Run, is_right_to_left, visual_order
from auditapp.report.typesetting.fonts import Weight
from auditapp.report.typesetting.gate import admit
from auditapp.report.typesetting.word_runs import Spaces, joined, runs_of


@dataclass(frozen=True, slots=True)
class Span:
    """Hold text of one weight, as somebody typed it. Spans that follow each other are spaced.

    ``change`` says that the text was taken out of a wording, or put in. One that ``joins`` follows
    the one before without a space. ``stretch`` keeps parts of a line apart that are tagged each by
    itself: those with odd numbers are set apart from the text, as a link is, without spaces around.
    """

    text: str
    weight: Weight = Weight.REGULAR
    change: MarkKind = MarkKind.SAME
    joins: bool = False
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """Hold a word that has been measured. ``width`` is its width at one point.

    A word that ``is_cut`` goes on in the next line: no space follows it. One that several spans
    make together, such as a bold word and its full stop, has them for its ``pieces``. One that
    ``is_apart``, or has a piece that is, makes its line one of parts.
    """

    text: str
    weight: Weight
    width: float
    runs: tuple[Run, ...]
    has_arabic: bool
    is_cut: bool = False
    change: MarkKind = MarkKind.SAME
    stretch: int = 0
    pieces: tuple["Word", ...] = ()
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class LinePart:
    """Hold a part of a line that is all the same, went or came, in points of width.

    ``stretch`` is that of the spans it comes from.
    """

    change: MarkKind
    runs: tuple[tuple[str, str], ...]
    width: float
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line ready to be set. ``width`` is in points.

    ``reads_as`` holds the text in reading order where the runs stand in another one, else nothing.
    ``from_right`` asks for the line to end at the right margin. ``parts`` are there where words of
    the line went or came, or belong to different stretches; they hold the same as ``runs``.
    """

    runs: tuple[tuple[str, str], ...]
    width: float
    reads_as: str = ""
    from_right: bool = False
    parts: tuple[LinePart, ...] = ()


class Typesetter:
    """Break texts into lines, and remember the words of one report."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, Weight], Word] = {}
        self._spaces = Spaces()

    def lines(self, spans: Iterable[Span], size: float, width: float) -> list[Line]:
        """Return the lines that ``spans`` make at ``size`` points in ``width`` points."""
        lines: list[Line] = []
        for words in self._paragraphs(spans):
            has_arabic = any(word.has_arabic for word in words)
            from_right = has_arabic and is_right_to_left(word.text for word in words)
            broken = list(self._break(words, width / size))
            lines += [
                self._set(line, size, from_right=from_right, ends=False) for line in broken[:-1]
            ]
            is_shifted = from_right and len(broken) > 1
            last = self._set(broken[-1], size, from_right=from_right, ends=True)
            lines.append(replace(last, from_right=is_shifted) if from_right else last)
        return lines

    def word(self, text: str, weight: Weight) -> Word:
        """Return ``text``, an admitted word without spaces, measured."""
        word = self._words.get((text, weight))
        if word is None:
            runs = tuple(runs_of(text, weight))
            word = Word(text, weight, sum(run.width for run in runs), runs, is_arabic(text))
            self._words[text, weight] = word
        return word

    def _paragraphs(self, spans: Iterable[Span]) -> list[list[Word]]:
        paragraphs: list[list[Word]] = [[]]
        for span in spans:
            for place, text in enumerate(admit(span.text).split("\n")):
                if place:
                    paragraphs.append([])
                words = [self.word(word, span.weight) for word in text.split(" ")]
                if span.change is not MarkKind.SAME or span.stretch:
                    apart = partial(replace, change=span.change, stretch=span.stretch)
                    words = [apart(word, is_apart=True) for word in words]
                if span.joins and not place and paragraphs[-1]:
                    words[0] = _composed([paragraphs[-1].pop(), words[0]])
                paragraphs[-1] += words
        return paragraphs

    def _break(self, words: Iterable[Word], room: float) -> Iterator[list[Word]]:
        """Yield the words of one line after the other; ``room`` is the width at one point."""
        line: list[Word] = []
        used = 0.0
        for whole in words:
            for word in self._cut(whole, room) if whole.width > room else (whole,):
                needed = word.width + (self._between(line[-1], word).width if line else 0)
                if line and used + needed > room:
                    kept = self._kept(line, word, room)
                    yield line[: len(line) - len(kept)]
                    line, used = kept, self._width(kept)
                    needed = word.width + (self._between(line[-1], word).width if line else 0)
                line.append(word)
                used += needed
        yield line

    def _kept(self, line: Sequence[Word], word: Word, room: float) -> list[Word]:
        """Return the words of a full line that go on to the next with ``word``: those of a date."""
        if line[-1].is_cut:
            return []
        count = bound_before([each.text for each in line[-MOST_BOUND:]], word.text)
        kept = list(line[len(line) - count :])
        return kept if count < len(line) and self._width([*kept, word]) <= room else []

    def _width(self, words: Sequence[Word]) -> float:
        """Return the width of words with the spaces between them, at one point."""
        width = sum([word.width for word in words])
        return width + sum([self._between(one, word).width for one, word in pairwise(words)])

    def _cut(self, word: Word, room: float) -> Iterator[Word]:
        """Yield the parts of a word too wide for a line, each at least one character."""
        made: list[Word] = []
        used = 0.0
        for piece in word.pieces or (word,):
            start = 0
            for end, char in enumerate(piece.text):
                width = self.word(char, piece.weight).width
                if (made or end > start) and used + width > room:
                    if end > start:
                        made.append(self._slice(piece, start, end))
                    yield replace(_composed(made), is_cut=True)
                    made, start, used = [], end, 0.0
                used += width
            made.append(self._slice(piece, start, len(piece.text)))
        yield _composed(made)

    def _slice(self, word: Word, start: int, end: int) -> Word:
        part = self.word(word.text[start:end], word.weight)
        return replace(part, change=word.change, stretch=word.stretch, is_apart=word.is_apart)

    def _set(self, words: Sequence[Word], size: float, *, from_right: bool, ends: bool) -> Line:
        """Return ``words`` as a line; all but the last of a paragraph end in a space.

        The space is not seen, but without it words join when the text is copied or read aloud.
        """
        width = self._width(words)
        tail = "" if ends or words[-1].is_cut else " "
        if any(word.has_arabic for word in words):
            runs = visual_order(list(self._spaced(words)), from_right=from_right)
            reads_as = " ".join(word.text for word in words) + tail
            pairs = tuple((run.font, run.text) for run in runs)
            return Line(pairs, width * size, reads_as, from_right)
        if any(word.is_apart for word in words):
            return self._set_parts(words, size, tail)
        fonts = {run.font for word in words for run in word.runs}
        if len(fonts) == 1:
            return Line(((fonts.pop(), " ".join([w.text for w in words]) + tail),), width * size)
        return Line(joined(self._spaced(words), tail), width * size)

    def _set_parts(self, words: Sequence[Word], size: float, tail: str) -> Line:
        """Return a line of parts; no space belongs to what went or came, or is set apart."""
        parts = [
            _part(change, stretch, [run for _key, run in same], size)
            for (change, stretch), same in groupby(self._keyed(words), lambda each: each[0])
        ]
        if tail and parts:
            font, stretch = parts[-1].runs[-1][0], _after(parts[-1].stretch)
            parts.append(LinePart(MarkKind.SAME, ((font, tail),), 0, stretch))
        runs = tuple(run for part in parts for run in part.runs)
        return Line(runs, sum(part.width for part in parts), parts=tuple(parts))

    def _keyed(self, words: Sequence[Word]) -> Iterator[tuple[tuple[MarkKind, int], Run]]:
        """Yield each run of a line, spaces among them, with what keeps it apart from the others."""
        before: Word | None = None
        for word in words:
            pieces = word.pieces or (word,)
            if before is not None:
                is_one = _key(before) == _key(pieces[0])
                key = _key(before) if is_one else (MarkKind.SAME, _after(before.stretch))
                yield key, self._between(before, word)
            for piece in pieces:
                yield from ((_key(piece), run) for run in piece.runs)
            before = pieces[-1]

    def _spaced(self, words: Sequence[Word]) -> Iterator[Run]:
        """Yield the runs of ``words`` with a space between one word and the next."""
        yield from words[0].runs
        for before, word in pairwise(words):
            yield self._between(before, word)
            yield from word.runs

    def _between(self, before: Word, word: Word) -> Run:
        """Return the space between two words; that of code, which is wide, only within code."""
        weight = word.weight
        if weight is Weight.CODE:
            last = before.pieces[-1] if before.pieces else before
            weight = last.weight if last.weight is Weight.CODE else Weight.REGULAR
        return self._spaces[weight]


def _composed(pieces: Sequence[Word]) -> Word:
    """Return words that no space parts as one."""
    flat = [piece for word in pieces for piece in word.pieces or (word,) if piece.text]
    if len(flat) < 2:  # noqa: PLR2004 - one, or none
        return flat[0] if flat else pieces[-1]
    return Word(
        "".join(piece.text for piece in flat),
        flat[0].weight,
        sum(piece.width for piece in flat),
        tuple(run for piece in flat for run in piece.runs),
        any(piece.has_arabic for piece in flat),
        pieces=tuple(flat),
        is_apart=any(piece.is_apart for piece in flat),
    )


def _key(word: Word) -> tuple[MarkKind, int]:
    return word.change, word.stretch


def _after(stretch: int) -> int:
    """Return the stretch of the plain text behind a piece of one: its own, if that is plain."""
    return stretch + stretch % 2


def _part(change: MarkKind, stretch: int, runs: Sequence[Run], size: float) -> LinePart:
    return LinePart(change, joined(runs, ""), sum(run.width for run in runs) * size, stretch)
