# SPDX-License-Identifier: MPL-2.0
"""Start Case File Audit: ``python3 main.py``; the first start sets up what it needs.

The lines above the imports are read by any Python since 2.7, so that an old one can say so.
"""

import gc
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is what this line is for
    sys.exit(
        "Case File Audit needs Python 3.11 or newer; this is %d.%d.\n"
        "Start it with a newer Python, for example: python3.11 main.py" % sys.version_info[:2]
    )

from auditapp import bootstrap  # an older Python cannot load it


def start(argv: list[str]) -> int:
    """Set up what is missing, carry out ``argv`` and return the exit code."""
    try:
        return carry_out(argv)
    except KeyboardInterrupt:  # while the program loads; a command says so in the user's language
        sys.stderr.write("Stopped.\n")
        return 1


def carry_out(argv: list[str]) -> int:
    """Do what `start` does, and let it be interrupted."""
    if getattr(sys, "frozen", False):  # a packaged program starts its helpers as itself
        from multiprocessing import freeze_support  # noqa: PLC0415 - only there

        freeze_support()  # a helper does its work in there, clears up after itself, and ends
    gc.disable()  # what is loaded is no garbage; a command and the window see to theirs themselves
    bootstrap.ensure("run")
    try:
        # From now on an error that ends nowhere is told by its place: its text may be of a case.
        from auditapp.last_resort import take_hooks  # noqa: PLC0415

        take_hooks()
        # Only now are their packages there; and the language is taken up before anything in words.
        from auditapp.language import take_up  # noqa: PLC0415

        take_up(argv)
        from auditapp.cli import main  # noqa: PLC0415

        return main(argv)
    except ModuleNotFoundError as error:
        bootstrap.require_packages(error)
        raise


if __name__ == "__main__":
    raise SystemExit(start(sys.argv[1:]))
