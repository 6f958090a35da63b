# SPDX-License-Identifier: MPL-2.0
"""Say what the parts of a report contain, without saying how they look.

The writers (PDF today) turn each block into their own form, so a block holds words, tones and
shares, never fonts, colours or positions.
Any text in a block may come from a person; writers must treat all of it as untrusted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditapp.report.blank_blocks import BlankBlock
from auditapp.report.change_blocks import MarkedText
from auditapp.report.figure_blocks import Figure


class Tone(StrEnum):
    """Tie a badge, a step or a part of a bar to the colour of a grade or an answer."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"
    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    COULD_NOT_FIND = "could_not_find"
    NEUTRAL = "neutral"


class TextTone(StrEnum):
    """Set how loudly a paragraph speaks."""

    BODY = "body"
    LEAD = "lead"
    MUTED = "muted"


class CalloutTone(StrEnum):
    """Set how urgent a callout is."""

    DANGER = "danger"
    WARN = "warn"
    INFO = "info"


class ColumnKind(StrEnum):
    """Say what a column of a table holds.

    ``ROW_HEAD`` names its row and is set in bold; ``CODE`` holds hashes and the like, set small.
    """

    TEXT = "text"
    ROW_HEAD = "row_head"
    NUMBER = "number"
    CODE = "code"


class DetailKind(StrEnum):
    """Say what a detail of a question is.

    ``PLAIN`` is running text; a ``FACT`` may share its line with the next, when both are short;
    a ``QUOTE`` gives words as they were put; ``SMALL`` is what few readers look for.
    """

    PLAIN = "plain"
    FACT = "fact"
    QUOTE = "quote"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Heading:
    """Open a part of the report. ``level`` 1 stands right under the title of the report.

    Level 0 is the title of another report in the same file.
    """

    level: int
    text: str
    bookmark: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold running text. A line break in ``text`` is kept.

    One that ``leads_in`` is never parted from what it says something about, which follows it.
    """

    text: str
    tone: TextTone = TextTone.BODY
    leads_in: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """Set something apart that must not be overlooked."""

    tone: CalloutTone
    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """List short facts as pairs of a label and what it is."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """Show one short word or two in the colour of ``tone``.

    One that ``is_pale`` is one of very many, as in a heat map: its colour only tints what it says.
    """

    text: str
    tone: Tone = Tone.NEUTRAL
    is_pale: bool = False


@dataclass(frozen=True, slots=True)
class BarPart:
    """Be one part of a bar: how many, of what."""

    count: int
    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Bar:
    """Show how a number of things divides; the counts are always written out as well."""

    parts: tuple[BarPart, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Point at one step of a scale, as in "Suggested"."""

    step: int
    text: str


@dataclass(frozen=True, slots=True)
class GradeScale:
    """Show a scale and the step that was chosen, if one was.

    ``label`` names what is graded. ``other_marks`` point at further steps, such as a suggestion.
    """

    steps: tuple[Badge, ...]
    chosen: int | None
    label: str
    other_marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """List points that have no order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Head a column. ``width`` is its share of the width of the table."""

    title: str
    width: float
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Noted:
    """Hold what a cell says with notes under it, which are set small. Empty ones are left out."""

    text: str | Badge | MarkedText
    notes: tuple[str, ...]


Cell = str | Badge | Bar | MarkedText | Noted


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Head the rows of a table that follow, up to the next such head."""

    title: str


TableRow = tuple[Cell, ...] | RowGroup


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a table of any length. ``caption`` says what it shows, for those who cannot see it.

    One that ``is_small`` is there to be looked up in, not to be read through. One that
    ``leads_in`` has its last row on the page on which what follows it begins.
    """

    columns: tuple[Column, ...]
    rows: Sequence[TableRow]
    caption: str
    is_small: bool = False
    leads_in: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """Hold what is said under a question: one text stands beside its label, several are listed."""

    label: str
    texts: tuple[str, ...]
    kind: DetailKind = DetailKind.PLAIN


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """Show a question, its answer and everything recorded with the answer.

    ``flags`` are short words to notice, such as "To discuss". ``answer`` is None for a question
    that has none.
    """

    ref: str
    text: str
    answer: Badge | None
    details: tuple[Detail, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Show a small picture. ``words`` say what it shows, for those who cannot see it.

    ``png`` is the contents of a PNG file in RGB without transparency, which PDF/A-2a would allow
    and older printers would not; ``size`` is its width and height in pixels.
    """

    png: bytes
    size: tuple[int, int]
    words: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Put two lists of blocks next to each other where the medium is wide enough."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Keep blocks on one page if they fit on one."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class PageBreakHint:
    """Suggest a new page when less than ``share`` of the page is left."""

    share: float = 0.25


Block = (
    Heading
    | Paragraph
    | Callout
    | Facts
    | GradeScale
    | Bullets
    | SideBySide
    | Table
    | QuestionBlock
    | KeepTogether
    | PageBreakHint
    | BlankBlock
    | Figure
    | Picture
)
