# SPDX-License-Identifier: MPL-2.0
"""List from the command line what is due for deletion, and what is held on a case file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp import settings as settings_file
from auditapp.commands.conventions import DONE, Say, WrongUseError, make_folder
from auditapp.i18n import _, ngettext

if TYPE_CHECKING:
    from auditapp.case_holdings import CaseHoldings
    from auditapp.workspace import Workspace


def list_due(workspace: "Workspace", say: Say) -> int:
    """Say which audits were kept as long as the settings say; none is deleted by that.

    Returns:
        0, whether there are any or not.

    Raises:
        SettingsDamagedError: The settings, which hold the time, could not be read.
    """
    months = workspace.settings().keep_months
    due = workspace.due_for_deletion()
    if not months and not due:
        _require_settings(workspace)
        say(
            _(
                "No time is set, so no audit is due for deletion. It is set in the window, under "
                "Your data."
            )
        )
        return DONE
    for row in due:
        facts = [f"{row.case_reference} ({row.id})", f"{row.kept_since:%Y-%m-%d}"]
        say(", ".join([*facts, _("on hold")] if row.is_held else facts))
    words = ngettext(
        "{count} audit was kept as long as it is to be.",
        "{count} audits were kept as long as they are to be.",
        len(due),
    )
    say(words.format(count=len(due)))
    return DONE


def _require_settings(workspace: "Workspace") -> None:
    """Refuse to say that no time is set, where only the settings could not be read."""
    try:
        settings_file.load(workspace.paths.settings)
        settings_file.require_none_aside(workspace.paths.settings)
    except settings_file.SettingsDamagedError as error:
        raise settings_file.SettingsDamagedError(
            _("Nobody can say which audits are due for deletion: the settings hold the time."),
            f"{error} {error.remedy}",
        ) from None


def find_case(workspace: "Workspace", reference: str, folder: Path | None, say: Say) -> int:
    """Say what is held on a case reference, and write it to ``folder`` if there is one.

    Returns:
        0, whether there is anything or not.

    Raises:
        WrongUseError: The folder is not empty, or cannot be made.
        UnsafePathError: The folder is where the audits themselves are kept.
        AuditAppError: As ``Workspace.find_case`` and ``Workspace.export_case``.
    """
    from auditapp.exports.papers import require_outside_store  # noqa: PLC0415 - loads pydantic

    if folder is not None and folder.exists() and not _is_empty(folder):
        raise WrongUseError(
            _("{folder} is not an empty folder.").format(folder=folder), _("Name another one.")
        )
    found = workspace.find_case(reference)
    for line in _lines(found):
        say(line)
    if folder is not None and not found.is_empty:
        require_outside_store(workspace.paths, folder)  # not even a folder is made there
        make_folder(folder)
        for path in workspace.export_case(found, folder):
            say(_("Written: {file}").format(file=path))
    return DONE


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _lines(found: "CaseHoldings") -> Iterator[str]:
    from auditapp.model.labels import label  # noqa: PLC0415 - loads pydantic

    for each in found.audits:
        yield _("Audit {id}: {answers} answers, {aside} set aside, {exports} reports made").format(
            id=each.row.id,
            answers=len(each.audit.answers),
            aside=len(each.audit.set_aside),
            exports=len(each.exports),
        )
    for mention in found.mentions:
        places = ", ".join(mention.places)
        yield _("Mentioned in audit {id}: {places}").format(id=mention.row.id, places=places)
    if found.draft_front:
        yield _("A front sheet that was begun")
    for entry in found.entries:
        yield _("{register}: entry {id}").format(register=label(entry.register), id=entry.id)
    yield from _round_lines(found)
    if found.has_unread_registers:
        yield _("The registers cannot be read and were not searched.")
    for audit_id in found.unreadable:
        yield _("Audit {id} cannot be read and was not searched.").format(id=audit_id)
    if found.is_empty:
        yield _("Nothing is held on this case reference.")


def _round_lines(found: "CaseHoldings") -> Iterator[str]:
    for each in found.rounds:
        yield _("On the list of the round {name} ({id})").format(name=each.name, id=each.id)
    if found.has_unread_rounds:
        yield _("A round cannot be read and was not searched.")
