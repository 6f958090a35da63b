# SPDX-License-Identifier: MPL-2.0
"""Model a layout: what an organisation may choose about its reports without any code.

The format is ``layout/1``; ``docs/layouts.md`` explains it to administrators.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Literal, Protocol

from pydantic import AfterValidator, Field, StringConstraints

from auditapp.checklist.field_types import refusal
from auditapp.contrast import contrast
from auditapp.i18n import _
from auditapp.model.report_kinds import ReportKind
from auditapp.report.blocks import Picture
from auditapp.report.layouts.fields import Line, Said, one_line
from auditapp.report.layouts.kinds import Headings, Titles

FORMAT: Final = "layout/1"

LEAST_CONTRAST: Final = 4.5
"""What WCAG 2.2 (success criterion 1.4.3) asks for between text and what is behind it."""

_GROUND: Final = "#f3f6f9"
"""The darkest colour on which a report sets text in the accent colour: that of its panels."""

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_LOGO_NAME: Final = re.compile(r"[^/\\:]{1,100}\.(png|jpe?g)", re.IGNORECASE)


class Part(StrEnum):
    """Name the parts of the full report of an audit, in the order that they usually have."""

    CONCERNS = "concerns"
    FRONT_SHEET = "front_sheet"
    AMENDMENTS = "amendments"
    GRADES = "grades"
    SUMMARY = "summary"
    SECTIONS = "sections"
    ACTIONS = "actions"
    TIMESCALES = "timescales"
    FEEDBACK = "feedback"
    REASONS = "reasons"
    QUESTIONS = "questions"
    HIDDEN = "hidden"
    SET_ASIDE = "set_aside"
    SIGN_OFF = "sign_off"


NEVER_LEFT_OUT: Final = (Part.CONCERNS, Part.AMENDMENTS, Part.SIGN_OFF)
"""What a child may depend on, and what tells one state of an audit from another."""


def _readable(text: str) -> str:
    """Return a colour that text in it can be read in, in small letters."""
    if not _COLOUR.fullmatch(text):
        raise refusal(
            _("'{text}' is not a colour.").format(text=text[:40]),
            _('Write it in six digits and in quotes, as in "#12365c".'),
        )
    ratio = contrast(text, _GROUND)
    if ratio < LEAST_CONTRAST:
        raise refusal(
            _("The colour {colour} is too pale to be read easily.").format(colour=text),
            _(
                "Choose a darker one. On the panels of a report it has a contrast of {ratio:.1f} "
                "to 1, and 4.5 to 1 is the least."
            ).format(ratio=ratio),
        )
    return text.lower()


def _logo_name(name: str) -> str:
    if not _LOGO_NAME.fullmatch(name):
        raise refusal(
            _("'{name}' cannot be a logo.").format(name=name[:60]),
            _("Put a PNG or JPEG file beside the layout, and write its name without a folder."),
        )
    return name


def _in_order(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts if none is there twice, none is missing that must not be, in safe order."""
    if len(set(parts)) < len(parts):
        twice = next(part for place, part in enumerate(parts) if part in parts[:place])
        raise refusal(_("'{part}' is there twice.").format(part=twice), _("Keep one of the two."))
    for part in NEVER_LEFT_OUT:
        if part not in parts:
            raise refusal(
                _("'{part}' cannot be left out.").format(part=part),
                _("Put it back: nobody may overlook an immediate concern, or what was signed."),
            )
    if parts[0] is not Part.CONCERNS:
        raise refusal(
            _("'concerns' must be the first part."),
            _("Move it to the top, so that nobody overlooks an immediate concern."),
        )
    return parts


_Footer = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=45),
    AfterValidator(one_line),
]
_Marking = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=40), AfterValidator(one_line)
]


class LogoFile(Said):
    """Name the file of a logo, which lies beside the layout, and what it shows."""

    file: Annotated[str, AfterValidator(_logo_name)]
    words: Line


class Wording(Said):
    """Hold the title and the headings that are said otherwise; those left out are as usual.

    ``title`` is that of the full report; ``titles`` and ``headings`` are those of other kinds.
    """

    title: Line | None = None
    grades: Line | None = None
    summary: Line | None = None
    strengths: Line | None = None
    improvements: Line | None = None
    sections: Line | None = None
    actions: Line | None = None
    timescales: Line | None = None
    feedback: Line | None = None
    reasons: Line | None = None
    questions: Line | None = None
    hidden: Line | None = None
    set_aside: Line | None = None
    sign_off: Line | None = None
    titles: Titles = Titles()
    headings: Headings = Headings()

    def title_of(self, kind: ReportKind) -> str | None:
        """Return what a kind of report is called otherwise, or None."""
        if kind is ReportKind.AUDIT:
            return self.title
        said: str | None = getattr(self.titles, kind.name.lower(), None)
        return said


class LayoutFile(Said):
    """Hold what a layout file says.

    ``organisation`` and ``marking`` stand in the place of those of the settings; a ``marking`` may
    be empty, which is none.
    """

    schema_: Literal["layout/1"] = Field(alias="schema")
    organisation: Line | None = None
    logo: LogoFile | None = None
    accent: Annotated[str, AfterValidator(_readable)] | None = None
    marking: _Marking | None = None
    parts: Annotated[tuple[Part, ...], AfterValidator(_in_order)] = tuple(Part)
    wording: Wording = Wording()
    footer: _Footer | None = None


class Chosen(Protocol):
    """Be the settings that a layout may stand in the place of."""

    @property
    def marking(self) -> str:
        """Return the protective marking."""

    @property
    def organisation(self) -> str:
        """Return the body that answers for the report."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold a layout ready for use: what its file says, and the logo as it is printed."""

    file: LayoutFile
    logo: Picture | None = None

    @property
    def parts(self) -> Sequence[Part]:
        """Return the parts of the full report, in their order."""
        return self.file.parts

    @property
    def wording(self) -> Wording:
        """Return what is said otherwise."""
        return self.file.wording

    def over(self, settings: Chosen) -> "PrintChoices":
        """Return what a report follows: this layout, and where it says nothing the settings."""
        file = self.file
        marking = settings.marking if file.marking is None else file.marking
        return PrintChoices(marking, file.organisation or settings.organisation, self)


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """Hold what a report follows beside what it is about."""

    marking: str
    organisation: str
    layout: Layout


SHIPPED: Final = Layout(LayoutFile(schema=FORMAT))
"""The layout that is in use where there is no other: it says the same as the file shipped."""
