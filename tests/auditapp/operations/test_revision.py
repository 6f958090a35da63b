# SPDX-License-Identifier: MPL-2.0
"""Test moving drafts to a revised checklist, on the real store in a temporary folder."""

import json

import pytest

from auditapp.checklist.revision.fates import AnswerState
from auditapp.errors import (
    AuditLockedError,
    ChecklistConflictError,
    ChecklistInvalidError,
    NotAllowedError,
    SaveFailedError,
)
from auditapp.judgement.gaps import GapKind, gaps
from auditapp.model.answer import Evidence
from auditapp.model.chain import first_fault
from auditapp.model.edits import change_answer, confirm_answer
from auditapp.model.grade import GradeBand
from auditapp.model.history import HistoryKind
from auditapp.paths import PROGRAM
from tests.making import start_audit

KEY = "visits/VS2"
OLD_TEXT = "Was the child seen alone, and where they were not, is there a good reason?"
NEW_TEXT = "Was the child seen alone whenever that was possible?"
CHANGES = [
    ('version: "1.0"', 'version: "2.0"'),
    (OLD_TEXT, NEW_TEXT),
    ("      - id: VS4-words\n", "      - id: VS4-said\n        renamed_from: [VS4-words]\n"),
    ("      - id: VS4-tools\n", "      - id: VS4-tools\n        retired: true\n"),
]


def revised_text(*changes):
    """Return the shipped visits checklist with texts put in place of others."""
    text = (PROGRAM / "checklists" / "visits.yaml").read_text(encoding="utf-8")
    for old, new in changes or CHANGES:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def read(workspace, tmp_path):
    """Return a function that reads a revision of the visits checklist."""

    def make(*changes):
        path = tmp_path / "revised.yaml"
        path.write_text(revised_text(*changes), encoding="utf-8")
        return workspace.read_revision(path)

    return make


@pytest.fixture
def answer(workspace, by):
    """Return a function that answers questions of an audit."""

    def give(audit_id, **values):
        for name, fields in values.items():
            audit = workspace.open_audit(audit_id)
            key = f"visits/{name.replace('_', '-')}"
            workspace.commit(audit_id, change_answer(audit, key, by, **fields))

    return give


@pytest.fixture
def draft(workspace, answer):
    """Return a draft with one answer for each state."""
    audit_id = start_audit(workspace, "chronology", "visits")
    answer(
        audit_id,
        VS2={"value": "not_met", "note": "Twice.", "evidence": (Evidence(document="Visit 1"),)},
        VS3_count={"value": 4},
        VS4_tools={"value": ("play", "talk"), "note": "In May."},
        VS4_words={"value": "She likes school."},
    )
    return audit_id


def stored(workspace, audit_id):
    """Return the tables of an audit as its file holds them, whatever the order of their rows."""
    tables = workspace._sessions.get(audit_id)._file.read().tables
    return json.dumps({name: rows for name, rows in tables.items() if rows}, sort_keys=True)


def reopened(workspace, audit_id):
    """Return the audit as the disk has it."""
    workspace.close_audit(audit_id)
    return workspace.open_audit(audit_id)


def test_a_preview_says_everything_and_changes_nothing(workspace, draft, read):
    """Each answer has its state, open questions are named, and the audit is as it was."""
    before = stored(workspace, draft)
    preview = workspace.preview_move(draft, read())

    assert {
        KEY: AnswerState.TO_CONFIRM,
        "visits/VS3-count": AnswerState.KEPT,
        "visits/VS4-tools": AnswerState.SET_ASIDE,
        "visits/VS4-words": AnswerState.KEPT,
    } == {fate.key: fate.state for fate in preview.plan.fates}
    assert preview.changes_something
    assert "visits 1.0 to 2.0: 2 kept, 1 to confirm, 1 set aside" == preview.summary
    assert before == stored(workspace, draft)
    assert HistoryKind.MIGRATED not in {entry.kind for entry in workspace.history(draft)}


