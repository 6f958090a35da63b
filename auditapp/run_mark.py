# SPDX-License-Identifier: MPL-2.0
"""Leave a mark while audits are open, by which the next start sees that they were never closed.

The mark and the file of a crash lie in clear text: nothing about a case is ever in them.
"""

import datetime as dt
import faulthandler
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Any

from auditapp.files import read_bytes, remove, write_atomically
from auditapp.model.ids import AuditId
from auditapp.paths import AppPaths


@dataclass(frozen=True, slots=True)
class LeftRun:
    """Tell of a run of the program that was not closed.

    ``began`` is when the audits were unlocked; ``crash`` what Python wrote about its own end, empty
    where it had no time to, as when the power fails. ``generations`` counts the saves that each
    audit had by then; None in a mark of an older version of the program.
    """

    began: dt.datetime
    crash: str = ""
    generations: Mapping[AuditId, int] | None = None


class RunMark:
    """The mark of one workspace, for the process that holds its lock."""

    def __init__(self, paths: AppPaths) -> None:
        self._mark = paths.home / "open-since.json"
        self._crash = paths.home / "crash.txt"
        self._file: TextIOWrapper | None = None

    def begin(self, now: dt.datetime, generations: Mapping[AuditId, int]) -> LeftRun | None:
        """Leave the mark, and return what a mark from before tells.

        A disk that does not take it stops nobody: the next start then has nothing to tell. The
        ``generations`` are the saves of each audit; the clock may be set while they are open, and
        then no time tells which of them were changed.
        """
        left = self._left()
        held = {"began": now.isoformat(), "generations": dict(generations)}
        with suppress(OSError):
            write_atomically(self._mark, json.dumps(held).encode())
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
                remove(path, missing_ok=True)

    def _left(self) -> LeftRun | None:
        try:
            held = json.loads(read_bytes(self._mark))
            began = dt.datetime.fromisoformat(held["began"])
            crash = self._crash.read_text("utf-8", "replace") if self._crash.exists() else ""
        except (OSError, ValueError, LookupError, TypeError):
            return None
        if began.tzinfo is None:
            return None
        return LeftRun(began, crash, _generations(held.get("generations")))

    def _catch_crash(self) -> None:
        """Have Python write where it was when it is brought down, unless that goes elsewhere."""
        if not faulthandler.is_enabled():
            self._file = self._crash.open("w", encoding="utf-8")
            faulthandler.enable(self._file)


def _generations(held: Any) -> dict[AuditId, int] | None:  # noqa: ANN401 - whatever is in the file
    if not isinstance(held, dict) or not all(isinstance(each, int) for each in held.values()):
        return None
    return {AuditId(audit_id): count for audit_id, count in held.items()}
