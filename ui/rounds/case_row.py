# SPDX-License-Identifier: MPL-2.0
"""Say of a case what a row of a list shows."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import uk_time
from auditapp.judgement.round_progress import is_late
from auditapp.judgement.round_row import RoundListed, RoundStage
from auditapp.model.ids import CaseReference
from auditapp.model.labels import label
from auditapp.model.round import CaseProgress, Round
from auditapp.model.round_kinds import CaseState
from auditapp.searching import search_words, searched

Pill = tuple[str, str, str]
"""Words, tone and icon."""

LOOKS: Final[Mapping[CaseState, tuple[str, str]]] = {
    CaseState.DRAWN: ("neutral", "circle"),
    CaseState.ALLOCATED: ("info", "user-round"),
    CaseState.STARTED: ("primary", "pencil"),
    CaseState.SIGNED: ("ok", "circle-check"),
    CaseState.EXEMPT: ("neutral", "minus"),
}
_LATE: Final = ("danger", "clock")
_STAGES: Final[Mapping[RoundStage, Pill]] = {
    RoundStage.LISTING: (_("Wants a list"), "warn", "list-checks"),
    RoundStage.PLANNING: (_("Wants a size"), "warn", "gauge"),
    RoundStage.DRAWING: (_("To be drawn"), "warn", "circle-dot"),
    RoundStage.ALLOCATING: (_("To be given out"), "warn", "users"),
    RoundStage.UNDERWAY: (_("Under way"), "primary", "pencil"),
    RoundStage.CLOSED: (_("Closed"), "neutral", "lock"),
}


@dataclass(frozen=True, slots=True)
class CaseRow:
    """Hold the words of one case.

    Args:
        case: its reference, or what else names the row.
        cells: the words of the columns after the first one.
        pill: what stands out, in the column of its own.
        note: a second line under the reference.
        rank: what the row is sorted by first.
        group: what a filter goes by.
        title: what is shown in the place of ``case``.
    """

    case: CaseReference
    cells: tuple[str, ...]
    pill: Pill | None = None
    note: str = ""
    rank: int = 0
    group: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        """What the row is called."""
        return self.title or self.case

    @property
    def words(self) -> str:
        """All of it, as it is read out and searched."""
        parts = (self.name, self.pill[0] if self.pill else "", *self.cells, self.note)
        return ", ".join(filter(None, parts))


def sample_rows(whole: Round, today: dt.date) -> list[CaseRow]:
    """Return a row for each case of the sample: late ones first, then what is to be done."""
    rows = [_sample_row(whole, case, today) for case in whole.sample]
    return sorted(rows, key=lambda row: (row.rank, whole.due(row.case), row.case))


def round_rows(rounds: Iterable[RoundListed], today: dt.date) -> list[CaseRow]:
    """Return a row for each round, in their order."""
    return [
        CaseRow(
            CaseReference(each.id),
            (
                _("{signed} of {expected} signed off").format(
                    signed=each.signed, expected=each.expected
                )
                if each.sample
                else _("Not drawn yet"),
                day_words(each.last),
            ),
            _stage_pill(each, today),
            title=each.name,
        )
        for each in rounds
    ]


def _stage_pill(listed: RoundListed, today: dt.date) -> Pill:
    late = listed.late(today)
    if late and listed.stage is not RoundStage.CLOSED:
        return ngettext("{count} late", "{count} late", late).format(count=late), "danger", "clock"
    return _STAGES[listed.stage]


def listed_rows(whole: Round) -> list[CaseRow]:
    """Return a row for each case of the list, in its order."""
    rows = []
    for case, listed in whole.cases.items():
        out = whole.exclusions.get(case)
        rows.append(
            CaseRow(
                case,
                (listed.team, listed.worker_code),
                (_("Left out"), "warn", "minus") if out else None,
                note=out.reason if out else "",
                group="out" if out else "in",
            )
        )
    return rows


def _sample_row(whole: Round, case: CaseReference, today: dt.date) -> CaseRow:
    state = whole.state(case)
    late = is_late(whole, case, today)
    tone, icon = LOOKS[state]
    words = label(state)
    if late and state is not CaseState.SIGNED:
        words, (tone, icon) = _("Late: {state}").format(state=words.lower()), _LATE
    elif late:
        words = _("Signed off late")
    given = whole.allocations.get(case)
    auditor = whole.auditors.get(given.auditor) if given else None
    done = (CaseState.SIGNED, CaseState.EXEMPT)
    rank = 3 if state in done else 0 if late else 1 if state is CaseState.STARTED else 2
    return CaseRow(
        case,
        (
            whole.cases[case].team,
            auditor.name if auditor else _("Nobody"),
            day_words(whole.due(case)),
        ),
        (words, tone, icon),
        note=_note(whole, case),
        rank=rank,
        group="late" if late and state not in done else state.value,
    )


def _note(whole: Round, case: CaseReference) -> str:
    """Return what stands below a case: that it was erased, or why it is as it is."""
    if case in whole.erased:
        day = day_words(uk_time(whole.erased[case].at).date())
        return _("Erased on {day}").format(day=day)
    progress = whole.progress.get(case, CaseProgress())
    return progress.exempt_reason or progress.late_reason or progress.due_reason


def finder(text: str, group: str) -> Callable[[CaseRow], bool]:
    """Return what tells whether a row is looked for: the text is in it, and it is of a group."""
    wanted = " ".join(search_words(text))

    def takes(row: CaseRow) -> bool:
        """Tell whether a row has the text and is of the group."""
        return (not group or row.group == group) and wanted in searched([row.words])

    return takes
