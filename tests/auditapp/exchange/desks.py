# SPDX-License-Identifier: MPL-2.0
"""Let tests work in two workspaces and send packages between them."""

from types import SimpleNamespace

from auditapp.exchange import sealed_package
from auditapp.model.edits import Author, change_answer
from auditapp.model.exchange import Purpose
from tests.making import Clock, make_workspace

KEY, OTHER = "visits/VS1-last", "visits/VS2"
WORDS = "Hidden behind the curtain"


class Desk:
    """Work in one workspace."""

    def __init__(self, folder, name):
        self.folder, self.name, self.clock = folder, name, Clock()
        folder.mkdir()
        self.workspace = make_workspace(folder, self.clock)

    @property
    def by(self):
        """Return the person now."""
        self.clock.move(minutes=1)
        return Author(self.name, self.clock())

    def answer(self, audit_id, key=KEY, **fields):
        """Change an answer."""
        edit = change_answer(self.workspace.open_audit(audit_id), key, self.by, **fields)
        return self.workspace.commit(audit_id, edit)

    def sign(self, audit_id):
        """Sign off, complete or not."""
        return self.workspace._sessions.get(audit_id).sign_off(self.by)

    def send(self, *audit_ids, purpose=Purpose.MERGE, name="out", recipient=""):
        """Save a package; return its file and its code."""
        path = self.folder.parent / f"{self.name}-{name}.cfaudit"
        saved = self.workspace.export_package(audit_ids, path, purpose, recipient=recipient)
        return SimpleNamespace(path=path, code=saved.code, digest=saved.digest)

    def look(self, sent):
        """Open a package; return what it would do."""
        return self.workspace.read_package(sent.path, sent.code)

    def take_in(self, sent, choices=None):
        """Bring a package in; return what was done with its only audit."""
        (done,) = self.workspace.import_package(self.look(sent), choices or {})
        return done

    def audit(self, audit_id):
        """Return an audit."""
        return self.workspace.open_audit(audit_id)

    def ids(self):
        """Return the ids of all audits."""
        return {row.id for row in self.workspace.audits()}

    def logged(self, kind):
        """Return the lines of one kind in the logbook."""
        return [line for line in self.workspace.logbook() if line.kind is kind]


def contents_of(sent):
    """Return what is in a package, as JSON."""
    return sealed_package.open_package(sent.path.read_bytes(), sent.code)
