# SPDX-License-Identifier: MPL-2.0
"""Print lines for the person at the terminal, and nothing that the terminal would act on."""

import errno
import re
import sys
from contextlib import suppress
from typing import Final

from auditapp.errors import AuditAppError, reason_of
from auditapp.i18n import _

_ACTED_ON: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal acts on instead of showing it; words from a case may hold anything."""


class OutputLostError(AuditAppError):
    """Tell that a line of output could not be written where the output goes."""


def require_output() -> None:
    """Refuse to make a recovery key where there is no place to show it.

    Raises:
        OutputLostError: There is none: the program has neither a terminal nor a file to print to.
    """
    if sys.stdout is None:
        raise OutputLostError(
            _("There is no output in which the recovery key could be shown."),
            _("Nothing was changed. Run the command in a terminal."),
        )


def say(line: str) -> None:
    """Print one line of output; nowhere, where there is no place for output.

    Raises:
        BrokenPipeError: Who reads the output wants no more of it.
        OutputLostError: It could not be written.
    """
    # At once: another program that reads it would else wait until there is more, or the end.
    try:
        print(_ACTED_ON.sub("\ufffd", line), flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno == errno.EINVAL:  # Windows may say so of a reader (python/cpython 79935)
            raise BrokenPipeError from error
        raise OutputLostError(
            _("The output of this command could not be written: {reason}.").format(
                reason=reason_of(error)
            ),
            _("Its work may be done all the same: look before you repeat it."),
        ) from error


def complain(line: str) -> None:
    """Print one line about what went wrong, where it does not mix with the output, or nowhere."""
    if sys.stderr is not None:  # for None, print takes the output
        with suppress(OSError):  # nobody is left to be told, and the exit code is to be true
            print(_ACTED_ON.sub("\ufffd", line), file=sys.stderr)
