# SPDX-License-Identifier: MPL-2.0
"""Invent what was done in a round: the list, the draw, who reads what, and what became of it.

The draw is a true one, which can be repeated: the cases that were audited are there, and the list
is filled up with such cases as the seed puts behind them.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import count
from typing import Final

from auditapp.insight.allocation import share_out
from auditapp.insight.sampling import draw_round, list_digest, next_case
from auditapp.listing import AuditRow
from auditapp.model.case_listed import CaseListed, ColumnMatched, ListRead
from auditapp.model.edits import Author
from auditapp.model.ids import CaseReference, RecordId
from auditapp.model.round import Round, RoundAbout, RoundAuditor, RoundChecklist
from auditapp.model.round_edits import (
    RoundEdit,
    allocate_cases,
    change_about,
    change_due,
    change_plan,
    change_progress,
    exclude,
    put_auditor,
    put_list,
    record_draw,
    replace_case,
)
from auditapp.model.round_kinds import CaseField, SampleMethod
from auditapp.model.sample_plan import SamplePlan, Seed
from auditapp.sample.authority import TEAMS, auditors
from auditapp.sample.chance import chance_for, record_id
from auditapp.sample.plans import (
    AuditPlan,
    Case,
    SampleOrder,
    invent_case,
    reference_of,
    working_day,
)
from auditapp.sample.programmes import Programme, round_id

LEAD: Final = "QA-01"
"""Who runs the rounds."""

_ONE_DAY: Final = dt.timedelta(days=1)
_UNUSED: Final = 20_000
"""Numbers of cases from here on belong to no audit of the sample."""

_EXEMPT: Final = "The child has moved to another authority."
_REPLACED: Final = "The file is with the court, and nobody here can open it."
_EXCLUDED: Final = "Read in the round before."
_LATE: Final = "The auditor was off sick."
_SOONER: Final = "The review conference wants the findings."
_LEFT_OUT: Final = 4
_SPARE: Final = 2
"""Drawn cases beside those that are audited or wait: one is exempt, one is replaced."""

_HEADINGS: Final = {
    CaseField.REFERENCE: "Case ref",
    CaseField.TEAM: "Team",
    CaseField.WORKER_CODE: "Worker code",
    CaseField.MANAGER_CODE: "Manager code",
    CaseField.AGE_BAND: "Age band",
    CaseField.LEGAL_STATUS: "Legal status",
}

Step = Callable[[Round], RoundEdit]
"""Makes the next edit of a round as it is then."""


@dataclass(frozen=True, slots=True)
class AuditDone:
    """Hold an audit of a round: its plan, and what the list of audits says of it."""

    plan: AuditPlan
    row: AuditRow

    @property
    def case(self) -> CaseReference:
        """Its case."""
        return CaseReference(self.plan.case.reference)


class RoundScript:
    """Say what was done in one round of the sample, step by step."""

    def __init__(
        self,
        order: SampleOrder,
        programme: Programme,
        pins: Sequence[RoundChecklist],
        done: Sequence[AuditDone],
    ) -> None:
        """Get ready.

        Args:
            order: What sample is made.
            programme: What is decided about the round.
            pins: The checklists of the round.
            done: Its audits, drafts among them; at least one.
        """
        self._order = order
        self._programme = programme
        self._pins = pins
        self._done = sorted(done, key=_in_time)
        self._chance = chance_for(order.seed, "round script", programme.name)
        self._seed = f"{self._chance.getrandbits(64):016x}"
        self._auditors = {
            RecordId(record_id(self._chance)): RoundAuditor(
                name=each.name, reads_second=not each.kindness
            )
            for each in auditors()
        }
        audited = [each.case for each in self._done]
        last = max(map(self._rank, audited))
        spare = _SPARE + programme.waiting
        self._spare = self._invented(spare, lambda case: self._rank(case) < last)
        others = self._invented(programme.others, lambda case: self._rank(case) > last)
        left_out = self._invented(_LEFT_OUT, lambda _case: True)
        self._left_out = tuple(left_out)
        self._cases = {
            **{each.case: _listed(each.plan.case) for each in self._done},
            **self._spare, **others, **left_out,
        }  # fmt: skip

    @property
    def whole(self) -> Round:
        """The round as it was begun."""
        programme, as_of, by = self._programme, self._order.as_of, self._by(21)
        about = RoundAbout(
            name=programme.name,
            purpose=programme.purpose,
            first=programme.day(as_of, programme.first),
            last=programme.day(as_of, programme.last),
            checklists=tuple(self._pins),
            created_at=by.now,
            created_by=by.name,
        )
        origin = "made by chance when the round was begun"
        seed = Seed(text=self._seed, origin=origin, by=by.name, at=by.now)
        return Round(id=round_id(self._order.seed, programme), about=about, seed=seed)

    def begun_by(self) -> Author:
        """Return who began the round, and when."""
        return self._by(21)

    def steps(self) -> Iterator[Step]:
        """Yield what was done after it was begun."""
        yield lambda whole: put_list(whole, self._read(), self._cases, self._by(17))
        yield lambda whole: exclude(whole, self._left_out, _EXCLUDED, self._by(16))
        yield lambda whole: change_plan(whole, self._plan(), self._by(15))
        yield self._draw
        for key, auditor in self._auditors.items():
            yield partial(put_auditor, key=key, auditor=auditor, by=self._by(13))
        yield self._replace
        yield lambda whole: allocate_cases(whole, self._given(), self._by(11))
        yield lambda whole: allocate_cases(whole, share_out(whole).given, self._by(10))
        yield self._exempt
        if self._programme.waiting:
            yield self._hurry
        yield from self._progress()
        if self._programme.is_over:
            yield self._close

    # Steps

    def _draw(self, whole: Round) -> RoundEdit:
        by = self._by(14)
        draw, sample = draw_round(whole, by)
        return record_draw(whole, draw, sample.drawn, by)

    def _replace(self, whole: Round) -> RoundEdit:
        case = self._drawn_spare(whole)[0]
        return replace_case(whole, case, next_case(whole, case), _REPLACED, self._by(12))

    def _exempt(self, whole: Round) -> RoundEdit:
        case = self._drawn_spare(whole)[1]
        return change_progress(whole, case, self._by(9), exempt_reason=_EXEMPT)

    def _progress(self) -> Iterator[Step]:
        last = self._programme.day(self._order.as_of, self._programme.last)
        for each in self._done:
            signed_at = each.row.signed_at
            is_late = signed_at is not None and signed_at.date() > last
            yield partial(
                change_progress,
                case=each.case,
                by=Author(each.row.auditor, signed_at or each.row.created_at),
                audit=each.row.id,
                started_at=each.row.created_at,
                signed_at=signed_at,
                late_reason=_LATE if is_late else "",
            )

    def _hurry(self, whole: Round) -> RoundEdit:
        """Let one case be due sooner than the others, so that it is late today."""
        due = self._order.as_of - _ONE_DAY * 3
        return change_due(whole, self._drawn_spare(whole)[2:3], due, _SOONER, self._by(8))

    def _close(self, whole: Round) -> RoundEdit:
        signed = [each.row.signed_at for each in self._done if each.row.signed_at]
        last = self._programme.day(self._order.as_of, self._programme.last)
        at = max([*signed, _morning(last)]) + _ONE_DAY * 7
        about = whole.about.model_copy(update={"closed_at": at})
        return change_about(whole, about, Author(LEAD, at))

    # Inside

    def _by(self, days_before: int) -> Author:
        """Return who runs the round, so many days before it begins."""
        first = self._programme.day(self._order.as_of, self._programme.first)
        return Author(LEAD, _morning(first - _ONE_DAY * days_before))

    def _rank(self, case: CaseReference) -> str:
        """Return what the draw sorts by."""
        return sha256(f"{self._seed}:{case}".encode()).hexdigest()

    def _invented(
        self, number: int, fits: Callable[[CaseReference], bool]
    ) -> Mapping[CaseReference, CaseListed]:
        """Return so many cases, of which each fits, that no audit of the sample is of."""
        found: dict[CaseReference, CaseListed] = {}
        first = self._programme.day(self._order.as_of, self._programme.first)
        start = _UNUSED + self._chance.randrange(_UNUSED)
        for place in count(start):
            if len(found) == number:
                break
            reference = CaseReference(reference_of(self._order.seed, place))
            if fits(reference):
                case = invent_case(self._chance, self._order.seed, place, first)
                found[reference] = _listed(case)
        return found

    def _read(self) -> ListRead:
        by = self._by(17)
        columns = tuple(ColumnMatched(heading=each, field=f) for f, each in _HEADINGS.items())
        return ListRead(
            kind="xlsx", columns=columns, cases=len(self._cases),
            sha256=list_digest(self._cases), by=by.name, at=by.now,
        )  # fmt: skip

    def _plan(self) -> SamplePlan:
        # One less than there are, because that one takes the place of another.
        return SamplePlan(method=SampleMethod.SIZE, size=len(self._done) + len(self._spare) - 1)

    def _given(self) -> dict[CaseReference, RecordId]:
        keys = {each.name: key for key, each in self._auditors.items()}
        return {each.case: keys[each.row.auditor] for each in self._done}

    def _drawn_spare(self, whole: Round) -> list[CaseReference]:
        return [case for case in self._spare if case in whole.drawn]


def _in_time(done: AuditDone) -> tuple[bool, dt.datetime]:
    """Return what puts audits into the order in which they were signed off; drafts come last."""
    return done.row.signed_at is None, done.row.signed_at or done.row.created_at


def _listed(case: Case) -> CaseListed:
    return CaseListed(
        team=case.team.name,
        worker_code=case.worker.code,
        manager_code=f"TM-{TEAMS.index(case.team) + 1:02}",
        age_band=case.age_band,
        cohorts=case.cohorts,
        legal_status=case.legal_status,
    )


def _morning(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(working_day(day), dt.time(9, 40, tzinfo=dt.UTC))
