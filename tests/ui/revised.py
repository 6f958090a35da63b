# SPDX-License-Identifier: MPL-2.0
"""Move an audit on show to a revised checklist, as a workspace does it."""

from auditapp.model.edits import Author
from auditapp.paths import find_paths


def move_to_revision(workspace, audit_id, folder, *changes):
    """Move an audit to the visits checklist with texts put in place of others."""
    text = (find_paths().checklists / "visits.yaml").read_text("utf-8")
    for old, new in (('version: "1.0"', 'version: "2.0"'), *changes):
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "revised.yaml"
    path.write_text(text, "utf-8")
    revision = workspace.read_revision(path)
    preview = workspace.preview_move(audit_id, revision)
    workspace.move_draft(preview, revision, Author("R. Okafor", workspace.clock()))
