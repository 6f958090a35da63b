# SPDX-License-Identifier: MPL-2.0
"""Leave a mark while audits are open, by which the next start sees that they were never closed.

The mark and the file of a crash lie in clear text: nothing about a case is ever in them.
"""

import datetime as dt
import faulthandler
import json
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper

from auditapp.files import write_atomically
from auditapp.paths import AppPaths


@dataclass(frozen=True, slots=True)
class LeftRun:
    """Tell of a run of the program that was not closed.

    ``began`` is when the audits were unlocked; ``crash`` what Python wrote about its own end, empty
    where it had no time to, as when the power fails.
    """

    began: dt.datetime
    crash: str = ""


class RunMark:
    """The mark of one workspace, for the process that holds its lock."""

    def __init__(self, paths: AppPaths) -> None:
        self._mark = paths.home / "open-since.json"
        self._crash = paths.home / "crash.txt"
        self._file: TextIOWrapper | None = None

    def begin(self, now: dt.datetime) -> LeftRun | None:
        """Leave the mark, and return what a mark from before tells.

        A disk that does not take it stops nobody: the next start then has nothing to tell.
        """
        left = self._left()
        with suppress(OSError):
            write_atomically(self._mark, json.dumps({"began": now.isoformat()}).encode())
            self._catch_crash()
        return left

    def end(self) -> None:
        """Take the mark away: the audits are closed."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
        for path in (self._mark, self._crash):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _left(self) -> LeftRun | None:
        try:
            began = dt.datetime.fromisoformat(json.loads(self._mark.read_bytes())["began"])
            crash = self._crash.read_text("utf-8", "replace") if self._crash.exists() else ""
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return LeftRun(began, crash) if began.tzinfo is not None else None

    def _catch_crash(self) -> None:
        """Have Python write where it was when it is brought down, unless that goes elsewhere."""
        if not faulthandler.is_enabled():
            self._file = self._crash.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
