# SPDX-License-Identifier: MPL-2.0
"""Open the places that ``docs/answers.md`` names, in the real window and by the real commands."""

import re
from dataclasses import dataclass
from itertools import chain

from PySide6.QtWidgets import QComboBox, QTabBar, QWidget

from auditapp.bootstrap.stamps import ROOT
from auditapp.checklist.condition_models import AllOf, AnyOf, CohortTest, QuestionTest
from auditapp.checklist.models import QuestionKind
from auditapp.model.edits import Author, change_answer
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import question_key
from auditapp.model.links import Links
from tests.making import make_front
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, REPORT, REVIEW, Step, StepKind
from ui.widgets.buttons.menu_button import MenuButton

TABLE = ROOT / "docs" / "answers.md"

STEPS = {
    "Front sheet": FRONT_SHEET,
    "Feedback": FEEDBACK,
    "Overall grades": OVERALL,
    "Review": REVIEW,
    "Report": REPORT,
}


@dataclass(frozen=True)
class Place:
    """Hold one place of a table: the number of its row, what kind it is, and which one."""

    row: int | str
    kind: str
    name: str

    @property
    def words(self):
        """Return the page and what is to be seen on it."""
        page, _arrow, control = self.name.partition(" > ")
        return page, control

    def __str__(self):
        return f"{self.row}: {self.kind} {self.name}"


KINDS = ("question", "checklist", "page", "audit", "front sheet", "settings", "report", "command")


def rows():
    """Return the cells of each row of the table of systems."""
    return [each for each in _cells() if each[0].isdigit()]


def report_rows():
    """Return the cells of each row of the table of reports."""
    return [each for each in _cells() if re.fullmatch(r"R\d+", each[0])]


def _cells():
    lines = TABLE.read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def places():
    """Return every place that the table of systems names."""
    return list(chain.from_iterable(_places(row, int(row[0])) for row in rows()))


def report_places():
    """Return every place that the table of reports names."""
    return list(chain.from_iterable(_places(row, row[0]) for row in report_rows()))


def _places(row, number):
    for token in re.findall(r"`([^`]+)`", row[-1]):
        kind = next(kind for kind in KINDS if token.startswith(f"{kind} "))
        yield Place(number, kind, token.removeprefix(kind).strip(" >"))


def words_on(widget):
    """Return everything that can be read or is announced on a widget, shown or scrolled away."""
    found = []
    for each in (widget, *widget.findChildren(QWidget)):
        if not each.isVisibleTo(widget.window()):
            continue
        found += [each.accessibleName(), each.toolTip()]
        for name in ("text", "title", "placeholderText"):
            said = getattr(each, name, None)
            if callable(said):
                found.append(str(said()))
        if isinstance(each, QComboBox):
            found += [each.itemText(at) for at in range(each.count())]
        if isinstance(each, QTabBar):
            found += [each.tabText(at) for at in range(each.count())]
        if isinstance(each, MenuButton):
            found += [command.text() for command in each.commands.actions()]
    return "\n".join(found).replace("&", "")


class Auditor:
    """Use the window as the table says, with an audit of a child to whom everything may apply.

    A second reading of it has begun.
    """

    def __init__(self, window, workspace):
        self.window = window
        self.workspace = workspace
        front = make_front(case_reference="HX-51", cohorts=tuple(Cohort))
        named = {place.name.split()[0] for place in places() if place.kind == "question"}
        self.audit_id = workspace.start_audit(front, sorted(named))
        self._make_all_asked()
        second = make_front(case_reference="HX-51", auditor="M. Ash")
        workspace.start_audit(second, ["visits"], links=Links(moderates=self.audit_id))

    @property
    def view(self):
        """The open audit."""
        if self.window.audit_view is None:
            self.window.home_view.audit_chosen.emit(self.audit_id)
        return self.window.audit_view

    def ask(self, checklist, question_id):
        """Show the card of a question."""
        self.view.show_step(Step(StepKind.QUESTION, question_key(checklist, question_id)))
        return self.view.pages.card(StepKind.QUESTION)

    def page(self, name):
        """Show a page of the home by its name."""
        if self.window.audit_view is not None:
            self.view.left.emit()
        home = self.window.home_view
        home.go_to(name)
        assert name == home.page_name, f"there is no page {name}"
        return home.page

    def _make_all_asked(self):
        for place in places():
            if place.kind == "question":
                self._make_asked(question_key(*place.name.split()))

    def _make_asked(self, key):
        """Answer what a question depends on, so that it is asked."""
        outline = self.workspace.outline(self.workspace.open_audit(self.audit_id))
        if key in outline.by_key:
            return
        checklist, question = outline.find_question(key)
        for condition in (checklist.section_of(question.id).when, question.when):
            if condition is not None:
                self._satisfy(checklist, condition)

    def _satisfy(self, checklist, condition):
        """Answer so that ``condition`` holds, as far as the conditions of the table go."""
        if isinstance(condition, CohortTest):
            return
        if isinstance(condition, AllOf | AnyOf):
            for each in condition.conditions:
                self._satisfy(checklist, each)
            return
        assert isinstance(condition, QuestionTest), f"cannot be made true: {condition}"
        key = question_key(checklist.id, condition.question)
        self._make_asked(key)
        audit = self.workspace.open_audit(self.audit_id)
        kind = next(each.kind for each in checklist.questions if each.id == condition.question)
        by = Author("R. Okafor", self.workspace.clock())
        edit = change_answer(audit, key, by, value=_value(condition, kind))
        self.workspace.commit(self.audit_id, edit)


def _value(condition, kind):
    """Return an answer with which a test of one question holds."""
    if condition.answered:
        return "2026-03-02" if kind is QuestionKind.DATE else "yes"
    wanted = condition.is_ if condition.is_ is not None else condition.includes
    first = wanted[0] if isinstance(wanted, list | tuple) else wanted
    return (first,) if kind is QuestionKind.CHOICES else first
