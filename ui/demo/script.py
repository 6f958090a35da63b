# SPDX-License-Identifier: MPL-2.0
"""Walk through the sample audit by the keyboard, from the first start to the saved report."""

from pathlib import Path

from auditapp.judgement.grading import suggest_grade
from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus, Source
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label
from ui.demo import sample
from ui.demo.hands import Hands, typed_date
from ui.demo.question_script import Look, QuestionScript
from ui.main_window import MainWindow
from ui.open_audit import OpenAudit
from ui.review.report_view import ReportView
from ui.start.first_start_view import FirstStartView
from ui.walkthrough.audit_view import AuditView
from ui.walkthrough.steps import StepKind

COHORTS = (Cohort.CHILD_IN_CARE, Cohort.CARE_16_PLUS)


class Script:
    """Play the auditor. ``look`` is called whenever a screen is worth a picture."""

    def __init__(self, window: MainWindow, hands: Hands, look: Look) -> None:
        self._window = window
        self._hands = hands
        self._look = look
        self._questions = QuestionScript(hands, look)

    def play(self, report: Path) -> None:
        """Do everything, and leave the report of the signed audit in ``report``."""
        self.start_first_time()
        self.start_audit()
        self.answer_all()
        self.give_feedback()
        self.give_overall_grades()
        self.sign_off()
        self.save_report(report)
        self.look_around()

    # The parts

    def start_first_time(self) -> None:
        """Give a name, choose a passphrase, type the recovery key back."""
        hands = self._hands
        self._look("01-welcome")
        hands.fill("Your name or initials", sample.AUDITOR)
        hands.fill("Your organisation", sample.ORGANISATION)
        hands.tick("Continue")
        hands.fill("Passphrase", sample.PASSPHRASE)
        hands.fill("The passphrase again", sample.PASSPHRASE)
        self._look("02-passphrase")
        hands.press("Return")
        view = self._first_start
        hands.wait_for(lambda: view.step is not view.passphrase, "the recovery key")
        self._look("03-recovery-key")
        key = view.recovery_key.panel.key.accessibleName().replace(", ", "-").replace(" ", "")
        hands.fill("Type or paste the key, to be sure that you have it", key)
        hands.press("Return")
        hands.wait_for(lambda: self._window.home_view is not None, "the list of audits")
        hands.rest()
        self._look("04-no-audits-yet")

    def start_audit(self) -> None:
        """Fill in the front sheet and choose the checklists."""
        hands = self._hands
        hands.press("Ctrl+N")
        hands.fill("Case reference", sample.REFERENCE)
        self._pick("Age", label(AgeBand.FROM_16))
        self._pick("Legal status", label(LegalStatus.CARE_ORDER))
        for cohort in COHORTS:
            hands.tick(label(cohort))
        hands.fill("Team", sample.TEAM)
        hands.fill("Worker code", sample.WORKER)
        hands.fill("Worker’s caseload", "19")
        hands.fill("Workers in the last 12 months", "2")
        hands.fill("Period from", typed_date(sample.PERIOD[0]))
        hands.fill("Period to", typed_date(sample.PERIOD[1]))
        hands.fill("Judged from", typed_date(sample.JUDGED_FROM))
        for source in (Source.WORKER, Source.FAMILY):
            hands.tick(label(source))
        for title in sample.CHECKLISTS:
            hands.tick(title)
        self._look("05-new-audit")
        hands.tick("Start the audit")
        hands.wait_for(lambda: self._window.audit_view is not None, "the walkthrough")
        hands.rest()

    def answer_all(self) -> None:
        """Go through the questions in order, and grade each section after its last one."""
        self._hands.press("Alt+Left", times=3)  # from wherever it began to the front sheet
        self._look("06-front-sheet")
        while True:
            self._hands.press("Alt+Right")
            step = self._view.step
            if step.kind is StepKind.QUESTION:
                self._questions.answer(self._audit.outline.by_key[step.question])
            elif step.kind is StepKind.SECTION_GRADE:
                self._grade_section(step.key)
            else:
                return

    def give_feedback(self) -> None:
        """Say what the child, the carers and the worker told."""
        hands = self._hands
        for how, said in sample.FEEDBACK.values():
            hands.tick("Asked")
            hands.fill("How were they asked?", how)
            hands.fill("What did they say?", said)
            hands.press("Tab")
        hands.press("Shift+Tab")  # the picture is of who is at work on the page
        self._look("12-feedback")
        hands.press("Alt+Right")

    def give_overall_grades(self) -> None:
        """Say what is strong and what is not, and give the practice and the impact grade."""
        hands = self._hands
        hands.fill("Strengths", "\n".join(sample.STRENGTHS))
        hands.fill("Areas for improvement", "\n".join(sample.IMPROVEMENTS))
        hands.fill("Summary", sample.SUMMARY)
        for grade, reason in (sample.PRACTICE_GIVEN, sample.IMPACT_GIVEN):
            hands.tab_to(label(GradeBand.OUTSTANDING))
            hands.arrow_to(label(GradeBand(grade)))
            hands.press("Space")
            hands.fill("Reason", reason)
            hands.press("Tab")
        hands.press("Shift+Tab")
        self._look("13-overall-grades")
        hands.press("Alt+Right")

    def sign_off(self) -> None:
        """Read the review, close what is open, sign."""
        hands = self._hands
        self._look("14-review")
        self._close_concern()
        hands.tick("Sign off and lock")
        hands.wait_for(lambda: not self._audit.can_edit, "the sign-off")
        self._look("15-signed-off")

    def save_report(self, report: Path) -> None:
        """Look at the report and save it."""
        hands = self._hands
        hands.press("Alt+Right")
        report_view = self._view.pages.currentWidget()
        assert isinstance(report_view, ReportView)  # noqa: S101 - the last step of the walk
        preview = report_view.pane.preview
        hands.wait_for(lambda: preview.page_count > 0, "the preview")
        self._look("16-report")
        hands.tick("Save …")
        self._look("29-save-report")
        hands.tick("Choose where to save …")
        hands.wait_for(report.exists, "the saved report")

    def look_around(self) -> None:
        """Go back to the list, look at the checklists and the settings, and lock."""
        hands = self._hands
        hands.press("Alt+Home")
        self._look("17-audits")
        self._read_across()
        hands.go_by_rail("Checklists")
        self._try_checklist_out()
        hands.go_by_rail("Settings")
        self._look("20-settings")
        hands.press("Ctrl+L")
        hands.wait_for(lambda: self._window.workspace is None, "the lock")
        self._look("21-unlock")

    # Inside

    def _read_across(self) -> None:
        """Look at what the audits say together."""
        hands, home = self._hands, self._window.home_view
        hands.go_by_rail("Reports")
        assert home is not None  # noqa: S101 - it is on show
        reports = home.places.reports.view
        assert reports is not None  # noqa: S101 - as above
        hands.wait_for(reports.each_command.isEnabled, "the count of audits")
        hands.tick("Make the preview")
        hands.wait_for(lambda: reports.pane.file is not None, "the preview")
        self._look("30-reports")

    def _try_checklist_out(self) -> None:
        """Look at the list of checklists, and open one."""
        hands, home = self._hands, self._window.home_view
        assert home is not None  # noqa: S101 - it is on show
        listed = home.checklists
        assert listed is not None  # noqa: S101 - as above
        hands.wait_for(lambda: not listed.is_reading, "the list of checklists")
        self._look("18-checklists")
        hands.fill("Search titles, purposes and questions", sample.LOOKED_FOR)
        hands.press("Return", times=2)
        hands.wait_for(lambda: home.try_out is not None, "the try-out")
        self._look("19-try-out")
        hands.press("Esc")

    @property
    def _first_start(self) -> FirstStartView:
        view = self._window.start_view
        assert isinstance(view, FirstStartView)  # noqa: S101 - the demo has no workspace yet
        return view

    @property
    def _view(self) -> AuditView:
        view = self._window.audit_view
        assert view is not None  # noqa: S101 - the script has opened it
        return view

    @property
    def _audit(self) -> OpenAudit:
        audit = self._window.open_audit
        assert audit is not None  # noqa: S101 - the script has opened it
        return audit

    def _pick(self, name: str, words: str) -> None:
        """Choose from a drop-down list by typing the beginning of the words."""
        self._hands.tab_to(name)
        self._hands.type(words)

    def _close_concern(self) -> None:
        hands = self._hands
        hands.tick("Record the response")
        hands.fill("What did they do about it?", sample.CONCERN.response)
        hands.tick("Save and close the concern")
        hands.rest()

    def _grade_section(self, key: str) -> None:
        hands = self._hands
        suggested = suggest_grade(self._audit.outline, key).band
        given = suggested or GradeBand.GOOD
        hands.press(f"Ctrl+{given.rank + 1}")
        hands.fill("Reason", sample.SECTION_REASONS[given])
        if key == sample.SECTION_PICTURE:
            self._look("11-section-grade")
