# SPDX-License-Identifier: MPL-2.0
"""Play the audit in a program that runs already; the report goes to the path that is given."""

import sys
from pathlib import Path

import short_audit as audit
from looking import LostError
from person import Person


def main(report: Path) -> int:
    """Play every part; say which one failed and what was on the screen then."""
    person = Person(audit.PROGRAM)
    parts = {
        "First start": audit.start_first_time,
        "Front sheet": audit.begin_audit,
        "Questions and section grades": audit.answer_questions,
        "Feedback": audit.hear_people,
        "Overall grades": audit.grade_whole,
        "Review and sign-off": audit.sign_off,
        "Report": lambda each: audit.save_report(each, report),
        "Lock and unlock": audit.lock_and_unlock,
    }
    for name, part in parts.items():
        try:
            part(person)
        except (AssertionError, LostError) as error:
            _tell(name, error, person)
            return 1
        print(f"{name}: done", flush=True)
    return 0


def _tell(name: str, error: Exception, person: Person) -> None:
    print(f"{name}: {type(error).__name__}: {error}")
    print("Heard:", *person.ears.heard, sep="\n  ")
    print("On show:", *(str(node) for node in person.screen.nodes() if node.name), sep="\n  ")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
