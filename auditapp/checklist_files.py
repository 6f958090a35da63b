# SPDX-License-Identifier: MPL-2.0
"""Read and write the files in which people pass checklists on, spreadsheets among them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.checklist.beside import Beside
from auditapp.checklist.file_bytes import why_unopened
from auditapp.checklist.file_kinds import is_workbook
from auditapp.checklist.trust.signed_file import SignedFile, signature_path
from auditapp.checklist.yaml_reader import MAX_BYTES as CHECKLIST_BYTES
from auditapp.errors import NotAllowedError, SaveFailedError, WorkbookError, reason_of
from auditapp.exports.papers import require_outside_store
from auditapp.files import read_start, write_atomically
from auditapp.i18n import _
from auditapp.paths import AppPaths

if TYPE_CHECKING:  # spreadsheets are rare, and looking at checklists does without their modules
    from auditapp.checklist.xlsform.importing import ImportedForm
    from auditapp.long_work import IsCancelled

_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xlam", ".xls", ".ods"})


def is_spreadsheet(path: Path) -> bool:
    """Tell whether a file is one by its name, or else by what it holds.

    A file that is only called one counts as well, so that it is refused as what it was meant to be.
    """
    if path.suffix.lower() in _SUFFIXES:
        return True
    try:
        return is_workbook(read_start(path, CHECKLIST_BYTES))
    except OSError:  # whoever reads the file says so
        return False


def read_spreadsheet(path: Path, beside: Beside, is_cancelled: "IsCancelled") -> "ImportedForm":
    """Make a checklist of a spreadsheet, as `import_workbook` does.

    Raises:
        WorkbookError: It cannot be opened, or is refused.
        ChecklistInvalidError: No checklist can be made of it; ``faults`` lists why.
        StoppedError: ``is_cancelled`` said so.
    """
    from auditapp.checklist.xlsform.importing import import_workbook  # noqa: PLC0415 - see above
    from auditapp.checklist.xlsform.inspection import MAX_BYTES  # noqa: PLC0415 - see above

    try:
        data = read_start(path, MAX_BYTES + 1)
    except OSError as error:
        raise WorkbookError(*why_unopened(path, error)) from error
    return import_workbook(data, path.name, beside, is_cancelled)


def save_spreadsheet(paths: AppPaths, path: Path, data: bytes) -> None:
    """Write a spreadsheet, whole or not at all.

    Raises:
        UnsafePathError: ``path`` is where the audits themselves are kept.
        SaveFailedError: It could not be written; whatever was at ``path`` is still there.
    """
    require_outside_store(paths, path)
    with saving_checklists():
        write_atomically(path, data)


def save_checklist(paths: AppPaths, path: Path, file: SignedFile) -> None:
    """Write a checklist file, and beside it its signature if it has one.

    Raises:
        UnsafePathError: ``path`` is where the audits themselves are kept.
        NotAllowedError: The file has no signature, and one would lie beside it all the same.
        SaveFailedError: It could not be written; whatever was at ``path`` is still there.
    """
    require_outside_store(paths, path)
    beside = signature_path(path)
    if file.signature is None and (beside.exists() or beside.is_symlink()):
        raise NotAllowedError(
            _("{name}, the signature of another checklist, would lie beside this one.").format(
                name=beside.name
            ),
            _("Choose another name or another folder."),
        )
    with saving_checklists():
        if file.signature is not None:
            write_atomically(beside, file.signature)
        write_atomically(path, file.data)


@contextmanager
def saving_checklists() -> Iterator[None]:
    """Say an error of the disk as one of saving a checklist.

    Raises:
        SaveFailedError: Something could not be written.
    """
    try:
        yield
    except OSError as error:
        raise SaveFailedError(
            _("The checklist could not be saved: {reason}.").format(reason=reason_of(error)),
            _("Check that there is room on the disk, and that you may write to the folder."),
        ) from error
