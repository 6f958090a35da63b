# SPDX-License-Identifier: MPL-2.0
"""State how a sample was drawn, and check a statement by drawing once more."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditapp.errors import SamplingError
from auditapp.i18n import _
from auditapp.insight.sampling import Cases, by_stratum, draw_sample, list_digest, ranked
from auditapp.model.case_listed import ErasedCase, ListRead
from auditapp.model.ids import CaseReference
from auditapp.model.round import Round, RoundAbout
from auditapp.model.sample_plan import Draw, Replacement, Seed, TakenBackDraw


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """Hold one drawn case, its stratum and place there, and the case that it replaces, if any."""

    reference: CaseReference
    stratum: str
    rank: int
    instead_of: CaseReference | None


@dataclass(frozen=True, slots=True)
class SamplingStatement:
    """Hold all that a reader needs to judge a sample, and to draw it again from the list.

    ``excluded`` counts the excluded cases by reason. ``taken_back`` are draws before this one.
    """

    about: RoundAbout
    listed: ListRead | None
    excluded: Mapping[str, int]
    seed: Seed | None
    draw: Draw
    drawn: tuple[DrawnLine, ...]
    replaced: Mapping[CaseReference, Replacement]
    taken_back: tuple[TakenBackDraw, ...]
    erased: Mapping[CaseReference, ErasedCase]

    @property
    def is_seed_first(self) -> bool:
        """Tell whether the seed was written down before the list was read."""
        return bool(self.seed and self.listed and self.seed.at < self.listed.at)


@dataclass(frozen=True, slots=True)
class DrawCheck:
    """Hold what came of drawing once more.

    ``missing`` were drawn then and not now, ``extra`` the other way round. ``erased`` cases have
    lost their place in the order, so the list as a whole cannot be compared any more.
    """

    is_same_list: bool
    missing: tuple[CaseReference, ...]
    extra: tuple[CaseReference, ...]
    erased: int = 0

    @property
    def is_same(self) -> bool:
        """Tell whether the same list gave the same sample, as far as cases were not erased."""
        is_list = self.is_same_list or self.erased > 0
        return is_list and not self.missing and not self.extra


def statement_of(whole: Round) -> SamplingStatement:
    """Return the statement of the sample of a round.

    Raises:
        SamplingError: none was drawn yet.
    """
    return SamplingStatement(
        about=whole.about,
        listed=whole.listed,
        excluded=Counter(each.reason for each in whole.exclusions.values()),
        seed=whole.seed,
        draw=_draw_of(whole),
        drawn=tuple(
            DrawnLine(reference, each.stratum, each.rank, each.instead_of)
            for reference, each in sorted(
                whole.drawn.items(), key=lambda item: (item[1].stratum, item[1].rank)
            )
        ),
        replaced=whole.replacements,
        taken_back=tuple(whole.taken_back[key] for key in sorted(whole.taken_back, key=int)),
        erased=whole.erased,
    )


def verify_draw(whole: Round, cases: Cases | None = None) -> DrawCheck:
    """Draw the sample of a round once more, from its own list or from ``cases``, and compare.

    A case that stands in for another is right when its replacement is on record, and no case before
    it in its stratum was passed over.

    Raises:
        SamplingError: none was drawn yet, or the list no longer gives one.
    """
    draw = _draw_of(whole)
    cases = whole.cases if cases is None else cases
    left = {key: each for key, each in cases.items() if key not in whole.exclusions}
    strata = by_stratum(left, draw.plan.strata_by)
    stand_ins = Counter(
        whole.drawn[each.replaced_by].stratum
        for each in whole.replacements.values()
        if each.replaced_by in whole.drawn
    )
    erased = {each: whole.drawn[each].stratum for each in whole.erased if each in whole.drawn}
    gone = Counter(stratum for each, stratum in erased.items() if each in cases)
    again: set[CaseReference] = set()
    for each in draw_sample(left, (), draw.plan, draw.seed).strata:
        order = ranked((case for case in strata[each.name] if case not in whole.erased), draw.seed)
        again.update(order[: each.drawn + stand_ins[each.name] - gone[each.name]])
    missing = tuple(each for each in whole.drawn if each not in again and each not in erased)
    extra = tuple(sorted(again - whole.drawn.keys()))
    if erased and not gone and not missing and len(extra) == len(erased):
        extra = ()  # another list still has the erased cases by their references
    is_same_list = list_digest(cases) == draw.list_sha256
    return DrawCheck(is_same_list, missing, extra, len(whole.erased))


def _draw_of(whole: Round) -> Draw:
    if whole.draw is None:
        raise SamplingError(
            _("No sample was drawn in this round yet."), _("Draw one, and come back.")
        )
    return whole.draw
