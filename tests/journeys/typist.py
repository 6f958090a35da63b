# SPDX-License-Identifier: MPL-2.0
"""Type answers in the real window until killed, and say on the way what has been saved.

Run as a program of its own by ``kills``: ``python -m tests.journeys.typist HOME AUDIT_ID SEED``. It
prints one line of JSON for each save that the window has acknowledged: the notes as they were.
"""

import json
import os
import random
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false;default.warning=false"

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from ui.app import make_application, make_window
from ui.demo.hands import Hands

WORDS = ("seen", "alone", "said", "what", "she", "wanted", "the", "plan", "to", "change")


def main(home: Path, audit_id: str, seed: int) -> None:
    """Open the audit and type without end."""
    chance = random.Random(seed)
    application = make_application()
    window = make_window(application, find_paths(home))
    window.show_fitting()
    workspace = Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    window.home_view.audit_chosen.emit(audit_id)
    hands = Hands(window)
    window.open_audit.saved.connect(lambda _time: tell(window.open_audit.audit))
    print("ready", flush=True)
    while True:
        hands.press("Alt+N")
        hands.press("Ctrl+End")
        for _word in range(chance.randint(1, 30)):
            hands.type(f"{chance.choice(WORDS)} ")
            hands.rest()
        hands.press("Alt+Right")
        if window.audit_view.step.kind not in ("question", "section_grade"):
            hands.press("Alt+Left", times=chance.randint(5, 40))


def tell(audit) -> None:
    """Print the notes that the window has just shown as saved."""
    notes = {key: answer.note for key, answer in audit.answers.items()}
    print(json.dumps(notes), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
