# SPDX-License-Identifier: MPL-2.0
"""Test that a sealed report shows every change and follows the same standards as before."""

import datetime as dt
import re
import runpy
import socket  # noqa: TID251 - to see that nothing comes of it
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from auditapp.errors import SignatureError
from auditapp.paths import PROGRAM
from auditapp.report.blocks import Paragraph
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.encryption import encrypt
from auditapp.report.pdf.seal import apply_seal, open_seal
from tests.pdf_checks import outside
from tests.pdf_checks.checking import faults_of, read_out
from tests.sealing import NEEDS, NOW, SECRET, make_certificate, no_network

pytest.importorskip("pyhanko", reason=NEEDS)
PASSWORD = "vier unverwandte Wörter"


@pytest.fixture
def plain(make_document):
    """Return a report that is not sealed."""
    return render_pdf(make_document(Paragraph("Nobody may change this.")))


@pytest.fixture
def path(tmp_path):
    """Return where a certificate is."""
    return tmp_path / "seal.p12"


@pytest.fixture
def certificate(path):
    """Return a certificate that lies at ``path`` with its key."""
    return make_certificate(path)


def judged(contents, certificate, password=""):
    """Return what pyHanko says of the only seal in ``contents``, for somebody who trusts it."""
    from pyhanko.keys.internal import (  # noqa: TID251 - what pyHanko makes, pyHanko judges
        translate_pyca_cryptography_cert_to_asn1,
    )
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: TID251 - as above
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: TID251 - as above
    from pyhanko_certvalidator import ValidationContext

    trusted = ValidationContext(
        trust_roots=[translate_pyca_cryptography_cert_to_asn1(certificate)],
        allow_fetching=False,
        moment=NOW,
    )
    reader = PdfFileReader(BytesIO(contents))
    if password:
        reader.decrypt(password)
    (seal,) = reader.embedded_signatures
    return validate_pdf_signature(seal, trusted)


def test_a_seal_is_valid_and_says_whose_it_is(plain, path, certificate):
    """PAdES, certifying, about the whole file, no change allowed; nothing is asked for it."""
    with no_network():
        seal = open_seal(path, SECRET, NOW)
        contents = apply_seal(plain, seal)
        status = judged(contents, certificate)

    assert status.bottom_line
    assert (True, True, True) == (status.intact, status.valid, status.trusted)
    assert "ENTIRE_FILE" == status.coverage.name
    assert ("Example Council", f"Seal(name={seal.name!r})") == (seal.name, repr(seal))
    assert contents.startswith(plain)
    with pikepdf.open(BytesIO(contents)) as pdf:
        assert "Seal of Example Council" == str(pdf.Root.AcroForm.Fields[0].TU)


def test_no_network_is_what_it_says():
    """A connection that is tried is refused before anything is sent."""
    with no_network(), pytest.raises(RuntimeError, match=r"connect|getaddrinfo"):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


@pytest.mark.parametrize("make_key", [lambda: None, lambda: rsa.generate_private_key(65537, 2048)])
def test_a_sealed_report_follows_the_same_standards(plain, path, tmp_path, make_key):
    """PDF/UA-1 and PDF/A-2a; every word, and what it says of itself, is as it was."""
    make_certificate(path, key=make_key())
    contents = apply_seal(plain, open_seal(path, SECRET, NOW))
    file = tmp_path / "sealed.pdf"
    file.write_bytes(contents)

    assert [] == faults_of(contents) + outside.archive_faults(contents)
    assert not outside.has("qpdf") or "" == outside.syntax_faults(file)
    assert not outside.has("verapdf") or [] == outside.vera_faults(file)
    assert list(read_out(plain)) == list(read_out(contents))
    with pikepdf.open(BytesIO(plain)) as before, pikepdf.open(BytesIO(contents)) as after:
        assert before.pdf_version == after.pdf_version
        assert dict(before.docinfo) == dict(after.docinfo)
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()


def test_an_encrypted_report_is_sealed_last(plain, path, certificate):
    """It stays encrypted, follows PDF/UA-1, and the seal is valid."""
    seal = open_seal(path, SECRET, NOW)
    contents = apply_seal(encrypt(plain, PASSWORD), seal, PASSWORD)

    assert judged(contents, certificate, PASSWORD).bottom_line
    assert [] == faults_of(contents, PASSWORD)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(contents))
    with pikepdf.open(BytesIO(contents), password=PASSWORD) as pdf:
        assert (6, 256) == (pdf.encryption.R, pdf.encryption.bits)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.8, 0.99])
def test_a_flipped_bit_is_noticed(plain, path, certificate, share):
    """Wherever it is in the file."""
    contents = bytearray(apply_seal(plain, open_seal(path, SECRET, NOW)))
    contents[int(len(plain) * share)] ^= 1

    assert not is_accepted(bytes(contents), certificate)


def is_accepted(contents, certificate):
    """Tell whether pyHanko reads a file and says that its seal is valid."""
    from pyhanko.pdf_utils.misc import PdfError  # noqa: TID251 - as in `judged`

    try:
        return judged(contents, certificate).bottom_line
    except (PdfError, ValueError):
        return False  # it cannot even be read


