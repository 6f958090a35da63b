# SPDX-License-Identifier: MPL-2.0
"""Seal a finished report with a certificate, so that a reader shows whose it is and any change.

The seal is a certifying signature in the form of PAdES (ETSI EN 319 142-1, baseline B-B) that
allows no change at all. The package `pyhanko` makes it. It is optional, and is imported only when a
report is sealed. Nothing is fetched: no time server is asked and no list of revoked certificates,
so the time in the seal is that of this computer. What of pyHanko could ask them is not even loaded.
It works in an event loop of Python's, which opens two sockets that lead to each other and nowhere
else.

The seal comes last, after any encryption, and is appended: what stood in the file stays as it was,
and follows the same standards as before.
"""

import datetime as dt
import importlib
import sys
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from auditapp.errors import SignatureError, reason_of
from auditapp.i18n import _
from auditapp.judgement.moment_words import moment_words
from auditapp.report_passwords import plain_form

SHORTEST_RSA: Final = 2048
"""Bits; shorter keys are not to be used any more (NIST SP 800-131A)."""

_FIELD: Final = "Seal"
# What of pyHanko asks others, and loads HTTP and TLS for it: module, and what is taken from it.
_ASKING: Final = {
    "pyhanko.sign.timestamps.aiohttp_client": "HTTPTimeStamper",
    "pyhanko_certvalidator.fetchers.aiohttp_fetchers": "AIOHttpFetcherBackend",
}
_CURVES: Final = {"secp256r1", "secp384r1", "secp521r1"}  # P-256, P-384, P-521 (FIPS 186-5)
_LARGEST: Final = 1024 * 1024  # bytes; with a long chain of certificates it has ten thousand
_LONGEST_NAME: Final = 80  # characters of it that a line of the history holds


@dataclass(frozen=True, slots=True)
class Seal:
    """Hold a key with its certificate, fit to seal reports.

    Args:
        name: whose certificate it is, on one line.
        signer: what pyHanko signs with.
    """

    name: str
    signer: Any = field(repr=False)


def open_seal(path: Path, passphrase: str, now: dt.datetime) -> Seal:
    """Read key and certificate from a file of the form PKCS#12 (RFC 7292).

    Args:
        path: the file, which often ends in ``.p12`` or ``.pfx``.
        passphrase: what opens it; empty if nothing is needed.
        now: the certificate must be valid then.

    Raises:
        SignatureError: pyHanko is missing, or the file, its key or its certificate will not do.
    """
    signers = _pyhanko("sign.signers")
    contents, secret = _contents(path), passphrase.encode() or None
    _require_pkcs12(contents, path)
    key, certificate = _opened(contents, secret, path)
    _require_fit_key(key)
    _require_valid(certificate, now)
    # It reads the file once more, with the certificates of those who vouch for this one.
    signer = signers.SimpleSigner.load_pkcs12_data(contents, (), passphrase=secret)
    return Seal(_name_of(certificate), signer)


def apply_seal(contents: bytes, seal: Seal, password: str = "") -> bytes:
    """Return the PDF ``contents`` with a seal; other bytes each time.

    Args:
        contents: a finished file, which may be encrypted.
        seal: what to seal with.
        password: what opens the file, if it is encrypted.

    Raises:
        SignatureError: It could not be done with this certificate.
    """
    try:
        return _sealed(contents, seal, password)
    except Exception as error:
        # Each of the libraries below raises its own.
        raise SignatureError(
            _("The report could not be sealed with the certificate of {name}.").format(
                name=seal.name
            ),
            _("Save it without the seal, or use another certificate."),
        ) from error


def _sealed(contents: bytes, seal: Seal, password: str) -> bytes:
    signers, fields = _pyhanko("sign.signers"), _pyhanko("sign.fields")
    about = signers.PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        certify=True,
        subfilter=fields.SigSeedSubFilter.PADES,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    # Nothing of it is drawn, and it lies off the page, so no screen reader stops at it
    # (ISO 14289-1, 7.18.1).
    place = fields.SigFieldSpec(
        _FIELD,
        invis_sig_settings=fields.InvisSigSettings(box_out_of_bounds=True),
        readable_field_name=_("Seal of {name}").format(name=seal.name),
    )
    writer = _writer(contents)
    if password:
        writer.encrypt(plain_form(password).encode())
    sealed = BytesIO()
    signers.PdfSigner(about, seal.signer, new_field_spec=place).sign_pdf(writer, output=sealed)
    return sealed.getvalue()


