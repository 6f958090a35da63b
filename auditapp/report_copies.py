# SPDX-License-Identifier: MPL-2.0
"""Put a report under the password that a copy of it goes out with."""

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.report_format import ReportFormat
from auditapp.report_orders import ReportCopy
from auditapp.report_passwords import require_fit_password


def require_fit(copy: ReportCopy, name: str) -> None:
    """Refuse a password that will not do before anything is made, and one of what has none.

    Raises:
        NotAllowedError: The password of ``copy`` will not do; ``name`` is the person's own.
    """
    if not copy.password:
        return
    if copy.format is not ReportFormat.PDF:
        raise NotAllowedError(
            _("Only a PDF can be encrypted."), _("Save it as PDF, or without a password.")
        )
    require_fit_password(copy.password, name)


def encrypted(contents: bytes, copy: ReportCopy) -> bytes:
    """Return the file as it goes out: under its password, if it has one."""
    if not copy.password:
        return contents
    from auditapp.report.encryption import encrypt  # noqa: PLC0415 - loads pikepdf

    return encrypt(contents, copy.password)
