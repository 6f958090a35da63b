# SPDX-License-Identifier: MPL-2.0
"""Set the themes of audits beside those of disputes, learning and other quality activity.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. Inspectors found that
nobody read these together (``hull-2015 para 132``).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditapp.insight.selection import Selection, plain_team
from auditapp.judgement.moment_words import uk_time
from auditapp.model.register import RegisterEntry
from auditapp.operations.insight import InsightOperations
from auditapp.operations.registers import RegisterOperations


@dataclass(frozen=True, slots=True)
class ThemeTotals:
    """Count what there is of one theme; ``open_actions`` are a part of ``actions``.

    ``theme`` is empty for what names none.
    """

    theme: str
    actions: int
    open_actions: int
    disputes: int
    learning: int
    activities: int

    @property
    def total(self) -> int:
        """Return how much there is of it in all."""
        return self.actions + self.disputes + self.learning + self.activities


class ThemeOperations(RegisterOperations, InsightOperations):
    """Read audits and registers together."""

    def themes_side_by_side(self) -> list[ThemeTotals]:
        """Return what there is of each theme, the one with most first.

        Themes go together whatever their letter case and spaces.

        Raises:
            NotAllowedError: The workspace is locked.
            LedgerDamagedError, SchemaTooNewError: The registers cannot be read.
        """
        # Late: nobody waits for SQLite who only answers questions.
        from auditapp.insight.rollups.actions import action_counts  # noqa: PLC0415

        tables = self.insight_tables()
        # Without second readings, so that no case counts twice.
        first = Selection(has_drafts=True)
        with self._lock:
            found = action_counts(tables, first, uk_time(self.clock()).date()).themes
        registers = (self.disputes(), self.learning_messages(), self.quality_activities())
        names: dict[str, str] = {}
        counts = [_counted(entries.values(), names) for entries in registers]
        actions = {plain_team(each.name): each for each in found}
        names |= {plain_team(each.name): each.name for each in found}
        totals = []
        for plain, name in names.items():
            of_audits = actions.get(plain)
            totals.append(
                ThemeTotals(
                    name,
                    of_audits.total if of_audits else 0,
                    of_audits.still_open if of_audits else 0,
                    *(each[plain] for each in counts),
                )
            )
        return sorted(totals, key=lambda each: (-each.total, each.theme))


def _counted(entries: Iterable[RegisterEntry], names: dict[str, str]) -> Counter[str]:
    """Count entries by their theme, and note in ``names`` what that is called."""
    counted: Counter[str] = Counter()
    for entry in entries:
        plain = plain_team(entry.theme)
        names[plain] = " ".join(entry.theme.split())
        counted[plain] += 1
    return counted