def _writer(contents: bytes) -> Any:  # noqa: ANN401 - as `_pyhanko`
    """Return what appends to a PDF, and leaves what it says of itself as it was.

    Left alone, pyHanko calls a file with a key for P-256 one of PDF 2.0, which no PDF/A-2 is, and
    writes the metadata anew, in a form and with a name of its own.
    """
    writer = _pyhanko("pdf_utils.incremental_writer").IncrementalPdfFileWriter

    def register_extension(self: Any, extension: Any) -> None:  # noqa: ANN401 - as above
        """Register extensions of PDF 1.7 alone: with a later one it is no PDF/A-2."""
        if extension.base_version == "/1.7":
            writer.register_extension(self, extension)

    own = {
        "ensure_output_version": lambda _self, version: version,
        "register_extension": register_extension,
        "_update_meta": lambda _self: None,  # private: a new release may need another way
    }
    return type("Writer", (writer,), own)(BytesIO(contents))


def _pyhanko(module: str) -> Any:  # noqa: ANN401 - pyHanko need not be there to be looked at
    """Return a module of pyHanko.

    Raises:
        SignatureError: It is missing.
    """
    try:
        for name, taken in _ASKING.items():
            sys.modules.setdefault(name, _asking_nobody(name, taken))
        return importlib.import_module(f"pyhanko.{module}")
    except ImportError as error:
        raise SignatureError(
            _("What lets this program seal reports is not installed."),
            _("Save the report without the seal. Your IT service can install it."),
        ) from error


def _asking_nobody(name: str, taken: str) -> ModuleType:
    """Return what pyHanko gets in the place of its module ``name``: with it nobody can be asked."""
    module = ModuleType(name)
    vars(module)[taken] = type(taken, (), {})
    return module


def _contents(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise SignatureError(
            _("The certificate {file} cannot be read: {reason}.").format(
                file=path, reason=reason_of(error)
            ),
            _("See that it is there and that you may open it."),
        ) from error


def _require_pkcs12(contents: bytes, path: Path) -> None:
    """Tell a file of another form from one that the passphrase does not open."""
    form = importlib.import_module("asn1crypto.pkcs12").Pfx
    try:
        is_pkcs12 = form.load(contents, strict=True)["version"].native == "v3"
    except (ValueError, TypeError):
        is_pkcs12 = False
    if not is_pkcs12:
        raise SignatureError(
            _("{file} is not a certificate with its key.").format(file=path),
            _("It must be a file of the form PKCS#12, whose name ends in .p12 or .pfx."),
        )


def _opened(contents: bytes, secret: bytes | None, path: Path) -> tuple[object, x509.Certificate]:
    try:
        key, certificate, _others = pkcs12.load_key_and_certificates(contents, secret)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise SignatureError(
            _("The passphrase does not open {file}, or the file is damaged.").format(file=path),
            _(
                "Type the passphrase of the certificate, not that of the audits. If it is the "
                "right one, export the certificate again."
            ),
        ) from error
    if key is None or certificate is None:
        raise SignatureError(
            _("{file} does not hold both a certificate and its key.").format(file=path),
            _("Export the certificate again, together with its private key."),
        )
    return key, certificate


def _require_fit_key(key: object) -> None:
    is_fit = isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in _CURVES
    if isinstance(key, rsa.RSAPrivateKey):
        is_fit = key.key_size >= SHORTEST_RSA
    if not is_fit:
        raise SignatureError(
            _("The key of this certificate is of a kind that reports are not sealed with."),
            _("Use one with a key for P-256, or for RSA with at least {bits} bits.").format(
                bits=SHORTEST_RSA
            ),
        )


def _require_valid(certificate: x509.Certificate, now: dt.datetime) -> None:
    """Refuse a certificate at the wrong time, or one that is not meant for this."""
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now > last:
        raise SignatureError(
            _("This certificate ended on {when}.").format(when=moment_words(last)),
            _("Ask for a new one. If it has not ended, set the clock of this computer right."),
        )
    if now < first:
        raise SignatureError(
            _("This certificate is valid only from {when}.").format(when=moment_words(first)),
            _("Use another until then. If it is valid, set the clock of this computer right."),
        )
    try:
        use = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return  # it may be used for everything (RFC 5280, 4.2.1.3)
    if not (use.digital_signature or use.content_commitment):
        raise SignatureError(
            _("This certificate is not meant for signatures."),
            _("Use one whose key may make digital signatures."),
        )


def _name_of(certificate: x509.Certificate) -> str:
    """Return whose a certificate is: the name on it, else its whole subject, on one line."""
    names = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    text = str(names[0].value) if names else certificate.subject.rfc4514_string()
    printable = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(printable.split())[:_LONGEST_NAME] or _("a certificate without a name")
