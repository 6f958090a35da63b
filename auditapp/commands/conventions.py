# SPDX-License-Identifier: MPL-2.0
"""Hold what the commands have in common: their exit codes, types and one error."""

from collections.abc import Callable
from typing import Any, Final

from auditapp.errors import AuditAppError

DONE: Final = 0
FAULTS: Final = 1
WRONG_USE: Final = 2

Say = Callable[[str], object]
Subparsers = Any  # argparse does not publish the type of what add_subparsers returns


class WrongUseError(AuditAppError):
    """Refuse what was typed after the command; it ends with ``WRONG_USE``."""
