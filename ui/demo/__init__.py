# SPDX-License-Identifier: MPL-2.0
"""Work through one made-up audit in the real window, unseen, and leave its report and pictures."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from auditapp.i18n import _
from auditapp.paths import find_paths
from ui.app import make_application, make_window
from ui.demo.camera import Camera
from ui.demo.hands import Hands
from ui.demo.later_script import LaterScript, write_revision
from ui.demo.script import Script
from ui.demo.straight_outside import CHECKLIST, StraightOutside
from ui.main_window import USUAL_SIZE

REPORT = "audit-report.pdf"


def run(folder: Path, say: Callable[[str], object]) -> int:
    """Play the whole audit and leave the report and pictures of every screen in ``folder``.

    The audits of the person at this computer are not touched: the demo has a workspace of its own,
    which is removed at the end.
    """
    folder.mkdir(parents=True, exist_ok=True)
    report = (folder / REPORT).absolute()
    report.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as home:
        desk = Path(home, "desk")
        desk.mkdir()
        write_revision(desk / CHECKLIST)
        application = make_application()
        outside = StraightOutside(report, desk)
        window = make_window(application, find_paths(Path(home, "audits")), outside)
        window.resize(USUAL_SIZE)
        window.show()
        camera = Camera(window, folder)
        try:
            hands = Hands(window)
            Script(window, hands, camera.take).play(report)
            LaterScript(window, hands, camera.take).play()
        finally:
            window.close()
    for path in (report, *camera.pictures):
        say(str(path))
    say(_("The demo signed off one made-up audit. The report is {name}.").format(name=REPORT))
    return 0
