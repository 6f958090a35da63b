# SPDX-License-Identifier: MPL-2.0
"""Compare two versions of a checklist for the command line, and check one against the other."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from auditapp.checklist.faults import Fault
from auditapp.checklist.library import LoadedChecklist, load_bytes
from auditapp.checklist.loading import checked_with_lines, in_file
from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.change_words import change_words
from auditapp.checklist.revision.changes import ChecklistChange
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.publishing import publishing_faults
from auditapp.checklist.trust.organisation import load_organisation
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.checklist.trust.verdict import judge
from auditapp.checklist.yaml_reader import MAX_BYTES
from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    Say,
    WrongUseError,
    contents_of,
    wanted_format,
)
from auditapp.commands.printing import press_of
from auditapp.exports.papers import Press
from auditapp.i18n import _, ngettext
from auditapp.paths import AppPaths


def say_diff(old: Path, new: Path, say: Say, *, as_json: bool) -> int:
    """Say each change from ``old`` to ``new`` in one line, or all of them as JSON.

    Returns:
        0 when done.

    Raises:
        WrongUseError: A file cannot be opened, or the two are different checklists.
        ChecklistInvalidError: A file has faults.
    """
    before, after = (load_bytes(_bytes(file), str(file)).checklist for file in (old, new))
    _require_one(before, after)
    changes = compare(before, after)
    if as_json:
        say(_json(before, after, changes))
        return DONE
    for change in changes:
        say(change_words(change))
    counted = ngettext(
        "{id} {old} to {new}: {n} change.", "{id} {old} to {new}: {n} changes.", len(changes)
    )
    say(counted.format(id=after.id, old=before.version, new=after.version, n=len(changes)))
    return DONE


def print_diff(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Write what changes from ``args.old`` to ``args.new`` as the file ``args.output``.

    Returns:
        0 when done.

    Raises:
        WrongUseError: A file cannot be opened, the two are different checklists, or the paper may
            not be written.
        ChecklistInvalidError: A file has faults.
        OrganisationFileError: The file of the organisation has faults.
        UnsafePathError, ReportError: The paper cannot be written.
    """
    report_format = wanted_format(args.format, args.output, may_replace=args.force)
    press = press_of(paths, say)
    old, new = (_vouched(file, press) for file in (args.old, args.new))
    _require_one(old.checklist, new.checklist)
    press.export_changes(old, new, args.output, report_format=report_format)
    say(_("The changes are in {file}.").format(file=args.output))
    return DONE


def check_against(old: Path, new: Path, say: Say) -> int:
    """Say what is wrong with publishing ``new``, which has no faults by itself, after ``old``.

    Returns:
        0 when nothing must be mended (there may be warnings), 1 when something must.

    Raises:
        WrongUseError: A file cannot be opened.
        ChecklistInvalidError: A file has faults.
    """
    # What was published passed the checks of its day.
    before = load_bytes(_bytes(old), str(old), checked=False).checklist
    after, lines = checked_with_lines(_bytes(new), str(new))
    found = publishing_faults(before, after)
    for fault in in_file(found.faults, str(new), lines):
        say(str(fault))
    for warning in in_file(found.warnings, str(new), lines):
        say(_warning_words(warning))
    if found.faults:
        return FAULTS
    say(_("{new}: can be published after {old}.").format(new=new, old=before.version))
    return DONE


def _vouched(path: Path, press: Press) -> LoadedChecklist:
    """Return the checklist in a file with what vouches for it: the program, or a signature."""
    loaded = load_bytes(_bytes(path), str(path), path=path)
    known = (each for each in press.library.headers() if each.sha256 == loaded.sha256)
    header = next(known, None)
    if header is not None:
        return replace(loaded, verdict=header.verdict)
    name = loaded.checklist.id, loaded.checklist.version
    organisation = load_organisation(press.paths.organisation)
    return replace(
        loaded, verdict=judge(SignedFile.read(path), name, organisation, press.now.date())
    )


def _require_one(old: Checklist, new: Checklist) -> None:
    """Refuse two checklists that are not versions of one.

    Raises:
        WrongUseError: They are not.
    """
    if old.id != new.id:
        raise WrongUseError(
            _("'{new}' is not a version of '{old}'.").format(new=new.id, old=old.id),
            _("Name two files of one checklist."),
        )


def _json(before: Checklist, after: Checklist, changes: Sequence[ChecklistChange]) -> str:
    rows = [asdict(change) | {"sentence": change_words(change)} for change in changes]
    head = {"checklist": after.id, "old": before.version, "new": after.version}
    return json.dumps({**head, "changes": rows}, indent=2)


def _warning_words(fault: Fault) -> str:
    return _("{file}:{line}:{column}: warning: {message} {remedy}").format(
        file=fault.file,
        line=fault.line,
        column=fault.column,
        message=fault.message,
        remedy=fault.remedy,
    )


def _bytes(file: Path) -> bytes:
    return contents_of(file, MAX_BYTES)
