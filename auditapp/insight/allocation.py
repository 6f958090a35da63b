# SPDX-License-Identifier: MPL-2.0
"""Share cases out among auditors: nobody gets their own, and everybody about as many.

A case is an auditor's own when its worker or manager goes by one of their codes, or by their name;
when its team is one in which they work or which they manage; and when they say that they know it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from auditapp.i18n import _
from auditapp.insight.selection import plain_team
from auditapp.model.case_listed import CaseListed
from auditapp.model.ids import CaseReference, RecordId
from auditapp.model.round import Round, RoundAuditor


@dataclass(frozen=True, slots=True)
class Sharing:
    """Hold who gets which case, and why a case is left over, in a sentence."""

    given: Mapping[CaseReference, RecordId]
    left_over: Mapping[CaseReference, str]


def why_own(reference: CaseReference, case: CaseListed, auditor: RoundAuditor) -> str:
    """Say in a sentence why a case is an auditor's own; empty when it is not."""
    own = {plain_team(code) for code in (*auditor.codes, auditor.name) if code.strip()}
    if plain_team(case.worker_code) in own:
        return _("{name} is the worker.").format(name=auditor.name)
    if plain_team(case.manager_code) in own:
        return _("{name} is the manager.").format(name=auditor.name)
    if plain_team(case.team) in {plain_team(team) for team in auditor.teams if team.strip()}:
        return _("It is the team of {name}.").format(name=auditor.name)
    if reference in auditor.conflicts:
        return _("{name} knows the case from elsewhere.").format(name=auditor.name)
    return ""


def share_out(whole: Round, cases: Sequence[CaseReference] | None = None) -> Sharing:
    """Share out ``cases``, or else every case of the sample that nobody has; the rest stays.

    As many cases as possible find an auditor, and of all ways to do so the loads are as even as
    they can be: everybody is filled up to one case, then to two, and so on, and where an auditor is
    full a case that somebody else may read moves on (augmenting paths: H. W. Kuhn, "The Hungarian
    method for the assignment problem", Naval Research Logistics Quarterly 2 (1955), 83-97). The
    same round gives the same result on every computer.
    """
    if cases is None:
        taken = whole.allocations.keys() | whole.erased.keys()
        cases = [each for each in whole.sample if each not in taken]
    sharing = _Table(whole, cases)
    for limit in range(1, sharing.most + 1):
        sharing.fill(limit)
    left = {case: sharing.why_left(case) for case in cases if case not in sharing.given}
    return Sharing(sharing.given, left)


def unfit_allocations(whole: Round) -> Mapping[CaseReference, str]:
    """Return the cases that are with somebody whose own they are, each with why."""
    found = {}
    for case, row in whole.allocations.items():
        auditor = whole.auditors.get(row.auditor)
        listed = whole.cases.get(case)
        why = why_own(case, listed, auditor) if auditor and listed else ""
        if why:
            found[case] = why
    return found


def loads(whole: Round) -> Mapping[RecordId, int]:
    """Return how many cases of the sample each auditor has."""
    sample: Collection[CaseReference] = set(whole.sample)
    held = [row.auditor for case, row in whole.allocations.items() if case in sample]
    return {key: held.count(key) for key in whole.auditors}


class _Table:
    """Hold who may read what, and who reads what so far."""

    def __init__(self, whole: Round, cases: Sequence[CaseReference]) -> None:
        self.given: dict[CaseReference, RecordId] = {}
        self._cases = cases
        auditors = sorted(whole.auditors, key=lambda key: (whole.auditors[key].name, key))
        moving = set(cases)
        kept = [row.auditor for case, row in whole.allocations.items() if case not in moving]
        self._kept = {key: kept.count(key) for key in auditors}
        self._new: dict[RecordId, list[CaseReference]] = {key: [] for key in auditors}
        self._room = {
            key: _no_less(whole.auditors[key].capacity, self._kept[key] + len(cases))
            for key in auditors
        }
        self._may = {
            case: [
                key for key in auditors if not why_own(case, whole.cases[case], whole.auditors[key])
            ]
            for case in cases
        }

    @property
    def most(self) -> int:
        """Return the largest load that anybody could come to."""
        return max(self._room.values(), default=0)

    def fill(self, limit: int) -> None:
        """Give out as many cases as go when nobody may have more than ``limit``."""
        full: set[RecordId] = set()
        for case in self._cases:
            if case not in self.given:
                self._place(case, limit, full)

    def why_left(self, case: CaseReference) -> str:
        """Say in a sentence why nobody got a case."""
        if not self._may[case]:
            return _("It is everybody’s own case.")
        return _("Everybody who may read it has as many cases as they can read.")

    def _place(self, case: CaseReference, limit: int, full: set[RecordId]) -> None:
        """Give a case to somebody, moving others on where that makes room.

        ``full`` are those of whom a search found that nothing can be moved on from them; that
        stays so for the rest of this limit.
        """
        came_by: dict[RecordId, CaseReference] = {}
        waiting = [case]
        for moved in waiting:
            for key in self._may[moved]:
                if key in came_by or key in full:
                    continue
                came_by[key] = moved
                if self._load(key) < min(limit, self._room[key]):
                    self._move(key, came_by, case)
                    return
                waiting += self._new[key]
        full.update(came_by)

    def _move(
        self, key: RecordId, came_by: Mapping[RecordId, CaseReference], first: CaseReference
    ) -> None:
        """Give ``key`` the case by which it was reached, and so on back to the first one."""
        while True:
            case = came_by[key]
            before = self.given.get(case)
            self.given[case] = key
            self._new[key].append(case)
            if case == first or before is None:
                return
            self._new[before].remove(case)
            key = before

    def _load(self, key: RecordId) -> int:
        return self._kept[key] + len(self._new[key])


def _no_less(capacity: int | None, most: int) -> int:
    return most if capacity is None else min(capacity, most)
