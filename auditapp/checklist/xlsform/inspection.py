# SPDX-License-Identifier: MPL-2.0
"""Look through the parts of a workbook before anything builds objects from them.

An .xlsx file is a ZIP file of XML parts (ECMA-376). A small one can unpack to gigabytes, name
entities that grow without end, hold millions of cells, or carry macros and links to other files. So
the declared sizes are added up before anything is unpacked, every part that will be read is first
streamed through a counter, and openpyxl is handed a copy that holds no other part.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from auditapp.checklist.file_kinds import document_words
from auditapp.errors import WorkbookError
from auditapp.i18n import _

MAX_BYTES: Final = 10_000_000
MAX_PARTS: Final = 2_000
MAX_UNPACKED: Final = 200_000_000
"""Bytes of all parts together; pictures are large, and never unpacked."""

MAX_XML: Final = 30_000_000
"""Bytes of the parts that are read."""

MAX_ELEMENTS: Final = 1_000_000
MAX_STRINGS: Final = 100_000
MAX_STYLE_ELEMENTS: Final = 50_000
"""One of them costs openpyxl a kilobyte or more."""

MAX_ROW_CELLS: Final = 16_384
"""The last column of a spreadsheet is XFD; openpyxl holds a whole row at a time."""

LAST_ROW: Final = 100_000
"""A row that claims a larger number would be counted up to."""

MAX_DEPTH: Final = 50

_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins .xls files, and .xlsx files that a password protects (MS-CFB, section 2.2)."""

_ENTRY: Final = b"PK\x01\x02"
"""Begins the entry of each part in a ZIP file's directory (APPNOTE.TXT, section 4.3.12)."""

_READ_PART: Final = re.compile(
    r"(\[Content_Types\]\.xml|_rels/\.rels|xl/.*\.(xml|rels))", re.IGNORECASE
)
_LEFT_OUT: Final = re.compile(
    r"xl/(activeX|chartsheets|charts|comments|ctrlProps|customProperty|diagrams|drawings|embeddings"
    r"|externalLinks|media|pivot|printerSettings|queryTables|richData|slicer|tables|theme|threaded"
    r"|worksheets/_rels)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class InspectedWorkbook:
    """Hold the copy that is safe to open, and what the original has beside its sheets."""

    data: bytes
    has_formulas: bool
    has_links: bool


def inspect_workbook(data: bytes, name: str) -> InspectedWorkbook:
    """Return a copy of an .xlsx file with only the parts that sheets are made of.

    Args:
        data: the bytes of the file.
        name: its name, of which the suffix counts.

    Raises:
        WorkbookError: it is no .xlsx file, is damaged, has macros, or is too large.
    """
    _require_xlsx(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _copied(package)
    # zipfile raises the last two for parts that need a password or an unknown way of unpacking.
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise damaged() from error
    except (expat.ExpatError, LookupError, ValueError) as error:  # LookupError: the encoding
        raise damaged() from error


def damaged() -> WorkbookError:
    """Make the error for a workbook that cannot be made sense of."""
    return WorkbookError(
        _("The spreadsheet is damaged, or not really an .xlsx file."),
        _("Open it in a spreadsheet program and save it as .xlsx again."),
    )


def _too_large(what: str) -> WorkbookError:
    return WorkbookError(
        _("The spreadsheet is too large: {what}.").format(what=what),
        _("Copy only the sheets that are needed into a new workbook, without empty rows."),
    )


def _require_xlsx(data: bytes, name: str) -> None:
    suffix = name.lower().rpartition(".")[2]
    if data.startswith(_OLD_OR_LOCKED) or suffix == "xls":
        raise WorkbookError(
            _("This is an old .xls file, or a workbook that a password protects."),
            _("Open it in a spreadsheet program, take the password off, and save it as .xlsx."),
        )
    if suffix in ("xlsm", "xltm", "xlsb", "xlam"):
        raise _macros()
    if len(data) > MAX_BYTES:
        raise _too_large(_("more than {limit} MB").format(limit=MAX_BYTES // 1_000_000))
    if data.count(_ENTRY) > MAX_PARTS:
        raise _too_large(_("too many parts"))
    if words := document_words(data):
        raise WorkbookError(
            words, _("Copy its table into a spreadsheet program, and save that as .xlsx.")
        )
    if not data.startswith(b"PK"):
        raise WorkbookError(
            _("This is no .xlsx file."),
            _("Open it in a spreadsheet program and save it as .xlsx."),
        )


def _macros() -> WorkbookError:
    return WorkbookError(
        _("This workbook can hold macros, which are programs."),
        _("Open it in a spreadsheet program and save it as .xlsx, without macros."),
    )


def _copied(package: zipfile.ZipFile) -> InspectedWorkbook:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _macros()
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _too_large(_("it unpacks to more than {n} MB").format(n=MAX_UNPACKED // 1_000_000))
    wanted = [part for part in parts if _is_read(part.filename)]
    if sum(part.file_size for part in wanted) > MAX_XML:
        raise _too_large(_("its sheets unpack to more than {n} MB").format(n=MAX_XML // 1_000_000))
    count = _Counter()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for part in wanted:
            content = package.read(part)
            count.look_through(part.filename, content)
            copy.writestr(part.filename, content)
    has_links = any(name.lower().startswith("xl/externallinks/") for name in names)
    return InspectedWorkbook(target.getvalue(), count.has_formulas, has_links)


def _is_read(part: str) -> bool:
    return _READ_PART.fullmatch(part) is not None and _LEFT_OUT.match(part) is None


class _Counter:
    """Count what the parts of one workbook hold, and refuse them when it is too much."""

    def __init__(self) -> None:
        self.has_formulas = False
        self._elements = 0
        self._strings = 0
        self._depth = 0
        self._row_cells = 0
        self._in_styles = False
        self._style_elements = 0

    def look_through(self, name: str, content: bytes) -> None:
        """Stream one part through.

        Raises:
            WorkbookError: the workbook holds too much.
            ExpatError: the part is not well formed.
        """
        self._depth = 0
        self._in_styles = name.lower().endswith("styles.xml")
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        # Without a document type there are no entities, so none can grow.
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        parser.Parse(content, True)

    def _refuse_document_type(self, *_parts: object) -> None:
        raise WorkbookError(
            _("A part of the spreadsheet declares a document type, which spreadsheets never do."),
            _("Do not use this file. Ask whoever sent it."),
        )

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MAX_ELEMENTS:
            raise _too_large(_("too many cells"))
        if self._depth > MAX_DEPTH:
            raise _too_large(_("its parts are nested too deep"))
        if self._in_styles:
            self._count_style()
        self._count(tag.rpartition(":")[2], attributes)

    def _end(self, _tag: str) -> None:
        self._depth -= 1

    def _count_style(self) -> None:
        self._style_elements += 1
        if self._style_elements > MAX_STYLE_ELEMENTS:
            raise _too_large(_("too many cell styles"))

    def _count(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._begin_row(attributes)
        elif tag == "c":
            self._row_cells += 1
            if self._row_cells > MAX_ROW_CELLS:
                raise _too_large(_("too many columns"))
        elif tag == "si":
            self._strings += 1
            if self._strings > MAX_STRINGS:
                raise _too_large(_("too many different texts"))
        elif tag == "Override" and "macroEnabled" in attributes.get("ContentType", ""):
            raise _macros()
        self.has_formulas |= tag == "f"

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row_cells = 0
        if int(attributes.get("r", 0)) > LAST_ROW:
            raise _too_large(_("too many rows"))
