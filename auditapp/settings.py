# SPDX-License-Identifier: MPL-2.0
"""Keep the preferences of one person: how the window looks, and a few words for the reports.

They lie in clear text, so nothing about a case may ever become a setting. They are a plain
dataclass and not a pydantic model, because the window needs them before it is first painted.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from auditapp.errors import AuditAppError
from auditapp.files import make_private_folder, read_bytes, rename, write_atomically
from auditapp.i18n import LANGUAGES, _

SCHEMA_VERSION: Final = 1
THEMES: Final = ("system", "light", "dark")
CONTRASTS: Final = ("system", "usual", "more")
MARKINGS: Final = ("OFFICIAL-SENSITIVE", "OFFICIAL", "")


class SettingsDamagedError(AuditAppError):
    """Say that the settings could not be read; they were set aside, or are still there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold the preferences. ``idle_minutes`` is the time without a touch before the window locks.

    ``theme`` and ``contrast`` may follow the computer. ``less_movement`` keeps still what moves by
    itself: no system tells Qt of that wish.

    ``reference_pattern`` is what a case reference must match in full, a pattern such as checklists
    hold (``auditapp.checklist.patterns``); empty allows any.
    ``local_standards`` maps the id of a timescale rule to its switch and number, ``local_names``
    the id of a placeholder in checklists to the council's own name for it.
    ``backup_days`` is the time after which a new backup is reminded of, 0 for never;
    ``backup_quiet_day`` the day, as ``2026-11-21``, on which the person wants no reminder.
    ``keep_months`` is how long an audit is kept before it is listed as due for deletion; 0, which
    is where everybody starts, lists none: there is no national figure, and a council sets its own.
    ``agreement_target`` is the share of second readings, in per cent, that ought to come to the
    same grade (``hull-2015 para 130``).
    ``shortcuts`` maps the id of a command to the keys that it has in place of its usual ones.
    ``is_shown_round`` says that the guided start was offered and answered.
    ``language`` is a key of ``LANGUAGES``; empty means that of the computer.
    """

    theme: str = "system"
    contrast: str = "system"
    less_movement: bool = False
    text_scale: float = 1.0
    idle_minutes: int = 10
    auditor: str = ""
    organisation: str = ""
    marking: str = MARKINGS[0]
    reference_pattern: str = ""
    local_standards: dict[str, dict[str, Any]] | None = None
    local_names: dict[str, str] | None = None
    backup_days: int = 7
    backup_quiet_day: str = ""
    keep_months: int = 0
    agreement_target: int = 85
    language: str = ""
    shortcuts: dict[str, list[str]] | None = None
    is_shown_round: bool = False

    def with_changes(self, **changes: Any) -> "Settings":  # noqa: ANN401 - as dataclasses.replace
        """Return the settings with ``changes``, each brought within its limits."""
        return replace(self, **{name: _LIMITS[name](value) for name, value in changes.items()})

    def under(self, settled: Mapping[str, Any]) -> "Settings":
        """Return the settings with what an organisation has settled, by name, in their place.

        Of ``idle_minutes`` it settles the most; what is held by name is settled name by name.
        """
        changes = dict(settled)
        if "idle_minutes" in changes:
            changes["idle_minutes"] = min(self.idle_minutes, changes["idle_minutes"])
        for name in ("local_standards", "local_names"):
            if name in changes:
                changes[name] = (getattr(self, name) or {}) | changes[name]
        return self.with_changes(**changes) if changes else self


def _theme(value: object) -> str:
    return str(value) if value in THEMES else THEMES[0]


def _contrast(value: object) -> str:
    return str(value) if value in CONTRASTS else CONTRASTS[0]


def _language(value: object) -> str:
    return str(value) if value in tuple(LANGUAGES) else ""  # a list is in no dictionary


def _text_scale(value: Any) -> float:  # noqa: ANN401 - whatever the file holds
    return min(2.0, max(1.0, round(float(value), 2)))


def _idle_minutes(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    return min(120, max(1, int(value)))


def _backup_days(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    return min(365, max(0, int(value)))


def _keep_months(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    return min(1200, max(0, int(value)))


def _agreement_target(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    return min(100, max(1, int(value)))


def _pattern(value: object) -> str:
    text = str(value)[:200]
    if not text:
        return ""
    from auditapp.checklist.patterns import (  # noqa: PLC0415 - few have one, and the start waits
        PatternError,
        check_pattern,
    )

    try:
        check_pattern(text)
    except PatternError:
        return ""
    return text


def _words(value: object) -> str:
    return str(value)[:200].strip()


def _standards(value: object) -> dict[str, dict[str, Any]]:
    held = value if isinstance(value, dict) else {}
    return {str(rule): dict(choice) for rule, choice in held.items() if isinstance(choice, dict)}


def _names(value: object) -> dict[str, str]:
    held = value if isinstance(value, dict) else {}
    return {str(name): _words(words) for name, words in held.items() if _words(words)}


def _shortcuts(value: object) -> dict[str, list[str]] | None:
    if not isinstance(value, dict):
        return None
    return {
        _words(name): [_words(key) for key in keys[:4]]
        for name, keys in value.items()
        if isinstance(keys, list)
    }


_LIMITS: Final[dict[str, Any]] = {
    "theme": _theme,
    "contrast": _contrast,
    "less_movement": bool,
    "text_scale": _text_scale,
    "idle_minutes": _idle_minutes,
    "auditor": _words,
    "organisation": _words,
    "marking": _words,
    "reference_pattern": _pattern,
    "local_standards": _standards,
    "local_names": _names,
    "backup_days": _backup_days,
    "backup_quiet_day": _words,
    "keep_months": _keep_months,
    "agreement_target": _agreement_target,
    "language": _language,
    "shortcuts": _shortcuts,
    "is_shown_round": bool,
}


def load(path: Path) -> Settings:
    """Read the settings; those of a new person when there is no file.

    Raises:
        SettingsDamagedError: The file cannot be used. It was renamed where that is possible, and
            never overwritten.
    """
    try:
        return _read(path)[0]
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsDamagedError(
            _("Your settings could not be read, so the usual ones are in use."),
            _("Check that you may read and write the folder {folder}.").format(folder=path.parent),
        ) from error


def require_none_aside(path: Path) -> None:
    """Refuse to take the usual settings for those of a new person, where others were set aside.

    Raises:
        SettingsDamagedError: They were set aside, and no others were made since.
    """
    found = [] if path.exists() else list(path.parent.glob(_aside(path, "*").name))
    if found:
        newest = max(found, key=lambda each: each.stat().st_mtime)
        raise SettingsDamagedError(
            _("Your settings could not be read, so the usual ones are in use."),
            _(
                "The old file was kept as {name}. Mend it and give it the name {usual} again, or "
                "choose the settings anew in the window."
            ).format(name=newest.name, usual=path.name),
        )


def save(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all, and what a newer version has beside them.

    Raises:
        SettingsDamagedError: There is a file that can be neither read nor renamed. It is left as
            it is.
        OSError: They cannot be written.
    """
    beside = _held_beside(path)
    make_private_folder(path.parent)
    held = {**beside, "schema_version": SCHEMA_VERSION, **asdict(settings)}
    write_atomically(path, json.dumps(held, indent=1).encode())


