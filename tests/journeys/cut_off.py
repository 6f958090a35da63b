# SPDX-License-Identifier: MPL-2.0
"""Do the work of a day in the real window, and forbid every socket on the way.

``play`` is run in a process of its own. ``cut_off`` is called at the start of each interpreter, the
workers' too, by a ``sitecustomize`` that the test puts in the way.
"""

import os
import sys
from pathlib import Path

VISITS = "Visits, direct work and relationship"
"""The checklist with the question from which the sample raises its concern."""


def cut_off(record: Path) -> None:
    """Refuse sockets from now on, and write each attempt to ``record``: errors may be swallowed."""

    def refuse(event, args):
        if event.startswith("socket."):
            with record.open("a") as lines:
                lines.write(f"{event} {args[1:]!r}\n")
            raise PermissionError(f"no network here: {event}")

    sys.addaudithook(refuse)


def play(home: Path) -> None:
    """Do a whole audit in the real window, from the first start; then lock and unlock.

    It is made with one checklist of the sample's four: more questions would ask for no network that
    these do not, and the whole sample is played in `test_whole_audit`.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false;default.warning=false"
    from auditapp.paths import find_paths
    from ui.app import make_application, make_window
    from ui.demo import sample
    from ui.demo.hands import Hands
    from ui.demo.script import Script
    from ui.demo.straight_outside import StraightOutside

    sample.CHECKLISTS = (VISITS,)
    report = home / "report.pdf"
    application = make_application()
    window = make_window(application, find_paths(home / "work"), StraightOutside(report))
    window.resize(1366, 768)
    window.show()
    hands = Hands(window)
    Script(window, hands, lambda _name: None).play(report)
    window.lock()
    assert window.workspace is None
    hands.fill("Passphrase", sample.PASSPHRASE)
    hands.press("Return")
    hands.wait_for(lambda: window.workspace is not None, "the audits")
    print(f"{len(window.workspace.audits())} audit", flush=True)
    window.close()
