# SPDX-License-Identifier: MPL-2.0
"""Run the commands of ``main.py``; without one, open the window.

Exit codes: 0 done, 1 the input has faults (they are listed), 2 wrong use.
"""

import gc
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, Final

from auditapp import __version__
from auditapp.bootstrap.display import have_display
from auditapp.commands.terminal import OutputLostError, complain, say
from auditapp.errors import AuditAppError, ChecklistInvalidError, reason_of
from auditapp.i18n import LANGUAGES, PSEUDO, _
from auditapp.paths import find_paths

if TYPE_CHECKING:
    import argparse

COMMANDS: Final = (
    "checklist",
    "timescale",
    "audit",
    "round",
    "report",
    "summary",
    "board-pack",
    "data-export",
    "actions",
    "reports-batch",
    "layout",
    "handbook",
    "store",
    "sample-data",
)
"""Each is a module of ``auditapp.commands``, named with ``_`` for a hyphen."""

_WINDOW_OPTIONS: Final = ("--home", "--language")

DEMO_FOLDER: Final = Path("demo-output")

DEMO_ON_SCREEN: Final = "AUDITAPP_DEMO_ON_SCREEN"
"""Names the environment variable that lets the demo be seen, to try a package on a real screen."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out ``argv`` and return the exit code."""
    words = sys.argv[1:] if argv is None else argv
    if _opens_window(words):
        return _show_window(_home_of(words))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # the code page of Windows lacks much
    arguments = _parser().parse_args(words)
    if arguments.command == "demo":
        return _demo(arguments.folder)
    if arguments.command is not None:
        return _run_command(arguments)
    return _show_window(arguments.home)


def _show_window(home: Path | None) -> int:
    if not have_display():
        say(_("No screen was found, so the window cannot open. The demo runs instead:"))
        say(_("the real window, unseen, completes a made-up audit and leaves its report."))
        return _demo(DEMO_FOLDER)
    window = importlib.import_module("ui.app")  # the core must not depend on the window
    return int(window.run(find_paths(home)))


def _opens_window(words: Sequence[str]) -> bool:
    """Tell whether nothing was typed but what the window takes; what is not sure is not.

    The window does not wait then for the parser, nor for the modules of the commands.
    """
    values = iter(words)
    return all(
        word in _WINDOW_OPTIONS
        and (value := next(values, "-"))[:1] not in ("", "-", "~")
        and (word != "--language" or value in (*LANGUAGES, PSEUDO))
        for word in values
    )


def _home_of(words: Sequence[str]) -> Path | None:
    """Return the last home that was typed for the window."""
    homes = [value for word, value in zip(words[::2], words[1::2], strict=True) if word == "--home"]
    return Path(homes[-1]) if homes else None


def _parser() -> "argparse.ArgumentParser":
    """Make the parser. Each command is a module to load."""
    import argparse  # noqa: PLC0415 - the window need not wait for it

    from auditapp.commands.conventions import home_argument  # noqa: PLC0415 - as above

    parser = argparse.ArgumentParser(
        prog=_program_name(),
        description=_("Audit children’s case files. Without a command the window opens."),
    )
    parser.add_argument("--version", action="version", version=f"Case File Audit {__version__}")
    parser.add_argument(
        "--home",
        type=home_argument,
        default=None,
        metavar="DIR",
        help=_("the folder that holds the audits, in place of the usual one"),
    )
    # What it says was taken up before this module was loaded: see auditapp.language.
    parser.add_argument(
        "--language",
        choices=[*LANGUAGES, PSEUDO],
        default=None,
        metavar="CODE",
        help=_("the language to use: {codes}").format(codes=", ".join(LANGUAGES)),
    )
    parser.set_defaults(command=None)
    _add_commands(parser)
    return parser


def _add_commands(parser: "argparse.ArgumentParser") -> None:
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    demo = subparsers.add_parser("demo", help=_("work through a made-up audit; leave its report"))
    demo.add_argument("folder", type=Path, nargs="?", default=DEMO_FOLDER, metavar="DIR")
    for name in COMMANDS:
        _module_of(name).add_parser(subparsers)


def _program_name() -> str:
    """Return what was typed to get here: a packaged program has no ``main.py``."""
    return Path(sys.executable).name if getattr(sys, "frozen", False) else "main.py"


def _module_of(command: str) -> Any:  # noqa: ANN401 - a module has no type of its own
    return importlib.import_module(f"auditapp.commands.{command.replace('-', '_')}")


def _run_command(arguments: "argparse.Namespace") -> int:
    # Commands need it, and the window need not wait for it.
    from auditapp.commands import conventions  # noqa: PLC0415

    module = _module_of(arguments.command)
    gc.enable()  # the start turned it off
    try:
        code = int(module.run(arguments, say))
    except BrokenPipeError:
        return _end_unread()
    except KeyboardInterrupt:
        complain(_("Stopped."))
        return conventions.FAULTS
    except Exception as error:  # noqa: BLE001 - the last resort, see _sentences
        for line in _sentences(error):
            complain(line)
        is_wrong_use = isinstance(error, conventions.WrongUseError)
        return conventions.WRONG_USE if is_wrong_use else conventions.FAULTS
    return code


def _end_unread() -> int:
    """End well: who reads the output wants no more of it, as in "| head"."""
    from auditapp.commands import conventions  # noqa: PLC0415 - as above

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor Python's own farewell
    return conventions.DONE


def _sentences(error: Exception) -> list[str]:
    """Put an error into words; of one of our own making, without its text.

    That text, and the values in a traceback, could be words from a case.
    """
    if isinstance(error, AuditAppError):
        faults = error.faults if isinstance(error, ChecklistInvalidError) else ()
        return [f"{error} {error.remedy}".rstrip(), *map(str, faults)]
    if isinstance(error, OSError):
        return [_refusal(error)]
    place = extract_tb(error.__traceback__)[-1]
    details = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
    return [
        _("Something unexpected went wrong ({details}).").format(details=details),
        _("What was saved before is safe. If it happens again, pass these words on."),
    ]


def _refusal(error: OSError) -> str:
    """Say what the computer refused, of which file as far as that is known, and what to do."""
    reason = reason_of(error)
    if not isinstance(error.filename, str):
        return _("This computer refused a file operation: {reason}.").format(reason=reason)
    file = Path(error.filename)
    # The name of a file that was to take the place of another is nobody's.
    place = file.parent if file.suffix == ".tmp" else file
    words = _("This computer refused a file operation with {file}: {reason}.")
    remedy = _("See that it is there, that you may use it and that the disk has room.")
    return f"{words.format(file=place, reason=reason)} {remedy}"


def _demo(folder: Path) -> int:
    """Drive the real window through one audit: off screen, unless the variable asks to see it."""
    if not os.environ.get(DEMO_ON_SCREEN):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false;default.warning=false"
    from auditapp.commands import conventions  # noqa: PLC0415 - as in _run_command

    demo = importlib.import_module("ui.demo")
    try:
        return int(demo.run(folder, say))
    except BrokenPipeError:
        return _end_unread()
    except OutputLostError as error:
        complain(f"{error} {error.remedy}")
        return conventions.FAULTS
    except OSError as error:
        reason = reason_of(error)
        words = _("The demo cannot leave its report in {folder}: {reason}.")
        remedy = _("Name another folder, for example: {command}.")
        example = f"{_program_name()} demo {Path.home() / DEMO_FOLDER}"
        complain(f"{words.format(folder=folder, reason=reason)} {remedy.format(command=example)}")
        return conventions.WRONG_USE
