# SPDX-License-Identifier: MPL-2.0
"""Do a whole short audit as a person with a screen reader does, from the first start to the lock.

Each part asserts what is told on the way: names, roles, states, labels and announcements.
"""

from pathlib import Path

import found_in_the_file as file
from looking import wait_for
from person import Person

PROGRAM = "Case File Audit"
QUESTIONS = len(file.FOUND)
PLACES = ("Question ", "Grade of the section ")
"""How the words begin that say where an audit stands."""


def start_first_time(person: Person) -> None:
    """Give a name, choose a passphrase, and type the recovery key back as it is spelt out."""
    person.take_keyboard(PROGRAM)
    person.fill("Your name or initials", "M. Silva")
    person.fill("Your organisation", "Southshire")
    person.tick("Continue", "push button")
    person.ears.wait_to_hear("Step 2 of 3, Choose a passphrase")
    person.fill("Passphrase", file.PASSPHRASE, "password text")
    person.fill("The passphrase again", file.PASSPHRASE, "password text")
    person.press("Return")
    person.ears.wait_to_hear("Setting up")
    person.ears.wait_to_hear("Step 3 of 3, Keep your recovery key safe")
    spelt = person.focus()
    assert spelt.role == "label", f"{spelt} cannot be read as text"
    assert spelt.description == "The recovery key", spelt.description
    key = spelt.name.replace(", ", "-").replace(" ", "")
    person.fill("Type or paste the key, to be sure that you have it", key)
    person.press("Return")
    lock = person.screen.find("push button", "Lock")
    assert lock.description, "no key is told for locking"
    assert person.focus().name, f"{person.focus()} has the keyboard"


def begin_audit(person: Person) -> None:
    """Fill in the front sheet and choose the checklist."""
    person.press("ctrl+n")
    person.screen.find("push button", "Start the audit")
    person.fill("Case reference", file.REFERENCE)
    person.pick("Age", "16 to 17")
    person.pick("Legal status", "Care order")
    cohort = person.tick("Child in care", "check box")
    wait_for(lambda: "checked" in cohort.states, f"the tick of {cohort}")
    assert person.screen.look("panel", "This child is or has"), "the boxes are in no named group"
    person.fill("Team", "Team 4")
    person.fill("Worker code", "W7")
    person.tick("Supervision", "check box")
    person.tick("Start the audit", "push button")


def answer_questions(person: Person) -> None:
    """Answer every question, hearing where it is, and grade each section after its last one."""
    person.ears.wait_to_hear("Question 1 of 3, From the last supervision record")
    answered = 0
    while answered < QUESTIONS:
        words = _place(person)
        beginning = next((each for each in file.FOUND if each in words), None)
        if beginning:
            _answer(person, beginning)
            answered += 1
        else:
            _grade_section(person, words)
        _go_on(person)
    _grade_section(person, _place(person))
    assert any(words.startswith("Saved ") for words in person.ears.heard)
    count = f"{QUESTIONS} of {QUESTIONS} answered"
    wait_for(lambda: count in [node.name for node in person.screen.nodes()], f"{count!r}")


def hear_people(person: Person) -> None:
    """Say what people told, and who was not asked and why."""
    person.press("alt+Right")
    person.ears.wait_to_hear("Feedback")
    person.tick("Asked", "radio button")
    person.fill("How were they asked?", "By telephone")
    person.fill("What did they say?", file.SAID)
    for _other in range(2):
        person.press("Tab")
        person.choose("Asked", "Not asked")
        person.fill("Why were they not asked?", "Away until after the audit.")


def grade_whole(person: Person) -> None:
    """Give the practice and the impact grade, each with its reason."""
    person.press("alt+Right")
    person.ears.wait_to_hear("Overall grades")
    for _each in range(2):
        person.choose("Outstanding", "Good")
        person.fill("Reason", file.REASON)
        person.press("Tab")


