# SPDX-License-Identifier: MPL-2.0
"""Keep the layout of reports that a workspace uses, and notice if somebody else changes it.

It lies beside the settings in clear text: nothing of a case is in it, and blank checklists follow
it without a passphrase. So that nobody changes it unseen, the sealed logbook holds the SHA-256 of
the file; reports of audits have the layout only while the two agree, and else the shipped one.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from auditapp.checklist.faults import Fault
from auditapp.checklist.file_bytes import why_unopened
from auditapp.errors import LayoutInvalidError, NotAllowedError, SaveFailedError
from auditapp.files import make_private_folder, read_bytes, read_start, remove, write_atomically
from auditapp.i18n import _
from auditapp.logbook import Logbook
from auditapp.model.edits import Author
from auditapp.model.logbook import LogKind
from auditapp.report.layouts.layout import SHIPPED, Layout
from auditapp.settled import settled_layout, settled_values

_SCHEMA: Final = 1
_SHIPPED: Final = "shipped"
_MOST_BYTES: Final = 2_000_000
"""More than any layout with its logo has; each is held to less when it is read."""


@dataclass(frozen=True, slots=True)
class LayoutSource:
    """Hold the file of a layout and that of its logo as they came from an administrator."""

    name: str
    data: bytes
    logo: bytes | None

    @classmethod
    def read(cls, path: Path) -> tuple["LayoutSource", Layout]:
        """Return the layout in the file ``path`` with the logo beside it, as it came and ready.

        Raises:
            LayoutInvalidError: It cannot be opened or has faults; ``faults`` lists them.
        """
        from auditapp.report.layouts.layout_file import parse_layout  # noqa: PLC0415 - loads Pillow

        read: list[bytes] = []

        def read_beside(name: str) -> bytes:
            """Return a file that lies beside the layout, and keep what was read."""
            read.append(read_start(path.parent / name, _MOST_BYTES))
            return read[0]

        try:
            data = read_start(path, _MOST_BYTES)
        except OSError as error:
            raise _unopened(path, error) from error
        layout = parse_layout(data, path.name, read_beside)
        return cls(path.name, data, read[0] if read else None), layout

    @classmethod
    def from_contents(cls, contents: bytes) -> "LayoutSource":
        """Return what ``contents`` made of it.

        Raises:
            ValueError: It is something else.
        """
        held = json.loads(contents)
        if not isinstance(held, dict) or held.get("schema_version") != _SCHEMA:
            raise ValueError("no layout of a form that this version knows")
        logo = held.get("logo")
        return cls(
            str(held.get("name")),
            str(held.get("layout")).encode(),
            None if logo is None else b64decode(str(logo), validate=True),
        )

    @property
    def contents(self) -> bytes:
        """The one file in which a workspace keeps both."""
        held = {
            "schema_version": _SCHEMA,
            "name": self.name,
            "layout": self.data.decode(),
            "logo": None if self.logo is None else b64encode(self.logo).decode(),
        }
        return json.dumps(held, indent=1).encode()

    def layout(self) -> Layout:
        """Return it ready for use.

        Raises:
            LayoutInvalidError: It has faults, perhaps only by the rules of this version.
        """
        from auditapp.report.layouts.layout_file import parse_layout  # noqa: PLC0415 - loads Pillow

        return parse_layout(self.data, self.name, self._logo_named)

    def _logo_named(self, name: str) -> bytes:
        if self.logo is None:
            raise FileNotFoundError(name)
        return self.logo


@dataclass(frozen=True, slots=True)
class LayoutInUse:
    """Hold the layout that reports have; without ``source`` it is the shipped one.

    ``problem`` says in a sentence why that of the organisation cannot be used. One that
    ``is_settled`` stands in the file of the organisation, and nobody can choose another.
    """

    layout: Layout = SHIPPED
    source: LayoutSource | None = None
    problem: str = ""
    is_settled: bool = False


class ReportLayouts:
    """Hold the layout of one open workspace."""

    def __init__(self, path: Path, logbook: Logbook, organisation: Path | None = None) -> None:
        """Keep the layout at ``path``, vouched for by ``logbook``.

        What the file ``organisation`` settles goes before it.
        """
        self._path = path
        self._logbook = logbook
        self._organisation = organisation
        self._expected: str | None = None
        self._read: tuple[str, LayoutInUse] | None = None

    def find(self) -> LayoutInUse:
        """Return the layout that reports have now.

        Where that of the organisation cannot be used the shipped one stands in, because a layout
        must not keep anybody from a report.
        """
        if (settled := settled_layout(self._organisation)) is not None:
            return _settled_in_use(settled)
        try:
            contents = read_bytes(self._path)
        except FileNotFoundError:
            contents = None
        except OSError:
            return LayoutInUse(problem=_unusable(_("Its file cannot be read.")))
        mark = _mark(contents)
        if self._mark_expected() != mark:
            gone = _("Its file is gone.")
            other = _("Its file was changed, or put there, by something else than this program.")
            return LayoutInUse(problem=_unusable(gone if contents is None else other))
        if contents is None:
            return LayoutInUse()
        if self._read is None or self._read[0] != mark:
            self._read = mark, _layout_in(contents)
        found = self._read[1]
        return replace(found, layout=self.as_used(found.layout))

    def as_used(self, layout: Layout) -> Layout:
        """Return a person's own layout without a name and a marking that are settled."""
        return _under_settled(layout, self._organisation)

    def in_use(self, on_problem: Callable[[str], object]) -> Layout:
        """Return the layout that reports have now; ``on_problem`` is told why it is the shipped."""
        found = self.find()
        if found.problem:
            on_problem(found.problem)
        return found.layout

    def use(self, source: LayoutSource, by: Author) -> None:
        """Give all reports from now on the layout ``source``, which was read without a fault.

        Raises:
            NotAllowedError: The organisation has settled another.
            SaveFailedError: It could not be written; the one before is still in use.
        """
        self._require_choice()
        contents = source.contents
        try:
            make_private_folder(self._path.parent)
            write_atomically(self._path, contents)
        except OSError as error:
            raise _unsaved() from error
        self._note(contents, by)

    def use_shipped(self, by: Author) -> None:
        """Give all reports from now on the layout that came with the program.

        Raises:
            NotAllowedError: The organisation has settled another.
            SaveFailedError: The one in use could not be removed; it still is.
        """
        self._require_choice()
        try:
            remove(self._path, missing_ok=True)
        except OSError as error:
            raise _unsaved() from error
        self._note(None, by)

    def _require_choice(self) -> None:
        if settled_layout(self._organisation) is not None:
            raise NotAllowedError(
                _("Your organisation has settled the layout of reports for this computer."),
                _ask(),
            )

    def _mark_expected(self) -> str:
        """Return what the logbook says is in use; only this program writes in it while it runs."""
        if self._expected is None:
            line = self._logbook.last_of(LogKind.LAYOUT_CHANGED)
            self._expected = _SHIPPED if line is None else line.detail
        return self._expected

    def _note(self, contents: bytes | None, by: Author) -> None:
        self._logbook.note(LogKind.LAYOUT_CHANGED, by, _mark(contents))
        self._expected = None


