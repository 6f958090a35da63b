# SPDX-License-Identifier: MPL-2.0
"""The cards of the review that list something."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from auditapp.i18n import _
from auditapp.judgement.gaps import Gap, gaps
from auditapp.judgement.outline import Outline
from ui.review.action_rows import ACTION_COLUMNS, action_rows
from ui.review.gap_rows import ADVISORY, BLOCKING, LOOKS, GapGroup, gap_rows
from ui.review.grade_rows import GRADE_COLUMNS, grade_rows
from ui.review.set_aside_rows import set_aside_rows
from ui.review.timescale_rows import TIMESCALE_COLUMNS, timescale_rows
from ui.rows.group_card import GroupCard
from ui.rows.row import Column
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.walkthrough.steps import Step

_FEW: Final = 12


class ReviewCards:
    """What stands in the way, what does not fit together, grades, actions, timescales."""

    def __init__(self, theme: Theme) -> None:
        """Make them, with nothing in them."""
        self._theme = theme
        self._gaps: Sequence[Gap] = ()
        self._blocking = self._gap_card(_("What stands in the way"), BLOCKING)
        self._advisory = self._gap_card(_("What does not fit together"), ADVISORY)
        self._grades = self._plain_card(_("Grades at a glance"), _("Grade"), GRADE_COLUMNS)
        self._actions = self._plain_card(_("Actions"), _("Action"), ACTION_COLUMNS)
        self._timescales = self._plain_card(_("Timescales"), _("Question"), TIMESCALE_COLUMNS)
        self._set_aside = self._plain_card(_("Answers set aside"), _("Question"))

    def show_outline(self, outline: Outline, *, can_edit: bool) -> None:
        """List what is in an audit as it is now."""
        self._gaps = gaps(outline)
        rows = gap_rows(outline, self._gaps)
        for group, view in self._gap_views():
            view.set_rows(rows[group])
        self._grades.groups[0].set_rows(grade_rows(outline))
        self._actions.groups[0].set_rows(action_rows(outline))
        self._timescales.groups[0].set_rows(timescale_rows(outline))
        self._set_aside.groups[0].set_rows(set_aside_rows(outline))
        self._show_words(outline, can_edit=can_edit)

    @property
    def all(self) -> tuple[GroupCard, ...]:
        """The cards, in their order."""
        return (
            self._blocking,
            self._advisory,
            self._grades,
            self._actions,
            self._timescales,
            self._set_aside,
        )

    @property
    def advised(self) -> frozenset[Gap]:
        """What does not fit together."""
        return frozenset(gap for gap in self._gaps if not gap.blocks)

    @property
    def blocking_count(self) -> int:
        """How many things stand in the way."""
        return sum(gap.blocks for gap in self._gaps)

    @property
    def in_the_way(self) -> list[tuple[str, int]]:
        """What kinds of things stand in the way, and how many of each."""
        return [(view.title, len(view.rows)) for view in self._blocking.groups if view.rows]

    @property
    def first_step(self) -> Step | None:
        """Where the first of those that stand in the way leads to."""
        rows = (row for view in self._blocking.groups for row in view.rows)
        return next((row.step for row in rows if row.step is not None), None)

    def _gap_card(self, title: str, groups: Iterable[GapGroup]) -> GroupCard:
        looks = (LOOKS[group] for group in groups)
        views = [
            RowGroup(self._theme, each.title, icon=each.icon, tone=each.tone) for each in looks
        ]
        return GroupCard(self._theme, title, views)

    def _plain_card(self, title: str, about: str, columns: Sequence[Column] = ()) -> GroupCard:
        group = RowGroup(self._theme, title, columns=columns, about=about, few=_FEW)
        return GroupCard(self._theme, title, [group])

    def _gap_views(self) -> Iterator[tuple[GapGroup, RowGroup]]:
        yield from zip(BLOCKING, self._blocking.groups, strict=True)
        yield from zip(ADVISORY, self._advisory.groups, strict=True)

    def _show_words(self, outline: Outline, *, can_edit: bool) -> None:
        self._blocking.setVisible(self.blocking_count > 0)
        self._blocking.set_words(_("Choose a line to go there."))
        self._advisory.setVisible(bool(self.advised))
        if can_edit:
            words = _("You can sign off with these, but look at each: a reader will ask.")
        else:
            words = _("The audit was signed off with these.")
        self._advisory.set_words(words)
        self._grades.set_words("")
        self._actions.set_words("" if outline.audit.actions else _("No action has been set."))
        self._timescales.setVisible(bool(self._timescales.groups[0].rows))
        self._timescales.set_words("")
        self._set_aside.setVisible(bool(outline.audit.set_aside))
        self._set_aside.set_words(
            _("A revised checklist does not ask for these any more. They count for nothing and are "
              "printed in the report.")
        )  # fmt: skip
