# SPDX-License-Identifier: MPL-2.0
"""Hold what a council chose for each timescale: whether it is used, and its own number."""

from collections.abc import Mapping

from pydantic import ConfigDict, Field, RootModel, ValidationError

from auditapp.checklist.field_types import Flag
from auditapp.judgement.timescale_periods import LimitNumber
from auditapp.judgement.timescale_rules import Standard, TimescaleRule
from auditapp.model.frozen import Frozen
from auditapp.model.ids import RuleId


class LocalStandard(Frozen):
    """Hold what a council chose for one rule: whether it is used, and its own number."""

    on: Flag
    number: LimitNumber | None = None


class LocalStandards(RootModel[Mapping[RuleId, LocalStandard]]):
    """Map rules to a council's choices. National rules stay as they are, whatever it holds."""

    model_config = ConfigDict(frozen=True)

    root: Mapping[RuleId, LocalStandard] = Field(default_factory=dict)

    @classmethod
    def from_settings(cls, held: Mapping[str, object] | None) -> "LocalStandards":
        """Read the choices in the settings; one that makes no sense counts as not made."""
        standards = {}
        for rule_id, choice in (held or {}).items():
            try:
                standards[RuleId(rule_id)] = LocalStandard.model_validate(choice)
            except ValidationError:
                continue
        return cls(standards)

    def is_on(self, rule: TimescaleRule) -> bool:
        """Return whether the rule is used; of a national one that is nobody's choice."""
        choice = self.root.get(rule.id)
        if choice is None or rule.standard is Standard.NATIONAL:
            return rule.on
        return choice.on

    def number(self, rule: TimescaleRule) -> int | None:
        """Return the number to use in place of the rule's own, if there is one."""
        choice = self.root.get(rule.id)
        if choice is None or choice.number is None or rule.number is None:
            return None
        return max(choice.number, rule.least_number)


AS_SHIPPED = LocalStandards()
"""No choices made: every rule is on or off as in the file."""