def test_what_is_appended_or_saved_anew_is_noticed(plain, path, certificate):
    """No change is allowed, not even one that leaves the sealed bytes as they were."""
    from pyhanko.pdf_utils.incremental_writer import (  # noqa: TID251 - as in `judged`
        IncrementalPdfFileWriter,
    )

    sealed = apply_seal(plain, open_seal(path, SECRET, NOW))
    writer, appended = IncrementalPdfFileWriter(BytesIO(sealed)), BytesIO()
    writer.root["/Lang"] = writer.root["/Lang"].__class__("cy")
    writer.update_root()
    writer.write(appended)
    with pikepdf.open(BytesIO(sealed)) as pdf, BytesIO() as saved:
        pdf.save(saved)
        anew = saved.getvalue()

    assert is_accepted(sealed, certificate)
    assert not is_accepted(appended.getvalue(), certificate)
    assert not is_accepted(anew, certificate)


@pytest.mark.parametrize(
    ("made", "secret", "words"),
    [
        ({}, "another", "does not open"),
        ({}, "", "does not open"),
        ({"days": (-9, -1)}, SECRET, "ended on 20 November 2026"),
        ({"days": (1, 9)}, SECRET, "valid only from 22 November 2026"),
        ({"may_sign": False}, SECRET, "not meant for signatures"),
        ({"key": ec.generate_private_key(ec.SECP256K1())}, SECRET, "of a kind"),
        ({"key": rsa.generate_private_key(65537, 1024)}, SECRET, "of a kind"),
    ],
)
def test_a_certificate_that_will_not_do_is_refused(path, made, secret, words):
    """It says what is wrong with it, and what to do."""
    make_certificate(path, **made)
    with pytest.raises(SignatureError, match=words) as caught:
        open_seal(path, secret, NOW)
    assert caught.value.remedy
    assert SECRET not in f"{caught.value}{caught.value.remedy}"


@pytest.mark.parametrize("contents", [b"", b"%PDF-1.7", b"-----BEGIN CERTIFICATE-----", b"0\x80"])
def test_a_file_that_is_no_certificate_is_refused(path, contents):
    """The form that it must have is named."""
    path.write_bytes(contents)
    with pytest.raises(SignatureError, match="is not a certificate with its key") as caught:
        open_seal(path, SECRET, NOW)
    assert "PKCS#12" in caught.value.remedy


def test_a_file_that_is_not_there_is_refused(path):
    """With the reason that the system gives."""
    with pytest.raises(SignatureError, match="cannot be read: No such file"):
        open_seal(path, SECRET, NOW)


def test_a_certificate_without_its_key_is_refused(path):
    """As it is sent to those who only check seals."""
    from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

    certificate = make_certificate(path)
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"", None, certificate, None, NoEncryption())
    )
    with pytest.raises(SignatureError, match="both a certificate and its key"):
        open_seal(path, "", NOW)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ex\u202eample\n Council", "Ex ample Council"),
        ("A" * 64, "A" * 64),
        ("", "a certificate without a name"),
    ],
)
def test_the_name_on_a_certificate_is_one_line(path, name, shown):
    """It goes into a line of the history."""
    make_certificate(path, name=name, may_sign=None)
    assert shown == open_seal(path, SECRET, NOW).name


def test_sealing_loads_nothing_that_speaks_to_a_network(path, certificate, plain, tmp_path):
    """So the packages of the program need not hold it, and a report is sealed sooner."""
    (tmp_path / "plain.pdf").write_bytes(plain)
    script = (
        "import sys, pathlib; from tests.sealing import NOW, SECRET;"
        "from auditapp.report.pdf.seal import apply_seal, open_seal;"
        "contents = pathlib.Path(sys.argv[2]).read_bytes();"
        "apply_seal(contents, open_seal(pathlib.Path(sys.argv[1]), SECRET, NOW));"
        "print(sorted({'aiohttp', 'certifi', 'oscrypto', 'yarl'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", script, path, tmp_path / "plain.pdf"]

    done = subprocess.run(command, cwd=PROGRAM, capture_output=True, text=True, check=False)

    assert ("[]\n", "") == (done.stdout, done.stderr)


def test_a_seal_that_cannot_be_made_is_refused(path, certificate):
    """What pyHanko raises does not come through."""
    seal = open_seal(path, SECRET, NOW)
    with pytest.raises(SignatureError, match="with the certificate of Example Council") as caught:
        apply_seal(b"no PDF", seal)
    assert caught.value.remedy


def test_the_example_in_the_documents_makes_a_certificate(tmp_path, monkeypatch, plain):
    """What docs/pdf.md shows for trying a seal out works as it stands."""
    text = (PROGRAM / "docs" / "pdf.md").read_text("utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (tmp_path / "example.py").write_text(script, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: SECRET)
    runpy.run_path("example.py")

    seal = open_seal(tmp_path / "trial.p12", SECRET, dt.datetime.now(dt.UTC))
    assert "Trial seal" == seal.name
    assert [] == faults_of(apply_seal(plain, seal))
