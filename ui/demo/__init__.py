# SPDX-License-Identifier: MPL-2.0
"""Work through one made-up audit in the real window, unseen, and leave its reports and pictures."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from auditapp.i18n import _
from auditapp.paths import AppPaths, find_paths
from ui.app import make_application, make_window
from ui.demo.camera import Camera
from ui.demo.hands import Hands
from ui.demo.later_script import LaterScript, write_revision
from ui.demo.papers import leave_papers
from ui.demo.programme import make_programme
from ui.demo.programme_script import ProgrammeScript
from ui.demo.script import Script
from ui.demo.straight_outside import CHECKLIST, StraightOutside
from ui.main_window import USUAL_SIZE, MainWindow
from ui.outside import Outside

REPORT = "audit-report.pdf"


def run(folder: Path, say: Callable[[str], object]) -> int:
    """Play the whole audit; leave pictures of every screen, and each kind of report, in ``folder``.

    The audits of the person at this computer are not touched: the demo has a workspace of its own,
    which is removed at the end.

    Raises:
        OSError: There cannot be such a folder, or nothing can be written in it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    report = (folder / REPORT).absolute()
    report.unlink(missing_ok=True)
    with tempfile.TemporaryFile(dir=folder):  # said now, and not when the audit is done
        pass
    with tempfile.TemporaryDirectory() as home:
        desk = Path(home, "desk")
        desk.mkdir()
        write_revision(desk / CHECKLIST)
        application, paths = make_application(), find_paths(Path(home, "audits"))
        window = _opened(application, paths, StraightOutside(report, desk))
        camera = Camera(window, folder)
        try:
            hands = Hands(window)
            Script(window, hands, camera.take).play(report)
            LaterScript(window, hands, camera.take).play()
        finally:
            window.close()
        papers = leave_papers(paths, folder)
        pictures = camera.pictures + _look_at_a_programme(
            application, Path(home, "programme"), folder
        )
    for path in (report, *papers, *pictures):
        say(str(path))
    say(_("The demo signed off one made-up audit. The report is {name}.").format(name=REPORT))
    return 0


def _opened(application: QApplication, paths: AppPaths, outside: Outside) -> MainWindow:
    window = make_window(application, paths, outside)
    window.resize(USUAL_SIZE)
    window.show()
    return window


def _look_at_a_programme(application: QApplication, home: Path, folder: Path) -> list[Path]:
    """Leave pictures of what the audits of an invented authority say together, and return them."""
    paths = find_paths(home)
    make_programme(paths)
    window = _opened(application, paths, StraightOutside(folder / REPORT))
    camera = Camera(window, folder)
    try:
        ProgrammeScript(window, Hands(window), camera.take).play()
    finally:
        window.close()
    return camera.pictures