def _read(path: Path) -> tuple[Settings, dict[str, Any]]:
    """Return the settings, and what else is in the file."""
    data = read_bytes(path)
    try:
        held = json.loads(data)
        known = {field.name for field in fields(Settings)} & held.keys()
        settings = Settings().with_changes(**{name: held.pop(name) for name in known})
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        aside = _set_aside(path)
        raise SettingsDamagedError(
            _("Your settings could not be read, so the usual ones are in use."),
            _("The old file was kept as {name}.").format(name=aside.name),
        ) from error
    return settings, held


def _held_beside(path: Path) -> dict[str, Any]:
    """Return what is in the file beside our settings; one without sense in it is renamed.

    A file that is there and cannot be read is refused.
    """
    try:
        with suppress(FileNotFoundError, NotADirectoryError, SettingsDamagedError):
            return _read(path)[1]
    except OSError as error:
        raise SettingsDamagedError(
            _("Your settings could not be saved: the file that is there cannot be read."),
            _(
                "It was not replaced, so that nothing in it is lost. Check that you may read and "
                "write the folder {folder}. Until you close the window, your change holds."
            ).format(folder=path.parent),
        ) from error
    return {}


def _set_aside(path: Path) -> Path:
    """Rename an unreadable file to the first free name beside it, and return that name."""
    number = 1
    while (aside := _aside(path, number)).exists():
        number += 1
    rename(path, aside)
    return aside


def _aside(path: Path, number: object) -> Path:
    return path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")
