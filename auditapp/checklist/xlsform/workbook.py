# SPDX-License-Identifier: MPL-2.0
"""Read the sheets of a workbook as rows of text, and remember which cells nobody has taken yet."""

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from auditapp.checklist.xlsform.headings import heading_key
from auditapp.checklist.xlsform.inspection import damaged, inspect_workbook
from auditapp.checklist.xlsform.stopping import require_wanted
from auditapp.errors import AuditAppError, WorkbookError
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, never

MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 400
MAX_CELLS: Final = 100_000
"""Of a workbook, filled ones; the largest of 754 public forms has some 60,000."""

INVISIBLE: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|[\u200b-\u200d\u2028-\u202e\u2060\u2066-\u2069]"
)
"""What checklists refuse, and what hides between the letters of a name."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell; rows and columns count from 1."""

    sheet: str
    row: int
    column: int
    heading: str
    text: str

    @property
    def letters(self) -> str:
        """Return the column as spreadsheets call it: A to Z, then AA."""
        letters, rest = "", self.column
        while rest:
            rest, place = divmod(rest - 1, 26)
            letters = chr(ord("A") + place) + letters
        return letters


@dataclass(slots=True)
class Row:
    """The filled cells of a row by the keys of their headings."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]
    spare: list[Cell] = field(default_factory=list)
    """Cells without a heading of their own."""
    _taken: set[str] = field(default_factory=set)

    def text(self, key: str) -> str:
        """Return the text under a heading without taking it; "" when there is none."""
        cell = self.cells.get(key)
        return cell.text if cell else ""

    def take(self, key: str) -> Cell | None:
        """Return the cell under a heading, which then counts as taken."""
        self._taken.add(key)
        return self.cells.get(key)

    def rest(self) -> Iterator[tuple[str, Cell]]:
        """Yield the filled cells that were not taken, each after its key, from left to right."""
        left = [(key, cell) for key, cell in self.cells.items() if key not in self._taken]
        left += [("", cell) for cell in self.spare]
        yield from sorted(left, key=lambda pair: pair[1].column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with its filled rows; the first of them held the headings."""

    name: str
    keys: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets by their names in small letters, and what was left unread."""

    sheets: Mapping[str, Sheet]
    other_sheets: tuple[str, ...]
    uncalculated: tuple[Cell, ...]
    """Cells with a formula whose result the file does not hold."""
    cleaned: tuple[Cell, ...]
    """Cells out of which invisible characters were left."""
    has_links: bool

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a sheet; none when there is no such sheet."""
        sheet = self.sheets.get(name)
        return sheet.rows if sheet else ()


def read_workbook(
    data: bytes, name: str, wanted: Iterable[str], is_cancelled: IsCancelled = never
) -> Workbook:
    """Return the ``wanted`` sheets of an .xlsx file.

    Args:
        data: the bytes of the file.
        name: the file's name.
        wanted: names of sheets in small letters; a sheet may be spelled otherwise.
        is_cancelled: asked before each row.

    Raises:
        WorkbookError: the file is unsafe, damaged or too large.
        StoppedError: ``is_cancelled`` said so.
    """
    inspected = inspect_workbook(data, name)
    names = frozenset(wanted)
    reader = _SheetReader()
    sheets = reader.sheets(open_sheets(inspected.data, names, is_cancelled, as_formulas=False))
    uncalculated: tuple[Cell, ...] = ()
    if inspected.has_formulas:
        formulas = _SheetReader(formulas_only=True)
        formulas.sheets(open_sheets(inspected.data, names, is_cancelled, as_formulas=True))
        uncalculated = tuple(cell for cell in formulas.cells if not reader.is_filled(cell))
    return Workbook(
        {sheet.name: sheet for sheet in sheets if sheet.name in names},
        tuple(sheet.name for sheet in sheets if sheet.name not in names),
        uncalculated,
        tuple(reader.cleaned),
        inspected.has_links,
    )


RawRows = list[tuple[int, list[tuple[int, object]]]]
"""The rows that are not empty: the number of each, and of its cells the columns and values."""


