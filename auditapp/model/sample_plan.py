# SPDX-License-Identifier: MPL-2.0
"""Define how a sample is to be drawn, and what was drawn."""

from pydantic import AwareDatetime, Field

from auditapp.model.frozen import Frozen
from auditapp.model.ids import CaseReference
from auditapp.model.round_kinds import SampleMethod, StrataMethod
from auditapp.model.text import GivenText, Text

DRAW_RULE = "sha256-rank-1"
"""The rule of a draw: cases in the order of SHA-256 of ``seed:reference``, the first ones taken."""


class SamplePlan(Frozen):
    """Hold how large the sample is, and over what it is spread.

    Args:
        method: what the size follows from.
        size: the number of cases, for ``SIZE``.
        margin: half the width of the interval of a share, from 0 to 1, for ``MARGIN``.
        confidence: how often the claim holds, from 0 to 1, for ``MARGIN`` and ``DIP``.
        expected: the share that is expected, for ``MARGIN``; 0.5 asks for the largest sample.
        share_bad: the share of bad files that shall not go unseen, for ``DIP``.
        strata_by: the fields or facts of a case that make its stratum; none is one stratum.
        strata_method: how the sample is spread.
        least_each: the fewest cases of each stratum, as far as it has them.
    """

    method: SampleMethod
    size: int | None = Field(default=None, ge=1)
    margin: float | None = Field(default=None, gt=0, lt=1)
    confidence: float = Field(default=0.95, gt=0, lt=1)
    expected: float = Field(default=0.5, gt=0, lt=1)
    share_bad: float | None = Field(default=None, gt=0, le=1)
    strata_by: tuple[Text, ...] = ()
    strata_method: StrataMethod = StrataMethod.PROPORTIONAL
    least_each: int = Field(default=0, ge=0)


class Seed(Frozen):
    """Hold what the draw starts from, and where it came from, such as last week's lottery numbers.

    Nobody should be able to choose it for the cases that it draws: so it is written down before the
    list is read, or comes from where nobody in the team has a hand in it.
    """

    text: GivenText
    origin: Text = ""
    by: str
    at: AwareDatetime


class StratumDrawn(Frozen):
    """Hold how many cases of a stratum could be drawn, and how many were."""

    name: str
    cases: int
    drawn: int


class Draw(Frozen):
    """Hold a draw: all that anybody needs to repeat it, beside the list."""

    rule: str = DRAW_RULE
    seed: str
    plan: SamplePlan
    list_sha256: str
    listed: int
    excluded: int
    strata: tuple[StratumDrawn, ...]
    by: str
    at: AwareDatetime


class DrawnCase(Frozen):
    """Hold the place of a drawn case. The key of its row is the case.

    ``rank`` is its place in the order of the draw among the cases of its stratum, from 1.
    ``instead_of`` is the case that it replaces.
    """

    stratum: str
    rank: int = Field(ge=1)
    instead_of: CaseReference | None = None


class TakenBackDraw(Frozen):
    """Keep a draw that was taken back, with its cases and why. The key of its row counts from 1.

    It stays on record, because who may draw until the sample pleases does not draw by lot.
    """

    draw: Draw
    cases: tuple[CaseReference, ...]
    reason: GivenText
    by: str
    at: AwareDatetime


class Replacement(Frozen):
    """Hold why a drawn case could not be audited, and which is in its place.

    The key of its row is the case that dropped out. ``replaced_by`` is None where none was left.
    """

    replaced_by: CaseReference | None
    reason: GivenText
    by: str
    at: AwareDatetime
