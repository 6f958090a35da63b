# SPDX-License-Identifier: MPL-2.0
"""Put into words how two audits stand to each other, line by line and in all."""

from auditapp.i18n import _, ngettext
from auditapp.judgement.comparison import ComparedLine, Comparison, LineState
from auditapp.judgement.reaudit import Direction, Pointer, Reaudit


def line_words(line: ComparedLine) -> str:
    """Say how the two answers to a question stand to each other."""
    if line.state is LineState.DIFFERENT and line.steps:
        return steps_words(line.steps)
    words = {
        LineState.SAME: _("The same"),
        LineState.DIFFERENT: _("Different"),
        LineState.TO_READ: _("To be read side by side"),
        LineState.FIRST_ONLY: _("Only the first answered"),
        LineState.SECOND_ONLY: _("Only the second answered"),
        LineState.NEITHER: _("Nobody answered"),
        LineState.CHANGED_MEANING: _("Not to be compared: {why}").format(why=line.why),
    }
    return words[line.state]


def steps_words(steps: int) -> str:
    """Say how far the second is above the first; ``steps`` as in a line, or in a grade."""
    if steps == 0:
        return _("The same")
    if steps > 0:
        words = ngettext("The second is {n} step higher", "The second is {n} steps higher", steps)
    else:
        words = ngettext("The second is {n} step lower", "The second is {n} steps lower", -steps)
    return words.format(n=abs(steps))


def since_then_words(steps: int) -> str:
    """Say how far a grade is now above that of then; ``steps`` as in a grade."""
    if steps == 0:
        return direction_words(Direction.SAME)
    if steps > 0:
        words = ngettext("{n} step better than then", "{n} steps better than then", steps)
    else:
        words = ngettext("{n} step worse than then", "{n} steps worse than then", -steps)
    return words.format(n=abs(steps))


def comparison_words(comparison: Comparison) -> str:
    """Say in a sentence how many of the lines differ, and in another if one person read twice."""
    words = ngettext(
        "{differing} of {count} line differs.",
        "{differing} of {count} lines differ.",
        len(comparison.lines),
    )
    counted = words.format(differing=len(comparison.differences), count=len(comparison.lines))
    if not comparison.is_same_reader:
        return counted
    same = _(
        "{counted} One person made both readings, so this is no second view: it does not count as "
        "agreement between readers."
    )
    return same.format(counted=counted)


def direction_words(direction: Direction) -> str:
    """Say how a criterion stands now against then."""
    words = {
        Direction.BETTER: _("Better than then"),
        Direction.SAME: _("As it was then"),
        Direction.WORSE: _("Worse than then"),
        Direction.UNKNOWN: _("Not to be compared"),
    }
    return words[direction]


def pointer_words(pointer: Pointer) -> str:
    """Say what the re-audit points to for an earlier action; empty where it is nothing."""
    words = {
        Pointer.VERIFY: _("Said to be done, and no shortfall was found now: it can be verified."),
        Pointer.REOPEN: _("Said to be done, and the shortfall is still there: open it again."),
        Pointer.OPEN: _("Nobody said yet that it is done."),
        Pointer.NOTHING: "",
    }
    return words[pointer]


def reaudit_words(found: Reaudit) -> str:
    """Say in a sentence what is better and what is worse than then."""
    better, same, worse, unknown = (found.count(each) for each in Direction)
    return _(
        "{better} better, {same} as before, {worse} worse; {unknown} cannot be compared."
    ).format(better=better, same=same, worse=worse, unknown=unknown)
