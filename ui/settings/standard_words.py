# SPDX-License-Identifier: MPL-2.0
"""Say in plain words what a timescale limits, who says so, and how sure that is."""

from collections.abc import Mapping
from typing import Final

from auditapp.checklist.citations import citation_words
from auditapp.i18n import _
from auditapp.judgement.timescale_rules import Confidence, Standard, TimescaleRule
from auditapp.searching import searched

_CONFIDENCE: Final[Mapping[Confidence, str]] = {
    Confidence.HIGH: _("The wording was read in the source."),
    Confidence.MEDIUM: _("Taken from what other councils and guides write; check your own."),
    Confidence.LOW: _("A common habit only; check your own procedures before you rely on it."),
}


def detail_words(rule: TimescaleRule) -> str:
    """Return everything about a rule but its title, in a line for each situation and one more."""
    about = [
        _("Source: {source}.").format(source=citation_words(rule.source)),
        _CONFIDENCE[rule.confidence],
        rule.note or "",
    ]
    return "\n".join([*_limits(rule), " ".join(filter(None, about))])


def searched_words(rule: TimescaleRule, heading: str) -> str:
    """Return what a search looks in: the rule, its heading, and whose rule it is."""
    whose = _("national law guidance") if rule.standard is Standard.NATIONAL else _("local council")
    return searched((rule.title, heading, detail_words(rule), whose))


def _limits(rule: TimescaleRule) -> list[str]:
    if rule.situations:
        lines = (f"{each.title}: {rule.limit_words(each)}." for each in rule.situations)
        return [*lines, _("Counted from {start}.").format(start=rule.starts_from)]
    words = (
        _("{limit}, counted from {start}.")
        if rule.standard is Standard.NATIONAL
        else _("Usually {limit}, counted from {start}.")
    )
    line = words.format(limit=rule.limit_words(rule), start=rule.starts_from)
    return [line[:1].upper() + line[1:]]