def sign_off(person: Person) -> None:
    """Read the review and sign."""
    person.press("alt+Right")
    person.ears.wait_to_hear("Review and sign-off")
    person.tick("I have seen the", "check box")  # two good ratings have nothing behind them
    person.tick("Sign off and lock", "push button")
    person.ears.wait_to_hear("Signed off and locked")


def save_report(person: Person, report: Path) -> None:
    """Save the report as a PDF, through the computer's own dialog."""
    person.press("alt+Right")
    person.ears.wait_to_hear("Report")
    person.ears.wait_to_hear("The preview is ready")
    person.tick("Save …", "push button")
    kind = person.screen.find("radio button", "PDF")
    wait_for(lambda: "checked" in kind.states, "the mark of the kind of file")
    person.tick("Choose where to save …", "push button")
    person.screen.find("text", "File name:")
    person.take_keyboard("Save the report")
    person.fill("File name:", str(report))
    person.press("Return")
    person.ears.wait_to_hear("Saved")
    wait_for(report.exists, "the report")


def lock_and_unlock(person: Person) -> None:
    """Lock the window, and find the signed audit after unlocking it."""
    person.take_keyboard(PROGRAM)
    person.press("ctrl+l")
    person.screen.find("push button", "Unlock")
    gone = [node for node in person.screen.nodes() if file.REFERENCE in node.name]
    assert not gone, f"{gone} can be read behind the lock"
    person.fill("Passphrase", file.PASSPHRASE, "password text")
    person.press("Return")
    person.screen.find("label", file.REFERENCE)


def _go_on(person: Person) -> None:
    """Go to the next step, and wait until it is said."""
    before = len(person.ears.heard)
    person.press("alt+Right")
    wait_for(
        lambda: any(words.startswith(PLACES) for words in person.ears.heard[before:]),
        "the words of the next step",
    )


def _place(person: Person) -> str:
    """Return where the audit stands, as it was said on arriving; a save may be told after it."""
    return next(words for words in reversed(person.ears.heard) if words.startswith(PLACES))


def _answer(person: Person, beginning: str) -> None:
    found = file.FOUND[beginning]
    if isinstance(found, file.Marks):
        for name in found.names:
            box = person.tick(name, "check box")
            wait_for(lambda box=box: "checked" in box.states, f"the tick of {box}")
    elif isinstance(found, file.Card):
        person.choose("", found.name)
    else:
        _type_answer(person, beginning, found)
    if beginning == file.SHORTFALL:
        _tell_shortfall(person)


def _type_answer(person: Person, beginning: str, found: file.Text) -> None:
    field = person.focus()
    assert field.role == "text", f"{field} is no text"
    if found.is_list:
        assert field.name == "Add a date", field.name
    else:
        assert field.name.startswith(beginning), f"{field} is not called by its question"
    for words in found.words:
        person.type(words)
        if found.is_list:
            person.press("Return")
            person.ears.wait_to_hear_end("was added.")
    if not found.is_list:
        person.press("Tab")


def _tell_shortfall(person: Person) -> None:
    """Say what was seen, where, what lies behind it and what is to be done."""
    person.press("alt+n")
    person.fill("Note", file.NOTE)
    person.press("alt+e")
    person.fill("Document", file.DOCUMENT)
    person.fill("Its date", file.days_ago(16))
    person.fill("Where in it", file.PLACE)
    person.press("Return")
    person.ears.wait_to_hear(f"Evidence kept: {file.DOCUMENT}")
    person.choose("Practice", "Practice")
    person.tick("This needs an action", "check box")
    person.fill("Action", file.ACTION)
    person.fill("Owner", "Team manager")
    person.fill("Due", file.in_days(30))
    person.fill("How we will know", "The next three records begin so")
    person.press("Tab")


def _grade_section(person: Person, words: str) -> None:
    assert words.startswith("Grade of the section"), words
    person.choose("", "Good")
    person.fill("Reason", file.REASON)