def _settled_in_use(path: Path) -> LayoutInUse:
    """Return the layout that the organisation has settled; why it cannot be used, if so."""
    try:
        source, layout = LayoutSource.read(path)
    except LayoutInvalidError as error:
        return LayoutInUse(problem=_unusable(str(error), _ask()), is_settled=True)
    return LayoutInUse(layout, source, is_settled=True)


def _under_settled(layout: Layout, organisation: Path | None) -> Layout:
    names = {"marking", "organisation"} & settled_values(organisation).keys()
    if not names:
        return layout
    return replace(layout, file=layout.file.model_copy(update=dict.fromkeys(names)))


def unsealed_layout(path: Path, organisation: Path | None = None) -> LayoutInUse:
    """Return the layout kept at ``path`` as papers without anything of a case follow it.

    They are made without a passphrase, so no logbook is asked. What the file
    ``organisation`` settles goes before it.
    """
    if (settled := settled_layout(organisation)) is not None:
        return _settled_in_use(settled)
    try:
        found = _layout_in(read_bytes(path))
        return replace(found, layout=_under_settled(found.layout, organisation))
    except FileNotFoundError:
        return LayoutInUse()
    except OSError:
        return LayoutInUse(problem=_unusable(_("Its file cannot be read.")))


def _layout_in(contents: bytes) -> LayoutInUse:
    try:
        source = LayoutSource.from_contents(contents)
        return LayoutInUse(source.layout(), source)
    except LayoutInvalidError as error:
        return LayoutInUse(problem=_unusable(str(error)))
    except (ValueError, RecursionError):
        why = _("Its file is damaged, or of a newer version of this program.")
        return LayoutInUse(problem=_unusable(why))


def _mark(contents: bytes | None) -> str:
    """Return what the logbook says of a layout, or of none."""
    return _SHIPPED if contents is None else f"SHA-256 {sha256(contents).hexdigest()}"


def _ask() -> str:
    return _("Ask whoever looks after this computer.")


def _unusable(why: str, remedy: str | None = None) -> str:
    words = _(
        "The layout for reports cannot be used. {why} Reports are made with the layout that came "
        "with the program. {remedy}"
    )
    return words.format(why=why, remedy=remedy or _("Choose your layout again."))


def _unopened(path: Path, error: OSError) -> LayoutInvalidError:
    message, remedy = why_unopened(path, error)
    fault = Fault(path.name, 1, 1, message, remedy)
    return LayoutInvalidError(_("{file} cannot be read.").format(file=path.name), (fault,), remedy)


def _unsaved() -> SaveFailedError:
    return SaveFailedError(
        _("The layout could not be saved."),
        _("See that there is room on the disk, then try again. Reports are as they were."),
    )