def test_a_move_is_durable_and_one_line_of_history(workspace, draft, read, by):
    """The audit opens with the new version, its bytes, its answers and what waits."""
    revision = read()
    change = workspace.move_draft(workspace.preview_move(draft, revision), revision, by)
    audit = reopened(workspace, draft)
    texts = [asked.question.text for asked in workspace.outline(audit).questions]

    assert change.audit == audit
    assert change.touches("checklists", "visits")
    assert [("chronology", "1.0"), ("visits", "2.0")] == [
        (pin.id, pin.version) for pin in audit.checklists
    ]
    assert revision.sha256 == audit.checklists[1].sha256
    assert NEW_TEXT in texts
    assert OLD_TEXT == audit.to_confirm[KEY].question_text
    assert "She likes school." == audit.answers["visits/VS4-said"].value
    assert "In May." == audit.set_aside["visits/VS4-tools"].answer.note
    last = workspace.history(draft)[-1]
    assert (HistoryKind.MIGRATED, True) == (last.kind, last.detail.startswith("visits 1.0 to 2.0"))
    assert first_fault(workspace.history(draft)) is None


@pytest.mark.parametrize("closes", [False, True])
def test_one_undo_takes_all_of_a_move_back(workspace, draft, read, by, closes):
    """The tables are byte for byte what they were, across a restart too; redo moves again."""
    before, outline = stored(workspace, draft), workspace.outline(workspace.open_audit(draft))
    revision = read()
    workspace.move_draft(workspace.preview_move(draft, revision), revision, by)
    moved = stored(workspace, draft)
    if closes:
        workspace.close_audit(draft)
    undone = workspace.undo(draft, by).audit

    assert before == stored(workspace, draft)
    assert [asked.key for asked in outline.questions] == [
        asked.key for asked in workspace.outline(undone).questions
    ]
    if closes:
        workspace.close_audit(draft)
    redone = workspace.redo(draft, by).audit
    assert moved == stored(workspace, draft)
    assert NEW_TEXT in [asked.question.text for asked in workspace.outline(redone).questions]


def test_an_answer_to_confirm_blocks_the_sign_off(workspace, draft, read, by):
    """Until it is confirmed, or given anew."""
    revision = read()
    workspace.move_draft(workspace.preview_move(draft, revision), revision, by)

    def waiting():
        found = gaps(workspace.outline(workspace.open_audit(draft)))
        return [gap.question for gap in found if gap.kind is GapKind.TO_CONFIRM and gap.blocks]

    assert [KEY] == waiting()
    workspace.commit(draft, confirm_answer(KEY, by))
    assert [] == waiting()
    assert HistoryKind.CONFIRMED is workspace.history(draft)[-1].kind
    workspace.undo(draft, by)
    assert [KEY] == waiting()
    audit = workspace.open_audit(draft)
    workspace.commit(draft, change_answer(audit, KEY, by, note="Asked again."))
    assert [KEY] == waiting()
    audit = workspace.open_audit(draft)
    workspace.commit(draft, change_answer(audit, KEY, by, value="not_met"))
    assert [] == waiting()


def test_moving_again_changes_nothing(workspace, draft, read, by):
    """There is no second line of history."""
    revision = read()
    workspace.move_draft(workspace.preview_move(draft, revision), revision, by)
    lines, before = len(workspace.history(draft)), stored(workspace, draft)
    again = workspace.preview_move(draft, revision)
    workspace.move_draft(again, revision, by)

    assert not again.changes_something
    assert (lines, before) == (len(workspace.history(draft)), stored(workspace, draft))


def test_the_shipped_version_is_the_identity(workspace, draft):
    """The bytes that the audit carries are those of the file."""
    revision = workspace.read_revision(PROGRAM / "checklists" / "visits.yaml")

    assert not workspace.preview_move(draft, revision).changes_something


