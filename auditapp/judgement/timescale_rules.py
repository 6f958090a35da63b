# SPDX-License-Identifier: MPL-2.0
"""Model the timescale rules of ``checklists/timescales.yaml``: how long something may take.

A ``single`` rule limits the time from a start date to one event. A ``series`` rule limits the time
between events: ``first`` after the start, then each of ``steps``, then ``every`` for good;
``changes`` put another ``every`` in its place later on. ``situations`` are variants of which one
applies to a child.
"""

from collections import Counter
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from auditapp.checklist.data_files import read_model
from auditapp.checklist.field_types import (
    Flag,
    PlainId,
    RuleIdField,
    Text,
    refusal,
)
from auditapp.checklist.suggestions import suggestion
from auditapp.errors import TimescaleUnknownError
from auditapp.i18n import _
from auditapp.judgement.timescale_periods import Period, Timing
from auditapp.model.frozen import Frozen
from auditapp.model.ids import RuleId


class RuleKind(StrEnum):
    """Say whether a rule is about one event or about a series of them."""

    SINGLE = "single"
    SERIES = "series"


class Standard(StrEnum):
    """Say who set a limit: law or guidance for all of England, or a council for itself."""

    NATIONAL = "national"
    LOCAL = "local"


class Confidence(StrEnum):
    """Say how sure the authors of the rules are of a limit."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Situation(Timing):
    """Hold the limits for children in one situation, which the auditor chooses."""

    id: PlainId
    title: Text


class EventWords(Frozen):
    """Name what a series is made of: "visit" and "visits"."""

    one: Text
    many: Text


class TimescaleRule(Timing):
    """Hold one timescale: what it limits, how, since when, and on whose word.

    ``on`` is the switch as shipped; a council sets its own in the settings. ``counts_back`` makes
    the limit a time before the start date, ``early_counts`` lets an event before it count, and
    ``choose`` completes the sentence "Choose ..." when the situation is missing.
    """

    id: RuleIdField
    ref: tuple[Text, ...] = ()
    title: Text
    kind: RuleKind
    standard: Standard
    on: Flag
    starts_from: Text
    counts_back: Flag = False
    early_counts: Flag = False
    event: EventWords | None = None
    situations: tuple[Situation, ...] = ()
    choose: Text | None = None
    source: Text
    confidence: Confidence
    note: Text | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not all(self._fits(timing) for timing in self.timings):
            raise refusal(
                _("The limits do not fit the kind of rule."),
                _("Write limit alone for a single rule, and every, first and so on for a series."),
            )
        if (self.event is None) is (self.kind is RuleKind.SERIES):
            raise refusal(
                _("A series, and only a series, names its events."),
                _("Write them as in event: {one: visit, many: visits}."),
            )
        is_plain = self.standard is Standard.NATIONAL and not self.periods and self.choose
        if self.situations and not is_plain:
            raise refusal(
                _("Situations need a national rule without limits of its own, and what to choose."),
                _("Write choose, and the limits in each situation."),
            )
        return self

    def _fits(self, timing: Timing) -> bool:
        if self.kind is RuleKind.SINGLE:
            return timing.limit is not None and len(timing.periods) == 1
        if timing.limit or timing.every is None or self.counts_back or self.early_counts:
            return False
        return timing.every.number >= self.least_number

    @property
    def timings(self) -> tuple[Timing, ...]:
        """Return the limits of every situation, or the one set of limits of the rule."""
        return self.situations or (self,)

    def timing(self, situation: str | None) -> Timing | None:
        """Return the limits in a situation; ``None`` when the rule wants one that it knows."""
        if not self.situations:
            return self
        return next((each for each in self.situations if each.id == situation), None)

    def limit_words(self, timing: Timing) -> str:
        """Return one set of its limits as people say them: "2 working days before"."""
        return (
            _("{limit} before").format(limit=timing.words()) if self.counts_back else timing.words()
        )

    @property
    def number(self) -> int | None:
        """Return the number that a council may set for itself; ``None`` in a national rule."""
        period = self.limit or self.every
        return None if period is None or self.standard is Standard.NATIONAL else period.number

    @property
    def least_number(self) -> int:
        """Return the least number that makes sense: a single event may be due on the same day."""
        return 0 if self.kind is RuleKind.SINGLE else 1

    def with_number(self, number: int) -> "TimescaleRule":
        """Return the rule with the council's own number in its limit."""
        field = "limit" if self.kind is RuleKind.SINGLE else "every"
        period: Period = getattr(self, field)
        return self.model_copy(update={field: period.model_copy(update={"number": number})})


class NotComputed(Frozen):
    """Name a timescale that is left to the auditor, and say why."""

    ref: Text
    title: Text
    why: Text


class RuleGroup(Frozen):
    """Name rules that belong together, under the heading that the settings show."""

    title: Text
    rules: tuple[RuleIdField, ...]


class TimescaleRules(Frozen):
    """Hold all the rules of a file, and what it leaves to the auditor.

    Groups are of use to people only: they are no part of a rule, and so of nothing that is signed.
    """

    schema_: Literal["timescales/1"] = Field(alias="schema")
    groups: tuple[RuleGroup, ...] = ()
    rules: tuple[TimescaleRule, ...]
    not_computed: tuple[NotComputed, ...] = ()

    @model_validator(mode="after")
    def _has_each_rule_once(self) -> Self:
        counts = Counter(rule.id for rule in self.rules)
        twice = [rule_id for rule_id, count in counts.items() if count > 1]
        if twice:
            raise refusal(
                _("There are two rules '{rule}'.").format(rule=twice[0]),
                _("Give each rule an id of its own."),
            )
        return self

    @model_validator(mode="after")
    def _groups_each_rule_once(self) -> Self:
        grouped = Counter(rule_id for group in self.groups for rule_id in group.rules)
        wanted = Counter(rule.id for rule in self.rules if self.groups)
        wrong = [*(grouped - wanted), *(wanted - grouped)]
        if wrong:
            raise refusal(
                _("Rule '{rule}' does not stand in exactly one group.").format(rule=wrong[0]),
                _("List the id of each rule under one of the groups, and no other id."),
            )
        return self

    @property
    def by_id(self) -> dict[RuleId, TimescaleRule]:
        """Return the rules by their ids."""
        return {rule.id: rule for rule in self.rules}

    def rule(self, rule_id: str) -> TimescaleRule:
        """Return one rule.

        Raises:
            TimescaleUnknownError: there is no such rule.
        """
        rule = self.by_id.get(RuleId(rule_id))
        if rule is not None:
            return rule
        raise TimescaleUnknownError(
            _("There is no timescale '{rule}'.").format(rule=rule_id),
            suggestion(rule_id, self.by_id),
        )


def load_rules(data: bytes, name: str) -> TimescaleRules:
    """Read the rules from the bytes of the file ``name``.

    Raises:
        ChecklistInvalidError: the file has faults; they are listed.
    """
    return read_model(TimescaleRules, data, name)