def open_sheets(
    data: bytes,
    names: frozenset[str] | None,
    is_cancelled: IsCancelled = never,
    *,
    as_formulas: bool,
) -> list[tuple[str, RawRows]]:
    """Return the title and the rows of each sheet; of a sheet not in ``names`` no rows.

    ``data`` are those of an inspected workbook; without ``names`` every sheet has its rows. Raises
    ``WorkbookError`` and ``StoppedError`` as `read_workbook` does.
    """
    import openpyxl  # noqa: PLC0415 - a quarter of a second, and few people import spreadsheets

    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out (pictures, validations, themes) is no loss to a checklist.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=not as_formulas, keep_links=False
            )
            return [
                (
                    sheet.title,
                    _raw_rows(sheet, is_cancelled)
                    if names is None or sheet_key(sheet.title) in names
                    else [],
                )
                for sheet in book.worksheets
            ]
    except AuditAppError:
        raise
    except Exception as error:
        # openpyxl hands on whatever goes wrong inside it when a part is not what it should be.
        raise damaged() from error


def _raw_rows(sheet: Any, is_cancelled: IsCancelled) -> RawRows:  # noqa: ANN401 - openpyxl brings no types
    sheet.reset_dimensions()  # the size that the file declares may be wrong
    rows: RawRows = []
    for number, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1):
        require_wanted(is_cancelled)
        if any(values):
            cells = enumerate(values, 1)
            rows.append((number, [(at, value) for at, value in cells if value is not None]))
        if len(rows) > MAX_ROWS:
            raise WorkbookError(
                _("The sheet {sheet} has too many rows.").format(sheet=sheet.title),
                _("Keep it to {n} rows, and delete those that are not needed.").format(n=MAX_ROWS),
            )
    return rows


def sheet_key(title: str) -> str:
    """Return the name under which a sheet is looked up."""
    return title.strip().lower()


class _SheetReader:
    """Turn raw rows into rows under headings, and count the filled cells of the workbook."""

    def __init__(self, *, formulas_only: bool = False) -> None:
        self.cells: list[Cell] = []
        self.cleaned: list[Cell] = []
        self._filled: set[tuple[str, int, int]] = set()
        self._formulas_only = formulas_only

    def is_filled(self, cell: Cell) -> bool:
        """Tell whether a cell of the same place was read."""
        return (cell.sheet, cell.row, cell.column) in self._filled

    def sheets(self, raw: Iterable[tuple[str, RawRows]]) -> list[Sheet]:
        """Return the sheets."""
        return [self._sheet(sheet_key(title), rows) for title, rows in raw]

    def _sheet(self, name: str, raw: RawRows) -> Sheet:
        headings: dict[int, str] = {}
        rows: list[Row] = []
        for number, values in raw:
            cells = [
                self._cell(name, number, column, value)
                for column, value in values
                if not self._formulas_only or _is_formula(value)
            ]
            filled = [cell for cell in cells if cell is not None]
            if self._formulas_only:
                self.cells += filled
            elif filled and not headings:
                headings = {cell.column: cell.text for cell in filled}
            elif filled:
                rows.append(_under_headings(name, number, filled, headings))
        return Sheet(name, tuple(heading_key(each) for each in headings.values()), tuple(rows))

    def _cell(self, sheet: str, row: int, column: int, value: object) -> Cell | None:
        written = written_text(value)
        text = INVISIBLE.sub("", written).replace("\xa0", " ").strip()
        if not text:
            return None
        self._filled.add((sheet, row, column))
        if len(self._filled) > MAX_CELLS:
            raise WorkbookError(
                _("The workbook has more than {n} filled cells.").format(n=MAX_CELLS),
                _("Split the form in several workbooks."),
            )
        cell = Cell(sheet, row, column, "", text)
        if INVISIBLE.search(written):
            self.cleaned.append(cell)
        return cell


def _under_headings(
    sheet: str, number: int, cells: Iterable[Cell], headings: Mapping[int, str]
) -> Row:
    by_key: dict[str, Cell] = {}
    spare: list[Cell] = []
    for cell in cells:
        heading = headings.get(cell.column, "")
        named = Cell(cell.sheet, cell.row, cell.column, heading, cell.text)
        key = heading_key(heading)
        if key and key not in by_key:
            by_key[key] = named
        else:
            spare.append(named)
    return Row(sheet, number, by_key, spare)


def _is_formula(value: object) -> bool:
    """Tell whether a value is a formula, or a text that looks like one and holds itself."""
    return not isinstance(value, str) or value.startswith("=")


def written_text(value: object) -> str:
    """Return a value as a person would type it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    # Excel writes a carriage return in this way (ECMA-376, part 1, section 22.4.2.4).
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