def test_every_draft_is_previewed_and_the_chosen_ones_move(workspace, draft, read, by, answer):
    """Signed audits and other checklists are left out; what was closed is closed again."""
    other = start_audit(workspace, "visits", case_reference="HX-1")
    start_audit(workspace, "chronology", case_reference="HX-2")
    signed = start_audit(workspace, "visits", case_reference="HX-3")
    workspace._sessions.get(signed).sign_off(by)
    answer(other, VS2={"value": "met"})
    workspace.close_audit(other)
    revision = read()
    found = workspace.preview_revision(revision)

    assert {draft, other} == {each.audit_id for each in found}
    assert {"HX-2047", "HX-1"} == {each.case_reference for each in found}
    assert workspace._sessions.is_open(draft)
    assert not workspace._sessions.is_open(other)
    chosen = [each.preview for each in found if each.audit_id == other]
    (moved,) = workspace.move_drafts(chosen, revision, by)
    assert (other, None) == (moved.audit_id, moved.refusal)
    assert "2.0" == workspace.open_audit(other).checklists[0].version
    assert "1.0" == workspace.open_audit(draft).checklists[1].version


def test_a_draft_that_changed_since_its_preview_is_not_moved(workspace, draft, read, by, answer):
    """Something else would come of it than was shown; the others are moved all the same."""
    other = start_audit(workspace, "visits")
    revision = read()
    previews = [each.preview for each in workspace.preview_revision(revision)]
    answer(draft, VS2={"value": "met"})
    moved = {each.audit_id: each for each in workspace.move_drafts(previews, revision, by)}

    assert isinstance(moved[draft].refusal, NotAllowedError)
    assert "This audit has changed since it was looked at." == str(moved[draft].refusal)
    assert (None, None) == (moved[draft].change, moved[other].refusal)


def test_a_draft_that_cannot_be_opened_has_its_error(workspace, draft, read, by):
    """One damaged file keeps no other draft from being looked at."""
    lost = start_audit(workspace, "visits", case_reference="HX-9")
    workspace.close_audit(lost)
    for path in (workspace.paths.store / "audits").glob(f"{lost}*"):
        path.unlink()
    found = {each.case_reference: each for each in workspace.preview_revision(read())}

    assert found["HX-2047"].refusal is None
    assert (None, True) == (found["HX-9"].preview, bool(str(found["HX-9"].refusal)))


def test_a_save_that_fails_moves_nothing(workspace, draft, read, by, monkeypatch):
    """The draft is as it was, in memory and on the disk, and can be moved later."""
    revision = read()
    preview = workspace.preview_move(draft, revision)
    before = stored(workspace, draft)

    def refuse(*_args, **_options):
        raise SaveFailedError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(workspace._sessions.get(draft)._file._storage._folder, "save", refuse)
        (moved,) = workspace.move_drafts([preview], revision, by)
    assert isinstance(moved.refusal, SaveFailedError)
    assert "1.0" == reopened(workspace, draft).checklists[1].version
    assert before == stored(workspace, draft)
    assert workspace.move_drafts([preview], revision, by)[0].refusal is None


def test_a_signed_audit_is_refused(workspace, draft, read, by):
    """With its sentence, whatever the file."""
    workspace._sessions.get(draft).sign_off(by)

    with pytest.raises(AuditLockedError, match="stays with the checklist it was signed with"):
        workspace.preview_move(draft, read())


def test_the_same_version_with_other_words_is_refused(workspace, draft, read):
    """Both hashes are named; in the preview of all drafts it stands beside the draft."""
    revision = read((OLD_TEXT, NEW_TEXT))

    with pytest.raises(ChecklistConflictError, match=revision.sha256) as caught:
        workspace.preview_move(draft, revision)
    assert workspace.open_audit(draft).checklists[1].sha256 in str(caught.value)
    (found,) = workspace.preview_revision(revision)
    assert isinstance(found.refusal, ChecklistConflictError)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("schema: checklist/1\n", "schema: checklist/2\n", "is in the format checklist/2;"),
        ('version: "1.0"', 'version: "2.0"\nmin_app: "99.0"', "needs version 99.0 of the program."),
        ("rule: visits_in_care", "rule: visits_in_cars", "no timescale rule 'visits_in_cars'"),
    ],
)
def test_a_file_for_a_newer_program_is_refused(read, old, new, sentence):
    """As is one with faults: nothing is planned with it."""
    with pytest.raises(ChecklistInvalidError) as caught:
        read((old, new))

    assert [True] == [sentence in str(fault) for fault in caught.value.faults]


