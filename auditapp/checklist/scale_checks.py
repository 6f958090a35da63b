# SPDX-License-Identifier: MPL-2.0
"""Check a checklist's own scales: what their answers count as, and what they replace."""

from collections.abc import Iterator

from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.models import Checklist, Scale
from auditapp.checklist.scales import BUILT_IN_SCALES, COUNTED_AS
from auditapp.checklist.suggestions import suggestion
from auditapp.i18n import _


def scale_faults(checklist: Checklist) -> Iterator[PathFault]:
    """Yield the faults of every scale that the checklist brings."""
    known = BUILT_IN_SCALES | {scale.id: scale for scale in checklist.scales}
    for number, scale in enumerate(checklist.scales):
        path: Path = ("scales", number)
        if scale.id in BUILT_IN_SCALES:
            yield PathFault(
                (*path, "id"),
                _("The scale '{scale}' is built in.").format(scale=scale.id),
                _("Give your own scale another id."),
            )
        yield from _counts_as(scale, path)
        yield from _earlier_answers(scale, known, path)


def _counts_as(scale: Scale, path: Path) -> Iterator[PathFault]:
    counted = COUNTED_AS[scale.measures]
    for place, answer in enumerate(scale.answers):
        if answer.counts_as not in counted:
            yield PathFault(
                (*path, "answers", place, "counts_as"),
                _("'{answer}' is not an answer of the {measure} scale.").format(
                    answer=answer.counts_as, measure=scale.measures
                ),
                suggestion(answer.counts_as, counted),
            )


def _earlier_answers(scale: Scale, known: dict[str, Scale], path: Path) -> Iterator[PathFault]:
    """Yield where ``from`` names an answer that there is not, or gives one answer two successors.

    A scale that is not in the checklist may have been in an earlier version; what it offered is
    looked at when the two versions are compared.
    """
    seen = set()
    for place, answer in enumerate(scale.answers):
        for old_scale, old_answers in answer.from_.items():
            there: Path = (*path, "answers", place, "from", old_scale)
            for old in old_answers:
                if (old_scale, old) in seen:
                    yield PathFault(
                        there,
                        _("'{answer}' of scale '{scale}' has two successors.").format(
                            answer=old, scale=old_scale
                        ),
                        _("Name it under one answer only."),
                    )
                seen.add((old_scale, old))
                if old_scale == scale.id and old in scale.answer_ids:
                    yield PathFault(
                        there,
                        _("'{answer}' is still an answer of this scale.").format(answer=old),
                        _("Name an answer that an earlier version of the scale had."),
                    )
                elif old_scale != scale.id and old_scale in known:
                    yield from _unknown_answer(old, known[old_scale], there)


def _unknown_answer(answer: str, scale: Scale, path: Path) -> Iterator[PathFault]:
    if answer not in scale.answer_ids:
        yield PathFault(
            path,
            _("'{answer}' is not an answer of scale '{scale}'.").format(
                answer=answer, scale=scale.id
            ),
            suggestion(answer, scale.answer_ids),
        )
