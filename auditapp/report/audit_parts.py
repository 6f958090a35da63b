# SPDX-License-Identifier: MPL-2.0
"""Put the parts of the full report in the order of a layout, with the headings that it wants.

A part that a layout leaves out is named under the sign-off: nothing vanishes without a word.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.report.audit_amendments import amendments
from auditapp.report.audit_answers import AnswerPart
from auditapp.report.audit_follow_up import actions, concerns, feedback
from auditapp.report.audit_frame import front_facts
from auditapp.report.audit_grades import GradePart
from auditapp.report.audit_sign_off import sign_off
from auditapp.report.blocks import (
    Block,
    Callout,
    CalloutTone,
    Heading,
    KeepTogether,
    SideBySide,
)
from auditapp.report.layout import Layout, Part, Wording

_Makers = Mapping[Part, Callable[[], Iterable[Block]]]


def parts(state: AuditState, layout: Layout) -> Iterator[Block]:
    """Yield the parts of the report of an audit that ``layout`` wants, as it wants them."""
    makers = _makers(state)
    for part in layout.parts:
        yield from worded(makers[part](), layout.wording)
        if part is Part.SIGN_OFF:
            yield from _left_out(makers, layout)


def worded(blocks: Iterable[Block], wording: Wording) -> Iterator[Block]:
    """Yield the blocks of a report about an audit with the headings that are said otherwise.

    Nothing of a checklist is a heading of the first level, so none of its words can change.
    """
    said = _said(wording)
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield replace(block, text=said.get(block.text, block.text))
        elif isinstance(block, KeepTogether):
            yield KeepTogether(tuple(worded(block.blocks, wording)))
        elif isinstance(block, SideBySide):
            left, right = (tuple(worded(side, wording)) for side in (block.left, block.right))
            yield SideBySide(left, right)
        else:
            yield block


def _makers(state: AuditState) -> _Makers:
    """Return what makes each part; nothing is made before it is asked for."""
    outline, audit = state.outline, state.audit
    answers, grades = AnswerPart(outline), GradePart(outline)

    def follow_up() -> Iterator[Block]:
        names = [answers.question_name(each.question, key) for key, each in audit.actions.items()]
        yield from actions(audit.actions.values(), names)

    return {
        Part.CONCERNS: lambda: concerns(audit.concerns, answers.question_name),
        Part.FRONT_SHEET: lambda: [front_facts(audit)],
        Part.AMENDMENTS: lambda: amendments(state),
        Part.GRADES: grades.overall,
        Part.SUMMARY: grades.picture,
        Part.SECTIONS: grades.sections,
        Part.ACTIONS: follow_up,
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
    names, said = _names(), _said(layout.wording)
    missing = [
        said.get(names[part], names[part])
        for part in Part
        if part not in layout.parts and any(True for _block in makers[part]())
    ]
    if missing:
        words = _("They are in the audit itself, and in a report with the usual layout.")
        title = _("Left out by the layout of this report")
        yield Callout(CalloutTone.INFO, title, ("; ".join(missing) + ".", words))


def _names() -> Mapping[Part, str]:
    """Return what each part is called; those with a heading, by the heading."""
    return {
        Part.CONCERNS: _("Immediate concerns"),
        Part.FRONT_SHEET: _("The front sheet"),
        Part.AMENDMENTS: _("Amendments"),
        Part.GRADES: _("Overall grades"),
        Part.SUMMARY: _("Summary"),
        Part.SECTIONS: _("Grade by section"),
        Part.ACTIONS: _("Actions"),
        Part.TIMESCALES: _("Timescales"),
        Part.FEEDBACK: _("What people said"),
        Part.REASONS: _("How the section grades came about"),
        Part.QUESTIONS: _("Questions and answers"),
        Part.HIDDEN: _("Answers to questions that no longer apply"),
        Part.SET_ASIDE: _("Answers set aside"),
        Part.SIGN_OFF: _("Sign-off"),
    }


def _said(wording: Wording) -> Mapping[str, str]:
    """Return the new words of each heading by its usual ones."""
    usual = {str(part): words for part, words in _names().items()}
    usual |= {"strengths": _("Strengths"), "improvements": _("Areas for improvement")}
    chosen = wording.model_dump(exclude_none=True, exclude={"title"})
    return {usual[name]: words for name, words in chosen.items()}
