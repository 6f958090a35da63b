# SPDX-License-Identifier: MPL-2.0
"""Stand in for the making of reports and for the world outside the window."""

import threading

from auditapp.errors import ReportError, SignatureError
from ui.outside import Outside


class PaperWorkspace:
    """A workspace whose every report is one small PDF; it can be told to wait or to fail."""

    def __init__(self, workspace, pdf):
        self.clock = workspace.clock
        self.author_here = workspace.author_here
        self.report_marking = workspace.report_marking
        self.layout_facts = workspace.layout_facts
        self.made = 0
        self.printed = []
        self.found = []
        self.copies = []
        self.wanted = []
        self.exported = []
        self.parts = ()
        self.seals = None
        self.error = None
        self.waits = False
        self.heeds_stop = True
        self.may_go_on = threading.Event()
        self._pdf = pdf

    def left_out(self, _wanted):
        """Return what the test put there."""
        return self.parts

    def report_name(self, wanted, copy):
        """Return a name by which the test knows what was asked for."""
        return f"{wanted.kind}{' shared' if copy.is_shared else ''}{copy.format.suffix}"

    def preview_report(self, wanted, *, report_progress, is_cancelled):
        """Return the PDF."""
        self.made += 1
        self.wanted.append(wanted)
        return self._work(report_progress, is_cancelled)

    def personal_findings(self, _audit):
        """Return what the test put there."""
        return list(self.found)

    def export_report(self, wanted, path, _by, *, copy, report_progress, is_cancelled):
        """Write the PDF."""
        self.copies.append((wanted.kind, copy))
        self.exported.append(wanted)
        path.write_bytes(self._work(report_progress, is_cancelled))

    def can_seal(self):
        """Tell what the test put there."""
        return self.seals is not None

    def check_seal(self, seal):
        """Take what the test takes for a good certificate; refuse any other as the real one."""
        self.seals.append(seal)
        if seal.passphrase != "right":
            raise SignatureError("The passphrase does not open it.", "Type the right one.")
        return "Example Council"

    def record_print(self, wanted, by, pages):
        """Keep who printed how many pages of what."""
        self.printed.append((by.name, pages, wanted.kind))

    def _work(self, report_progress, is_cancelled):
        while self.waits and not self.may_go_on.wait(0.01):
            report_progress(1, 4)
            if self.heeds_stop and is_cancelled():
                raise ReportError("The report was not made.")
        if self.error is not None:
            raise self.error
        return self._pdf


class PaperOutside(Outside):
    """Somebody who answers every dialog as the test says."""

    def __init__(self, path=None, printer=None):
        self.path = path
        self.printer = printer
        self.certificate = None
        self.report = None
        self.names = []
        self.opened = []
        self.can_open = True

    def ask_save_path(self, parent, title, name):
        """Return the path, and keep the name that was suggested."""
        del parent, title
        self.names.append(name)
        return self.path

    def ask_certificate_path(self, parent):
        """Return the certificate."""
        del parent
        return self.certificate

    def ask_report_path(self, parent):
        """Return the report."""
        del parent
        return self.report

    def ask_folder(self, parent, title):
        """Return the folder of the path."""
        del parent, title
        return self.path and self.path.parent

    def ask_printer(self, parent, page_count=1):
        """Return the printer."""
        del parent, page_count
        return self.printer

    def open_file(self, path):
        """Keep what was opened."""
        self.opened.append(path)
        return self.can_open
