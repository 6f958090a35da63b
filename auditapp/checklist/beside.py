# SPDX-License-Identifier: MPL-2.0
"""Hold what stands beside the checklists, and what they may name of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from auditapp.checklist.question_checks import KnownRule
from auditapp.checklist.sources import Sources
from auditapp.model.ids import RuleId


@dataclass(frozen=True, slots=True)
class Beside:
    """Hold timescale rules by id, local names, and sources; what is None is not looked up."""

    rules: Mapping[RuleId, KnownRule] | None = None
    names: Collection[str] | None = None
    sources: Sources | None = None


NOTHING = Beside()
"""Check a checklist by itself alone."""
