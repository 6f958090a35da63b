# SPDX-License-Identifier: MPL-2.0
"""Decide which language the program speaks, before the rest of it is loaded.

Of the program, nothing but ``paths`` and ``i18n`` may be imported here: what comes after is put
into words as it is loaded.
"""

import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from auditapp import i18n
from auditapp.paths import find_paths

VARIABLE: Final = "AUDITAPP_LANGUAGE"
_OPTION: Final = "--language"
_WELSH_OF_WINDOWS: Final = 0x52
"""The primary language identifier of Welsh (Windows, "Language Identifier Constants")."""


def take_up(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Take the language into use that is wanted, and return it.

    That is, in this order: the one named by ``--language``, by the variable ``AUDITAPP_LANGUAGE``,
    by the settings, and by the computer.
    """
    i18n.use(wanted(argv, environment))
    return i18n.language()


def wanted(argv: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that somebody asked for; English if there is no other."""
    asked = _after(argv, _OPTION) or environment.get(VARIABLE, "") or _of_settings(argv)
    if asked in (*i18n.LANGUAGES, i18n.PSEUDO):
        return asked
    return of_computer(environment)


def of_computer(environment: Mapping[str, str]) -> str:
    """Return the language of the computer, if the program speaks it; else English."""
    if sys.platform == "win32":  # pragma: no cover - tested on Windows only
        import ctypes  # noqa: PLC0415 - there, it is loaded anyway

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return i18n.WELSH if number & 0x3FF == _WELSH_OF_WINDOWS else i18n.ENGLISH
    # The first that is set decides, as in gettext; of the first, several in the order of liking.
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    liked = next((environment[name] for name in names if environment.get(name)), "")
    codes = (re.split("[_.@]", each)[0] for each in liked.split(":"))
    return next((code for code in codes if code in i18n.LANGUAGES), i18n.ENGLISH)


def _of_settings(argv: Sequence[str]) -> str:
    """Return what the settings say; empty if they say nothing, or cannot be read.

    The window reads them again later, and says then what is wrong with them.
    """
    home = _after(argv, "--home")
    try:
        paths = find_paths(Path(home).expanduser() if home else None)
        held = json.loads(paths.settings.read_bytes())
    except (OSError, ValueError, RuntimeError):
        return ""
    return str(held.get("language", "")) if isinstance(held, dict) else ""


def _after(argv: Sequence[str], option: str) -> str:
    """Return the value of an option, written as ``--option value`` or ``--option=value``."""
    for place, word in enumerate(argv):
        if word == option:
            return next((value for value in argv[place + 1 :][:1] if value[:1] != "-"), "")
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return ""
