# SPDX-License-Identifier: MPL-2.0
"""Draw a sample that anybody can draw again from the same list and the same seed.

Each case has the SHA-256 of ``seed:reference``, in UTF-8; those whose hash comes first are taken.
So the order of the list, the version of Python and the computer have no hand in it, a case that is
added later moves no other, and one line on any computer checks a single case:
``printf 'seed:reference' | sha256sum``.
"""

import hashlib
import json
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from auditapp.errors import SamplingError
from auditapp.i18n import _
from auditapp.insight.sample_size import planned_size
from auditapp.insight.strata import spread
from auditapp.model.case_listed import CaseListed
from auditapp.model.edits import Author
from auditapp.model.ids import CaseReference
from auditapp.model.round import Round
from auditapp.model.sample_plan import Draw, DrawnCase, SamplePlan, StratumDrawn

BETWEEN = " / "
"""Stands between the values of a stratum that has several."""

_SLACK = 1e-9
"""Less than any whole case: a share times a number is seldom quite whole to a computer."""

Cases = Mapping[CaseReference, CaseListed]


@dataclass(frozen=True, slots=True)
class DrawnSample:
    """Hold what a draw gives: the cases with their places, and how many of each stratum."""

    drawn: Mapping[CaseReference, DrawnCase]
    strata: tuple[StratumDrawn, ...]


def list_digest(cases: Cases) -> str:
    """Return the SHA-256 of a list of cases, in hexadecimal, whatever its order.

    It is that of the JSON of all rows by their references, with sorted keys and without spaces.
    """
    rows = {reference: case.record() for reference, case in cases.items()}
    text = json.dumps(rows, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def ranked(references: Iterable[CaseReference], seed: str) -> list[CaseReference]:
    """Return the references in the order of the draw."""
    return sorted(references, key=lambda reference: (_rank_hash(seed, reference), reference))


def by_stratum(cases: Cases, fields: Iterable[str]) -> dict[str, list[CaseReference]]:
    """Return the references of each stratum; all are in one without a name when no field is given.

    Raises:
        SamplingError: the list has no such field.
    """
    names = tuple(fields)
    strata: dict[str, list[CaseReference]] = {}
    for reference, case in cases.items():
        try:
            name = BETWEEN.join(case.stratum_value(each) for each in names)
        except KeyError as error:
            raise SamplingError(
                _("Case {case} has nothing under {field}.").format(
                    case=reference, field=error.args[0]
                ),
                _("Divide the list by another column, or read the list again with that one."),
            ) from None
        strata.setdefault(name, []).append(reference)
    return strata


def draw_sample(
    cases: Cases, excluded: Collection[CaseReference], plan: SamplePlan, seed: str
) -> DrawnSample:
    """Draw a sample from those cases of a list that are not excluded.

    Raises:
        SamplingError: there is no seed, nothing to draw from, or the plan asks for what is not
            there.
    """
    left = {reference: case for reference, case in cases.items() if reference not in excluded}
    if not seed.strip():
        raise SamplingError(
            _("A draw needs a seed."), _("Write one down that nobody in the team chose.")
        )
    if not left:
        raise SamplingError(_("There is no case to draw from."), _("Read a list of cases first."))
    strata = by_stratum(left, plan.strata_by)
    sizes = {name: len(references) for name, references in strata.items()}
    numbers = spread(sizes, planned_size(len(left), plan), plan.strata_method, plan.least_each)
    drawn = {
        reference: DrawnCase(stratum=name, rank=rank)
        for name in sorted(strata)
        for rank, reference in enumerate(ranked(strata[name], seed)[: numbers[name]], 1)
    }
    counted = (
        StratumDrawn(name=name, cases=sizes[name], drawn=numbers[name]) for name in sorted(sizes)
    )
    return DrawnSample(drawn, tuple(counted))


def draw_round(whole: Round, by: Author) -> tuple[Draw, DrawnSample]:
    """Draw the sample of a round by its plan, for `auditapp.model.round_edits.record_draw`.

    Raises:
        SamplingError: the round has no plan, or as `draw_sample` says.
    """
    if whole.plan is None:
        raise SamplingError(
            _("It is not settled how large the sample is."), _("Choose that first.")
        )
    seed = whole.seed.text if whole.seed else ""
    sample = draw_sample(whole.cases, whole.exclusions.keys(), whole.plan, seed)
    draw = Draw(
        seed=seed,
        plan=whole.plan,
        list_sha256=list_digest(whole.cases),
        listed=len(whole.cases),
        excluded=len(whole.exclusions),
        strata=sample.strata,
        by=by.name,
        at=by.now,
    )
    return draw, sample


def next_case(whole: Round, case: CaseReference) -> tuple[CaseReference, DrawnCase] | None:
    """Return which case stands in for a drawn one: the next of its stratum; None if none is left.

    For `auditapp.model.round_edits.replace_case`, which wants a reason.
    """
    if whole.draw is None or case not in whole.drawn:
        return None
    stratum = whole.drawn[case].stratum
    left = {key: each for key, each in whole.cases.items() if key not in whole.exclusions}
    of_stratum = by_stratum(left, whole.draw.plan.strata_by)[stratum]
    # An erased case has lost its place in the order; if it was drawn, it was before this one.
    there = [reference for reference in of_stratum if reference not in whole.erased]
    before = sum(whole.drawn[each].stratum == stratum for each in whole.erased.keys() & whole.drawn)
    for rank, reference in enumerate(ranked(there, whole.draw.seed), 1 + before):
        if reference not in whole.drawn:
            return reference, DrawnCase(stratum=stratum, rank=rank)
    return None


def second_readings(
    references: Collection[CaseReference], share: float, seed: str
) -> list[CaseReference]:
    """Draw which audits are read a second time: that share of them, rounded up, by lot.

    The seed is made another one, so that the first cases of the sample are not those again.
    """
    size = math.ceil(share * len(references) - _SLACK)
    return ranked(references, f"{seed}:second")[:size]


def _rank_hash(seed: str, reference: CaseReference) -> str:
    return hashlib.sha256(f"{seed}:{reference}".encode()).hexdigest()
