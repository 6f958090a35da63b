# SPDX-License-Identifier: MPL-2.0
"""Put the parts of the full report in the order of a layout.

A part that a layout leaves out is named under the sign-off: nothing vanishes without a word.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.report.audit.amendments import amendments
from auditapp.report.audit.answers import AnswerPart
from auditapp.report.audit.follow_up import actions, concerns, feedback
from auditapp.report.audit.frame import front_facts
from auditapp.report.audit.grades import GradePart
from auditapp.report.audit.sign_off import sign_off
from auditapp.report.blocks import (
    Block,
    Callout,
    CalloutTone,
)
from auditapp.report.layouts.layout import Layout, Part
from auditapp.report.layouts.words import part_name

_Makers = Mapping[Part, Callable[[], Iterable[Block]]]


def parts(state: AuditState, layout: Layout) -> Iterator[Block]:
    """Yield the parts of the report of an audit that ``layout`` wants, as it wants them."""
    makers = _makers(state)
    for part in layout.parts:
        yield from makers[part]()
        if part is Part.SIGN_OFF:
            yield from _left_out(makers, layout)


def _makers(state: AuditState) -> _Makers:
    """Return what makes each part; nothing is made before it is asked for."""
    outline, audit = state.outline, state.audit
    answers, grades = AnswerPart(outline), GradePart(outline)

    return {
        Part.CONCERNS: lambda: concerns(audit.concerns, answers.question_name),
        Part.FRONT_SHEET: lambda: [front_facts(audit)],
        Part.AMENDMENTS: lambda: amendments(state),
        Part.GRADES: grades.overall,
        Part.SUMMARY: grades.picture,
        Part.SECTIONS: grades.sections,
        Part.ACTIONS: lambda: actions(audit, answers.question_name),
        Part.TIMESCALES: answers.timescales,
        Part.FEEDBACK: lambda: feedback(audit.feedback),
        Part.REASONS: grades.reasons,
        Part.QUESTIONS: answers.questions,
        Part.HIDDEN: answers.hidden,
        Part.SET_ASIDE: answers.set_aside,
        Part.SIGN_OFF: lambda: sign_off(state),
    }


def _left_out(makers: _Makers, layout: Layout) -> Iterator[Block]:
    """Name the parts that this audit has and the layout leaves out."""
    missing = [
        part_name(part, layout.wording)
        for part in Part
        if part not in layout.parts and any(True for _block in makers[part]())
    ]
    if missing:
        words = _("They are in the audit itself, and in a report with the usual layout.")
        title = _("Left out by the layout of this report")
        yield Callout(CalloutTone.INFO, title, ("; ".join(missing) + ".", words))
