# SPDX-License-Identifier: MPL-2.0
"""Make the edits of a round, as rows to put with who changes them and when.

A closed round stays as it is. Once a sample is drawn, the list, what was excluded from it, the plan
and the seed stay as they are, or nobody could repeat the draw. Each of these functions raises
``NotAllowedError`` where a step is not allowed, and ``pydantic.ValidationError`` where there is no
reason and it wants one.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.model.case_listed import CaseListed, Exclusion, ListRead
from auditapp.model.edits import Author
from auditapp.model.frozen import Frozen
from auditapp.model.ids import CaseReference, RecordId
from auditapp.model.records import Put
from auditapp.model.round import Allocation, CaseProgress, Round, RoundAbout, RoundAuditor
from auditapp.model.round_kinds import RoundKind
from auditapp.model.sample_plan import (
    Draw,
    DrawnCase,
    Replacement,
    SamplePlan,
    Seed,
    TakenBackDraw,
)
from auditapp.model.tables import ONLY


@dataclass(frozen=True, slots=True)
class RoundEdit:
    """Hold one change of a round, before it is written."""

    kind: RoundKind
    by: Author
    puts: tuple[Put, ...]


def change_about(whole: Round, about: RoundAbout, by: Author) -> RoundEdit:
    """Change what a round is about; a closed one may only be opened again."""
    if about.closed_at is not None:
        _require_open(whole)
    return _one(RoundKind.ABOUT, "about", ONLY, about, by)


def give_seed(whole: Round, seed: Seed, by: Author) -> RoundEdit:
    """Write down what the draw starts from."""
    _require_no_draw(whole)
    return _one(RoundKind.SEED, "seed", ONLY, seed, by)


def change_plan(whole: Round, plan: SamplePlan, by: Author) -> RoundEdit:
    """Say how the sample is to be drawn."""
    _require_no_draw(whole)
    return _one(RoundKind.PLAN, "plan", ONLY, plan, by)


def put_list(
    whole: Round, listed: ListRead, cases: Mapping[CaseReference, CaseListed], by: Author
) -> RoundEdit:
    """Take a list of cases in place of the one that is there; only rows that differ are put.

    What was excluded stays excluded, as far as it is listed still.
    """
    _require_no_draw(whole)
    puts = [Put("listed", ONLY, listed.record())]
    puts += [Put("cases", key, None) for key in whole.cases if key not in cases]
    puts += [Put("exclusions", key, None) for key in whole.exclusions if key not in cases]
    puts += [
        Put("cases", key, case.record())
        for key, case in cases.items()
        if whole.cases.get(key) != case
    ]
    return RoundEdit(RoundKind.LIST, by, tuple(puts))


def exclude(whole: Round, cases: Iterable[CaseReference], reason: str, by: Author) -> RoundEdit:
    """Keep cases out of the draw, all for one reason."""
    _require_no_draw(whole)
    record = Exclusion(reason=reason, by=by.name, at=by.now).record()
    puts = tuple(Put("exclusions", _listed(whole, case), record) for case in cases)
    return RoundEdit(RoundKind.EXCLUDED, by, puts)


def include(whole: Round, cases: Iterable[CaseReference], by: Author) -> RoundEdit:
    """Let cases that were excluded be drawn after all."""
    _require_no_draw(whole)
    puts = tuple(Put("exclusions", case, None) for case in cases)
    return RoundEdit(RoundKind.INCLUDED, by, puts)


def record_draw(
    whole: Round, draw: Draw, drawn: Mapping[CaseReference, DrawnCase], by: Author
) -> RoundEdit:
    """Write down a draw: what it started from, and its cases."""
    _require_no_draw(whole)
    puts = [Put("draw", ONLY, draw.record())]
    puts += [Put("drawn", key, row.record()) for key, row in drawn.items()]
    return RoundEdit(RoundKind.DRAWN, by, tuple(puts))


def take_back_draw(whole: Round, reason: str, by: Author) -> RoundEdit:
    """Take a draw back, so that list, plan and seed can change; it stays on record."""
    _require_open(whole)
    if whole.draw is None or whole.progress:
        raise NotAllowedError(
            _("There is no sample that could be drawn again, or audits of it have begun."),
            _("Replace single cases, with the reason, or start another round."),
        )
    kept = TakenBackDraw(
        draw=whole.draw, cases=tuple(whole.drawn), reason=reason, by=by.name, at=by.now
    )
    puts = [Put("draw", ONLY, None)]
    for table in ("drawn", "replacements", "allocations"):
        puts += [Put(table, key, None) for key in getattr(whole, table)]
    puts.append(Put("taken_back", str(len(whole.taken_back) + 1), kept.record()))
    return RoundEdit(RoundKind.TAKEN_BACK, by, tuple(puts))


def replace_case(
    whole: Round,
    case: CaseReference,
    replacement: tuple[CaseReference, DrawnCase] | None,
    reason: str,
    by: Author,
) -> RoundEdit:
    """Put the next case in the place of one that cannot be audited; None when none is left."""
    _require_open(whole)
    if case not in whole.sample:
        raise NotAllowedError(
            _("Case {case} is not in the sample.").format(case=case),
            _("Choose one of the drawn cases."),
        )
    new = replacement[0] if replacement else None
    row = Replacement(replaced_by=new, reason=reason, by=by.name, at=by.now)
    puts = [Put("replacements", case, row.record())]
    if replacement is not None:
        place = replacement[1].model_copy(update={"instead_of": case})
        puts.append(Put("drawn", replacement[0], place.record()))
    if case in whole.allocations:
        puts.append(Put("allocations", case, None))
    return RoundEdit(RoundKind.REPLACED, by, tuple(puts))


def put_auditor(whole: Round, key: RecordId, auditor: RoundAuditor | None, by: Author) -> RoundEdit:
    """Take an auditor into the round, or change what they can read; None takes them out."""
    _require_open(whole)
    return _one(RoundKind.AUDITOR, "auditors", key, auditor, by)


def allocate_cases(
    whole: Round, given: Mapping[CaseReference, RecordId], by: Author, reason: str = ""
) -> RoundEdit:
    """Give cases to auditors; ``reason`` where somebody chose and the program did not."""
    _require_open(whole)
    puts = []
    for case, auditor in given.items():
        if case not in whole.sample or auditor not in whole.auditors:
            raise NotAllowedError(
                _("Case {case} cannot be given to that auditor.").format(case=case),
                _("Choose a drawn case and an auditor of the round."),
            )
        _require_there(whole, case)
        row = Allocation(auditor=auditor, reason=reason, by=by.name, at=by.now)
        puts.append(Put("allocations", case, row.record()))
    return RoundEdit(RoundKind.ALLOCATED, by, tuple(puts))


def change_progress(whole: Round, case: CaseReference, by: Author, **fields: object) -> RoundEdit:
    """Change how far a drawn case is: ``fields`` of `CaseProgress`."""
    return _progress(whole, (case,), by, fields)


def change_due(
    whole: Round, cases: Collection[CaseReference], due: dt.date, reason: str, by: Author
) -> RoundEdit:
    """Let drawn cases be due on another day than they are, all for one reason."""
    return _progress(whole, cases, by, {"due": due, "due_reason": reason})


def _progress(
    whole: Round, cases: Iterable[CaseReference], by: Author, fields: Mapping[str, object]
) -> RoundEdit:
    _require_open(whole)
    stamp = {"by": by.name, "at": by.now}
    puts = []
    for case in cases:
        if case not in whole.drawn:
            raise NotAllowedError(
                _("Case {case} was not drawn.").format(case=case),
                _("Choose one of the drawn cases."),
            )
        _require_there(whole, case)
        before = whole.progress.get(case, CaseProgress())
        row = CaseProgress.model_validate({**dict(before), **fields, **stamp})
        puts.append(Put("progress", case, row.record()))
    return RoundEdit(RoundKind.PROGRESS, by, tuple(puts))


def _one(kind: RoundKind, table: str, key: str, row: Frozen | None, by: Author) -> RoundEdit:
    return RoundEdit(kind, by, (Put(table, str(key), row.record() if row else None),))


def _listed(whole: Round, case: CaseReference) -> CaseReference:
    if case not in whole.cases:
        raise NotAllowedError(
            _("Case {case} is not on the list.").format(case=case), _("Choose a listed case.")
        )
    return case


def _require_there(whole: Round, case: CaseReference) -> None:
    if case in whole.erased:
        raise NotAllowedError(
            _("This case was erased, and nothing is expected of it."), _("Choose another one.")
        )


def _require_open(whole: Round) -> None:
    if whole.about.closed_at is not None:
        raise NotAllowedError(_("The round is closed."), _("Open it again first."))


def _require_no_draw(whole: Round) -> None:
    _require_open(whole)
    if whole.draw is not None:
        raise NotAllowedError(
            _("The sample is drawn, so the list, the plan and the seed stay as they are."),
            _("Replace single cases, or take the draw back, each with its reason."),
        )
