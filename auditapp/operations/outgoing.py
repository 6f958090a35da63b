# SPDX-License-Identifier: MPL-2.0
"""Look at what a report would take out of the program, before it goes out.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from importlib.util import find_spec

from auditapp.exports.orders import SealFile
from auditapp.operations.choosing import ChoosingOperations


class OutgoingOperations(ChoosingOperations):
    """Tell what is in the reports that somebody wants to pass on, and what protects them."""

    def can_seal(self) -> bool:
        """Tell whether this computer has what seals reports with a certificate."""
        return find_spec("pyhanko") is not None

    def check_seal(self, seal: SealFile) -> str:
        """Open a certificate as for a report that goes out now; return whose it is.

        Raises:
            SignatureError: Nothing can be sealed with it; the sentence says why.
        """
        from auditapp.report.seal import open_seal  # noqa: PLC0415 - loads cryptography

        return open_seal(seal.path, seal.passphrase, self.clock()).name
