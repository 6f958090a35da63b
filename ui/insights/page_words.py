# SPDX-License-Identifier: MPL-2.0
"""Say over the figures what one has to know before reading them."""

from collections.abc import Sequence

from auditapp.i18n import _, ngettext
from auditapp.insight.meanings import Break
from auditapp.insight.small_numbers import FEWEST
from ui.messages import Message

_MOST_BREAKS = 3


def chosen_words(audits: int) -> str:
    """Say of how many audits the figures are made, and what so few can tell."""
    if not audits:
        return ""
    words = ngettext(
        "The figures are made of {count} audit.", "The figures are made of {count} audits.", audits
    ).format(count=f"{audits:,}")
    if audits < FEWEST:
        few = _("That is fewer than {fewest}: read the audits, and conclude nothing from shares.")
        words = f"{words} {few.format(fewest=FEWEST)}"
    return words


def unreadable_message(count: int) -> Message | None:
    """Say how many audits are missing because they cannot be read; None where all can."""
    if not count:
        return None
    title = ngettext(
        "One audit cannot be read and is missing.",
        "{count} audits cannot be read and are missing.",
        count,
    ).format(count=count)
    return Message(title, _("The list of audits says why, and what to do."))


def break_message(breaks: Sequence[Break]) -> Message | None:
    """Say which questions changed their meaning; None where none did."""
    if not breaks:
        return None
    title = ngettext(
        "One question changed its meaning: what is before and after is not to be compared.",
        "{count} questions changed their meaning: what is before and after is not to be compared.",
        len(breaks),
    ).format(count=len(breaks))
    words = _("{title}, from version {old} to {new}: “{question}”. {why}")
    told = [
        words.format(
            title=each.title, old=each.old_version, new=each.new_version,
            question=each.new, why=each.why,
        )
        for each in breaks[:_MOST_BREAKS]
    ]  # fmt: skip
    if len(breaks) > _MOST_BREAKS:
        told.append(_("The thematic summary lists them all."))
    return Message(title, "\n".join(told))
