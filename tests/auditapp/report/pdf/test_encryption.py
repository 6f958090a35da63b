# SPDX-License-Identifier: MPL-2.0
"""Test that an encrypted report opens with its password and with nothing else."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from auditapp.errors import NotAllowedError
from auditapp.report.blocks import Paragraph
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.encryption import encrypt

PASSWORD = "vier unverwandte Wörter"


@pytest.fixture
def plain(make_document):
    """Return a report that is not encrypted."""
    return render_pdf(make_document(Paragraph("Nobody else may read this.")))


def test_it_opens_with_the_password_alone(plain):
    """It is AES-256 of revision 6, and opens neither with another password nor with none."""
    contents = encrypt(plain, PASSWORD)

    for wrong in ("", PASSWORD + "x", PASSWORD.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(contents), password=wrong)
    with pikepdf.open(BytesIO(contents), password=PASSWORD) as pdf:
        assert (6, 256) == (pdf.encryption.R, pdf.encryption.bits)
        assert pikepdf.models.EncryptionMethod.aesv3 == pdf.encryption.stream_method
        assert all(pdf.allow)
    with pypdfium2.PdfDocument(contents, password=PASSWORD) as pdf:
        assert "Nobody else" in pdf[0].get_textpage().get_text_range()


def test_nothing_of_the_report_is_left_readable(plain):
    """Neither its words nor its title stand in the file, nor does the same file come out twice."""
    contents = encrypt(plain, PASSWORD)

    assert b"Case file audit report" in plain
    assert b"Case file audit report" not in contents
    assert b"pdfuaid" not in contents
    assert contents != encrypt(plain, PASSWORD)


def test_letters_may_be_typed_in_either_way(plain):
    """An accent that a keyboard makes of two characters opens what one character locked."""
    contents = encrypt(plain, PASSWORD.replace("ö", "o\u0308"))

    with pikepdf.open(BytesIO(contents), password=PASSWORD) as pdf:
        assert len(pdf.pages) == 1


def test_a_password_that_will_not_do_is_refused(plain):
    """No report is encrypted with one that is quickly guessed."""
    with pytest.raises(NotAllowedError, match="Too short"):
        encrypt(plain, "short")
