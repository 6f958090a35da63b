# SPDX-License-Identifier: MPL-2.0
"""Say in plain words what the size of a sample lets anyone conclude, and what it does not."""

from auditapp.i18n import _, ngettext
from auditapp.insight.sample_size import margin_of_size, most_bad_unseen


def size_words(population: int, size: int, confidence: float = 0.95) -> tuple[str, ...]:
    """Return sentences about a sample of ``size`` of ``population`` cases."""
    if size <= 0 or population <= 0:
        return (_("No case would be drawn."),)
    drawn = ngettext(
        "{size} of {population} case would be audited.",
        "{size} of {population} cases would be audited.",
        population,
    ).format(size=size, population=population)
    if size >= population:
        return (drawn, _("Every case is read, so nothing is left to chance."))
    margin = round(100 * margin_of_size(population, size, confidence))
    unseen = most_bad_unseen(population, size, confidence)
    times = round(100 * confidence)
    return (
        drawn,
        _(
            "If half of all files are good, the share found will be at most {margin} in 100 too "
            "high or too low, {times} times out of 100."
        ).format(margin=margin, times=times),
        _(
            "If not one file of the sample is bad, then at most {unseen} of all {population} are, "
            "{times} times out of 100."
        ).format(unseen=unseen, population=population, times=times),
        _("It says less about one team alone: of that, fewer files are read."),
    )
