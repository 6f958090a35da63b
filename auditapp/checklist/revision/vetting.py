# SPDX-License-Identifier: MPL-2.0
"""Refuse a checklist file that cannot be what an audit moves to."""

from collections.abc import Sequence

from auditapp.checklist.library import LoadedChecklist
from auditapp.errors import ChecklistConflictError, NotAllowedError
from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.model.audit import ChecklistPin


def replaced_pin(pins: Sequence[ChecklistPin], loaded: LoadedChecklist) -> ChecklistPin:
    """Return the pin whose place ``loaded`` would take.

    Raises:
        NotAllowedError: the audit does not use the checklist in any version.
        ChecklistConflictError: the audit uses this version, made of other bytes.
    """
    checklist = loaded.checklist
    pin = next((each for each in pins if each.id == checklist.id), None)
    if pin is None:
        raise NotAllowedError(
            _("This audit does not use the checklist '{id}'.").format(id=checklist.id),
            _("Choose a file of a checklist that it uses."),
        )
    if pin.version == checklist.version and pin.sha256 != loaded.sha256:
        raise ChecklistConflictError(
            _(
                "Version {version} of '{id}' is not the same in this file (SHA-256 {theirs}) and in"
                " the audit (SHA-256 {ours})."
            ).format(
                version=pin.version,
                id=pin.id,
                theirs=grouped(loaded.sha256),
                ours=grouped(pin.sha256),
            ),
            _("Ask whoever publishes the checklist to give the changed file a new version."),
        )
    return pin
