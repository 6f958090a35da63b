# SPDX-License-Identifier: MPL-2.0
"""Look through workbooks before they are opened."""

import io
import zipfile

import pytest

from auditapp.checklist.xlsform import inspection, questions
from auditapp.checklist.xlsform import workbook as reading
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist.xlsform.inspection import inspect_workbook
from auditapp.errors import WorkbookError
from tests.making_workbooks import packed, tables, workbook

SIMPLE = workbook(
    tables("""
survey
  type | name | label
  select_one yn | q | Q?
  text | r | R?
choices
  list_name | name
  yn | a
  yn | b
""")
)


def with_part(name, content):
    """Return the simple workbook with one more part, or with another content of one."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SIMPLE)) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            if info.filename != name:
                copy.writestr(info.filename, source.read(info))
        copy.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "message", "remedy"),
    [
        (b"", "form.xls", "old .xls file", "save it as .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "form.xlsx", "password protects", "password off"),
        (SIMPLE, "form.xlsm", "can hold macros", "without macros"),
        (SIMPLE, "FORM.XLSB", "can hold macros", "without macros"),
        (with_part("xl/vbaProject.bin", b"x"), "form.xlsx", "can hold macros", "without macros"),
        (b"type,name\n", "form.csv", "no .xlsx file", "save it as .xlsx"),
        (b"%PDF-1.7", "form.xlsx", "This is a PDF.", "Copy its table"),
        (packed(word__document=""), "form.docx", "of a word processor", "Copy its table"),
        (SIMPLE[:500], "form.xlsx", "damaged", "save it as .xlsx again"),
        (with_part("xl/workbook.xml", "<a"), "form.xlsx", "damaged", "save it as .xlsx again"),
        (with_part("[Content_Types].xml", "<Types/>"), "form.xlsx", "damaged", "as .xlsx again"),
        (
            with_part("xl/x.xml", '<?xml version="1.0" encoding="klingon"?><a/>'),
            "form.xlsx",
            "damaged",
            "again",
        ),
        (
            with_part(
                "[Content_Types].xml",
                '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled"'
                ' PartName="/xl/workbook.xml"/></Types>',
            ),
            "form.xlsx",
            "can hold macros",
            "without macros",
        ),
    ],
)
def test_what_is_no_plain_workbook_is_refused(data, name, message, remedy):
    """Each refusal says what to do."""
    with pytest.raises(WorkbookError) as caught:
        import_workbook(data, name)
    assert message in str(caught.value)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("module", "limit", "value"),
    [
        (inspection, "MAX_BYTES", 100),
        (inspection, "MAX_PARTS", 3),
        (inspection, "MAX_UNPACKED", 1_000),
        (inspection, "MAX_XML", 1_000),
        (inspection, "MAX_ELEMENTS", 20),
        (inspection, "MAX_STYLE_ELEMENTS", 5),
        (inspection, "MAX_ROW_CELLS", 2),
        (inspection, "MAX_DEPTH", 3),
        (inspection, "MAX_STRINGS", 0),
        (inspection, "LAST_ROW", 1),
        (reading, "MAX_ROWS", 1),
        (reading, "MAX_CELLS", 5),
        (questions, "MAX_ANSWERS", 1),
    ],
)
def test_every_limit_is_kept(monkeypatch, module, limit, value):
    """A workbook that is over one of the limits is refused."""
    data = with_part("xl/sharedStrings.xml", "<sst><si/></sst>")
    assert import_workbook(data, "form.xlsx")
    monkeypatch.setattr(module, limit, value)
    with pytest.raises(WorkbookError) as caught:
        import_workbook(data, "form.xlsx")
    assert caught.value.remedy


def test_only_the_parts_of_sheets_are_handed_on():
    """Pictures, links, drawings and properties are left behind."""
    data = with_part("xl/externalLinks/externalLink1.xml", "<a/>")
    inspected = inspect_workbook(data, "form.xlsx")
    with zipfile.ZipFile(io.BytesIO(inspected.data)) as copy:
        names = copy.namelist()
    assert inspected.has_links
    assert not inspected.has_formulas
    assert [] == [name for name in names if "external" in name or "docProps" in name]
    assert "xl/workbook.xml" in names


def test_an_encrypted_part_is_refused():
    """ZIP has a password protection of its own, which no spreadsheet program uses."""
    data = bytearray(SIMPLE)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    with pytest.raises(WorkbookError, match="damaged"):
        import_workbook(bytes(data), "form.xlsx")


def test_a_number_that_another_program_wrote_has_no_needless_point():
    """Some programs write 3.0 where a person typed 3."""
    text = '<c t="inlineStr"><is><t>{}</t></is></c>'
    head = "".join(text.format(each) for each in ("type", "name", "label"))
    row = text.format("text") + text.format("q") + "<c><v>3.0</v></c>"
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = f"<sheetData><row>{head}</row><row>{row}</row></sheetData>"
    sheet = f'<worksheet xmlns="{namespace}">{rows}</worksheet>'
    found = import_workbook(with_part("xl/worksheets/sheet1.xml", sheet), "form.xlsx")
    assert "3" == found.checklist.questions[0].text
