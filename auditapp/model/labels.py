# SPDX-License-Identifier: MPL-2.0
"""Give every choice the words that people read, in the window and in the reports alike."""

from enum import StrEnum

from auditapp.i18n import _
from auditapp.model.answer import Cause
from auditapp.model.audit import AuditStatus
from auditapp.model.exchange import Outcome, Purpose
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus, Source
from auditapp.model.grade import GradeBand
from auditapp.model.history import HistoryKind, UndoReach
from auditapp.model.logbook import LogKind
from auditapp.model.register import ActivityKind, DisputeKind, DisputeLevel, Register
from auditapp.model.round_kinds import CaseField, CaseState, RoundKind, SampleMethod, StrataMethod
from auditapp.model.trust import TrustState

_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (Cause.PRACTICE, "Practice: how the work was done"),
    (Cause.SYSTEM, "System: capacity, process or tools"),
    (Cause.PARTNER, "Partner agency"),
    (Cause.RECORDING, "Recording: done, but not written down"),
    (TrustState.SHIPPED, "Came with the program"),
    (TrustState.KNOWN_KEY, "Signed"),
    (TrustState.OTHER_KEY, "Signed, but not by a publisher trusted here"),
    (TrustState.UNSIGNED, "Unsigned"),
    (TrustState.BAD, "Not to be trusted"),
    (TrustState.REVOKED, "Signed with a key that was revoked"),
    (AuditStatus.DRAFT, "Draft"),
    (AuditStatus.SIGNED_OFF, "Signed off"),
    (AuditStatus.MODERATED, "Moderated"),
    (AuditStatus.CLOSED, "Closed"),
    (ActionStatus.OPEN, "Open"),
    (ActionStatus.DONE, "Done, to be verified"),
    (ActionStatus.VERIFIED, "Verified"),
    (ActionStatus.DROPPED, "Dropped"),
    (FeedbackFrom.CHILD, "Child or young person"),
    (FeedbackFrom.PARENT_OR_CARER, "Parent or carer"),
    (FeedbackFrom.PRACTITIONER, "Practitioner"),
    (AgeBand.UNBORN, "Unborn"),
    (AgeBand.UNDER_5, "0 to 4"),
    (AgeBand.FROM_5, "5 to 9"),
    (AgeBand.FROM_10, "10 to 15"),
    (AgeBand.FROM_16, "16 to 17"),
    (AgeBand.FROM_18, "18 to 25"),
    (Cohort.CONTACT, "Contact or referral"),
    (Cohort.EARLY_HELP, "Early help"),
    (Cohort.SECTION_47, "Section 47 enquiry"),
    (Cohort.CHILD_IN_NEED, "Child in need"),
    (Cohort.CHILD_PROTECTION, "Child protection plan"),
    (Cohort.CHILD_IN_CARE, "Child in care"),
    (Cohort.ADOPTION, "Plan for adoption, or adopted"),
    (Cohort.CARE_16_PLUS, "16 or over in care, or care leaver"),
    (Cohort.HOMELESS_16_17, "16 or 17 and homeless"),
    (Cohort.PRIVATE_FOSTERING, "Privately fostered"),
    (Cohort.UNACCOMPANIED, "Unaccompanied asylum-seeking child"),
    (LegalStatus.NONE, "No legal status"),
    (LegalStatus.SECTION_17, "Section 17, child in need"),
    (LegalStatus.CP_PLAN, "Child protection plan"),
    (LegalStatus.SECTION_20, "Section 20, accommodated by agreement"),
    (LegalStatus.INTERIM_CARE_ORDER, "Interim care order"),
    (LegalStatus.CARE_ORDER, "Care order"),
    (LegalStatus.PLACEMENT_ORDER, "Placement order"),
    (LegalStatus.REMAND, "On remand"),
    (LegalStatus.CARE_LEAVER, "Care leaver"),
    (LegalStatus.OTHER, "Other"),
    (Source.FILE, "Case file"),
    (Source.WORKER, "Talk with the worker"),
    (Source.MANAGER, "Talk with the manager"),
    (Source.OBSERVATION, "Observation of practice"),
    (Source.FAMILY, "Child or family"),
    (Source.PARTNER, "Partner agency"),
    (GradeBand.OUTSTANDING, "Outstanding"),
    (GradeBand.GOOD, "Good"),
    (GradeBand.REQUIRES_IMPROVEMENT, "Requires improvement"),
    (GradeBand.INADEQUATE, "Inadequate"),
    (HistoryKind.CREATED, "Audit started"),
    (HistoryKind.FRONT_SHEET, "Front sheet changed"),
    (HistoryKind.ANSWER, "Answer changed"),
    (HistoryKind.NOTE, "Note changed"),
    (HistoryKind.EVIDENCE, "Evidence changed"),
    (HistoryKind.CAUSE, "Cause changed"),
    (HistoryKind.FLAG, "Flag changed"),
    (HistoryKind.GRADE, "Grade changed"),
    (HistoryKind.ACTION, "Action changed"),
    (HistoryKind.CONCERN, "Concern changed"),
    (HistoryKind.FEEDBACK, "Feedback changed"),
    (HistoryKind.OVERALL, "Overall picture changed"),
    (HistoryKind.CONFIRMED, "Answer confirmed"),
    (HistoryKind.MIGRATED, "Moved to another version of a checklist"),
    (HistoryKind.UNDONE, "Change undone"),
    (HistoryKind.REDONE, "Change made again"),
    (HistoryKind.SIGNED_OFF, "Signed off"),
    (HistoryKind.AMENDED, "Opened for an amendment"),
    (HistoryKind.AMENDMENT_GIVEN_UP, "Amendment given up"),
    (HistoryKind.EXPORTED, "Exported"),
    (HistoryKind.RECOVERED, "Recovered after damage"),
    (HistoryKind.RESTORED, "Restored from a backup"),
    (HistoryKind.HELD, "Put on hold"),
    (HistoryKind.RELEASED, "Hold taken off"),
    (HistoryKind.NAMES_AVOIDED, "Names to be avoided changed"),
    (HistoryKind.IMPORTED, "Brought in from another computer"),
    (HistoryKind.MERGED, "Put together with another copy"),
    (HistoryKind.SETTLED, "Difference settled"),
    (Purpose.FOR_MODERATION, "To be read a second time, blind"),
    (Purpose.MODERATED, "A second reading, done"),
    (Purpose.MERGE, "To be put together with another copy"),
    (Purpose.RE_AUDIT, "To be audited again"),
    (Outcome.NEW, "New here"),
    (Outcome.NOTHING_NEW, "Nothing new in it"),
    (Outcome.MERGE, "Changed there: both are put together"),
    (Outcome.SIGNED_THERE, "Signed off there, a draft here"),
    (Outcome.NEWER_SIGNED, "Signed off, and newer there"),
    (Outcome.SIGNED_HERE, "Signed off here, changed there as a draft"),
    (Outcome.BOTH_SIGNED, "Signed off on both sides, differently"),
    (Outcome.OTHER_VERSION, "On another version of its checklist there"),
    (Outcome.OTHER_BEGINNING, "Another audit under the same id"),
    (Outcome.REMOVED_HERE, "Was removed here"),
    (HistoryKind.LINKED, "Links to a round or another audit changed"),
    (HistoryKind.FOLLOWED_UP, "Action followed up"),
    (HistoryKind.AGREED, "Grade agreed after moderation"),
    (HistoryKind.CLOSED, "Audit closed"),
    (Register.DISPUTES, "Disputes and escalations"),
    (Register.LEARNING, "Learning log"),
    (Register.ACTIVITIES, "Other quality activity"),
    (DisputeKind.REVIEWING_OFFICER, "Formal dispute by a reviewing officer or chair"),
    (DisputeKind.AGENCIES, "Between agencies"),
    (DisputeKind.GRADE, "About a grade"),
    (DisputeKind.OTHER, "Other"),
    (DisputeLevel.TEAM, "Worker and team manager"),
    (DisputeLevel.SERVICE, "Service manager"),
    (DisputeLevel.HEAD, "Head of service"),
    (DisputeLevel.DIRECTOR, "Director"),
    (DisputeLevel.OUTSIDE, "Outside the council"),
    (ActivityKind.OBSERVATION, "Observation of practice"),
    (ActivityKind.LEARNING_REVIEW, "Learning review"),
    (ActivityKind.COMPLAINT, "Complaint"),
    (ActivityKind.DIP_SAMPLE, "Dip sample"),
    (ActivityKind.SECTION_11, "Section 11 return"),
    (ActivityKind.WALKING_THE_FLOOR, "Walking the floor"),
    (ActivityKind.OTHER, "Other"),
    (UndoReach.NEXT, "Undo takes this back next"),
    (UndoReach.LATER, "Undo reaches this"),
    (UndoReach.UNDONE, "Was undone"),
    (UndoReach.TO_REDO, "Was undone; redo makes it again"),
    (UndoReach.BEYOND, "Undo does not reach this"),
    (LogKind.MADE, "Place for audits made"),
    (LogKind.UNLOCKED, "Unlocked"),
    (LogKind.PASSPHRASE_CHANGED, "Passphrase changed"),
    (LogKind.RECOVERY_KEY_REPLACED, "New recovery key made"),
    (LogKind.KEYS_STRENGTHENED, "Passphrase made harder to guess"),
    (LogKind.SEALED_ANEW, "Everything encrypted under a new key"),
    (LogKind.KEYCHAIN_TURNED_ON, "Unlocking by the keychain turned on"),
    (LogKind.KEYCHAIN_TURNED_OFF, "Unlocking by the keychain turned off"),
    (LogKind.BACKED_UP, "Backup made"),
    (LogKind.RESTORED, "Everything restored from a backup"),
    (LogKind.AUDIT_RESTORED, "Audit restored from a backup"),
    (LogKind.AUDIT_REMOVED, "Audit removed"),
    (LogKind.CASE_EXPORTED, "Everything about a case saved"),
    (LogKind.LOGBOOK_EXPORTED, "Logbook saved"),
    (LogKind.FIGURE_EXPORTED, "Figures saved"),
    (LogKind.REPORT_EXPORTED, "Report saved or printed"),
    (LogKind.LAYOUT_CHANGED, "Layout of reports changed"),
    (LogKind.PACKAGE_EXPORTED, "Package of audits saved"),
    (LogKind.PACKAGE_IMPORTED, "Package of audits brought in"),
    (LogKind.SCHEMA_RAISED, "Audits brought to a newer form"),
    (LogKind.REGISTER_ENTRY_ERASED, "Entry of a register erased"),
    (LogKind.REGISTERS_BEGUN_ANEW, "Registers given up and begun anew"),
    (LogKind.SAMPLE_MADE, "Sample of invented audits made"),
    (LogKind.PROBLEM_FOUND, "Something found wrong"),
    (CaseField.REFERENCE, "Case reference"),
    (CaseField.TEAM, "Team"),
    (CaseField.WORKER_CODE, "Worker code"),
    (CaseField.MANAGER_CODE, "Manager code"),
    (CaseField.AGE_BAND, "Age band"),
    (CaseField.COHORTS, "Cohorts"),
    (CaseField.LEGAL_STATUS, "Legal status"),
    (CaseField.FACT, "Kept under its own heading"),
    (CaseState.DRAWN, "Drawn, with nobody yet"),
    (CaseState.ALLOCATED, "Allocated"),
    (CaseState.STARTED, "Started"),
    (CaseState.SIGNED, "Signed off"),
    (CaseState.EXEMPT, "Exempt"),
    (SampleMethod.ALL, "Every case"),
    (SampleMethod.SIZE, "A number that you choose"),
    (SampleMethod.MARGIN, "As many as a share needs"),
    (SampleMethod.DIP, "As many as find a bad file"),
    (StrataMethod.PROPORTIONAL, "In proportion"),
    (StrataMethod.EQUAL, "Equally"),
    (RoundKind.ABOUT, "Round described"),
    (RoundKind.SEED, "Seed written down"),
    (RoundKind.LIST, "List of cases read"),
    (RoundKind.EXCLUDED, "Cases excluded"),
    (RoundKind.INCLUDED, "Cases no longer excluded"),
    (RoundKind.PLAN, "Size of the sample chosen"),
    (RoundKind.DRAWN, "Sample drawn"),
    (RoundKind.TAKEN_BACK, "Draw taken back"),
    (RoundKind.REPLACED, "Case replaced"),
    (RoundKind.AUDITOR, "Auditor changed"),
    (RoundKind.ALLOCATED, "Cases allocated"),
    (RoundKind.PROGRESS, "Progress of a case changed"),
)

_BY_CHOICE = {(type(choice), choice.value): words for choice, words in _WORDS}
"""Keyed by type as well: two lists of choices may use the same value for different things."""


def label(choice: StrEnum) -> str:
    """Return the words for ``choice``."""
    return _(_BY_CHOICE[type(choice), choice.value])


def status_words(status: AuditStatus, amendment: int) -> str:
    """Return the words for a status; ``amendment`` is the number of the last one, or 0."""
    if not amendment:
        return label(status)
    words = _("Amendment {number}, {status}")
    return words.format(number=amendment, status=label(status).lower())


def where_from(state: TrustState, signer: str, key_id: str) -> str:
    """Return in a few words what vouches for a checklist, or vouched on the day it was pinned."""
    if state is TrustState.KNOWN_KEY:
        return _("Signed by {publisher}, key {key}").format(publisher=signer, key=key_id)
    return (
        _("{state} (key {key})").format(state=label(state), key=key_id) if key_id else label(state)
    )
