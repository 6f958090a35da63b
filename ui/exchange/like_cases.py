# SPDX-License-Identifier: MPL-2.0
"""Put audits of a package together that need the same choice for the same reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.exchange.incoming import AuditPlan
from auditapp.i18n import _, ngettext
from auditapp.model.exchange import Choice
from auditapp.model.ids import AuditId

CHOICE_WORDS: Final = {
    Choice.LEAVE: _("Left as it is"),
    Choice.TAKE: _("Theirs is taken"),
    Choice.KEEP_BOTH: _("Both are kept"),
}
"""What is done with one audit."""

ALL_WORDS: Final = {
    Choice.LEAVE: _("Leave all of them as they are"),
    Choice.TAKE: _("Take theirs for all of them"),
    Choice.KEEP_BOTH: _("Keep both for all of them"),
}
"""What is done with all of several like cases."""


@dataclass(frozen=True, slots=True)
class LikeCases:
    """Hold audits of a package of which the same can be said.

    Args:
        words: what can be said of each.
        audits: their ids here.
        choices: what a person may choose for all of them.
    """

    words: str
    audits: tuple[AuditId, ...]
    choices: tuple[Choice, ...]

    @property
    def name(self) -> str:
        """Return how many there are, and what can be said of them."""
        words = ngettext("{count} audit: {words}", "{count} audits: {words}", len(self.audits))
        return words.format(count=len(self.audits), words=self.words)


def like_cases(plans: Sequence[AuditPlan]) -> Iterator[LikeCases]:
    """Yield what can be chosen for several audits at once; one that is alone is not among them."""
    found: dict[str, list[AuditPlan]] = {}
    for plan in plans:
        if plan.choices:
            found.setdefault(plan.words, []).append(plan)
    for words, alike in found.items():
        offered = frozenset.intersection(*(plan.choices for plan in alike))
        if len(alike) > 1 and offered:
            choices = tuple(each for each in Choice if each is Choice.LEAVE or each in offered)
            yield LikeCases(words, tuple(plan.here for plan in alike), choices)