def test_going_back_to_an_older_version_is_warned_of(workspace, draft, read, by):
    """It can be done, and is said."""
    older = read(('version: "1.0"', 'version: "0.9"'))

    assert ("Version 0.9 is older than version 1.0, which the audit uses.",) == (
        workspace.preview_move(draft, older).plan.warnings
    )


def test_a_stricter_rule_that_an_answer_fails(workspace, draft, read, by, answer):
    """The answer is kept and looked at again; one that meets the rule is not touched."""
    rule = (
        "        whole: true\n",
        """        whole: true
        rules:
          - {must: {question: VS3-count, at_least: 5}, message: Fewer than five.}
""",
    )
    revision = read(CHANGES[0], rule)

    def fate():
        found = workspace.preview_move(draft, revision).plan.fates
        return next(each for each in found if each.key == "visits/VS3-count")

    assert (AnswerState.TO_CONFIRM, True) == (fate().state, "Fewer than five." in fate().why)
    answer(draft, VS3_count={"value": 6})
    assert AnswerState.KEPT is fate().state


def test_a_changed_condition_hides_and_opens(workspace, draft, read, by, answer):
    """The answer to a hidden question stays and counts no more; a question that shows is open."""
    answer(draft, VS2_why={"value": "child_asked"})
    why = "        when: {question: VS2, is: [partly_met, not_met]}\n"
    revision = read(CHANGES[0], (why, "        when: {cohort: ADO}\n"))
    preview = workspace.preview_move(draft, revision)

    assert ("visits/VS2-why",) == preview.now_hidden
    assert "visits/VS2-why" in workspace.move_draft(preview, revision, by).audit.answers
    back = workspace.read_revision(PROGRAM / "checklists" / "visits.yaml")
    cleared = workspace.open_audit(draft)
    workspace.commit(draft, change_answer(cleared, "visits/VS2-why", by, value=None))
    assert ("visits/VS2-why",) == workspace.preview_move(draft, back).newly_open


def test_suggested_grades_before_and_after_are_on_record(workspace, draft, read, by, answer):
    """A cap that is new may change what is suggested; the history says from what to what."""
    answer(draft, VS2={"value": "met"})
    cap = (
        "  - {id: new-cap, when: {question: VS2, is: met}, section: seen,"
        " section_at_most: inadequate, because: It matters (hull-2015 para 124).}\n"
    )
    revision = read(CHANGES[0], ("\ncaps:\n", f"\ncaps:\n{cap}"))
    preview = workspace.preview_move(draft, revision)
    workspace.move_draft(preview, revision, by)

    assert ("visits/seen", GradeBand.INADEQUATE) == (preview.shifts[0].key, preview.shifts[0].after)
    assert "suggested for visits/seen:" in workspace.history(draft)[-1].detail


def test_looking_at_all_drafts_can_be_watched_and_stopped(workspace, draft, read):
    """It may take a while; what was found until then is returned."""
    start_audit(workspace, "visits")
    revision, told = read(), []

    assert 2 == len(
        workspace.preview_revision(revision, report_progress=lambda *of: told.append(of))
    )
    assert [(1, 2), (2, 2)] == told
    stopped = workspace.preview_revision(revision, is_cancelled=lambda: len(told) == 3)
    assert 2 == len(stopped)
    found = workspace.preview_revision(
        revision,
        report_progress=lambda *of: told.append(of),
        is_cancelled=lambda: len(told) == 3,
    )
    assert 1 == len(found)
