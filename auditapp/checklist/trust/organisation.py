# SPDX-License-Identifier: MPL-2.0
"""Read the file in which an organisation says whose checklists it trusts, and what it settles.

An administrator writes it for everybody on a computer (``AppPaths.organisation``); no checklist and
nothing in the window changes it. YAML or JSON, explained in docs/checklist-trust.md.
"""

import datetime as dt
import re
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from auditapp.checklist.faults import Fault
from auditapp.checklist.field_types import IsoDate, Text, refusal
from auditapp.checklist.file_kinds import OTHER
from auditapp.checklist.model_faults import model_faults
from auditapp.checklist.trust.minisign import PublicKey
from auditapp.checklist.trust.settled import SettledSettings
from auditapp.checklist.yaml_reader import MAX_BYTES, read
from auditapp.errors import ChecklistInvalidError, OrganisationFileError, SignatureError, reason_of
from auditapp.files import read_start
from auditapp.i18n import _
from auditapp.model.frozen import Frozen
from auditapp.model.ids import ChecklistId

FORMAT: Final = "organisation/1"

_KEY_DIGITS: Final = 16
_LAYOUT_NAME: Final = re.compile(r"[^/\\:]+\.(yaml|yml|json)")
_ID_PATTERN: Final = re.compile(r"[a-z0-9*][a-z0-9*-]{0,63}")


def _public_key(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        PublicKey.parse(value)
    except SignatureError as error:
        raise refusal(str(error), error.remedy) from None
    return value.split()[-1]


def _key_id(value: object) -> object:
    """Return an id with all its digits, however spaced: minisign leaves zeros at the front out."""
    text = "".join(str(value).upper().split()) if isinstance(value, (str, int)) else ""
    if not text or len(text) > _KEY_DIGITS or set(text) - set("0123456789ABCDEF"):
        raise refusal(
            _("This is not the id of a key."),
            _("Write the up to 16 digits and letters A to F that stand in the file of the key."),
        )
    return text.zfill(_KEY_DIGITS)


def _id_pattern(text: str) -> str:
    if not _ID_PATTERN.fullmatch(text):
        raise refusal(
            _("No checklist can have the id '{text}'.").format(text=text[:40]),
            _("Use small letters, digits and hyphens, and * for anything."),
        )
    return text


def _layout_name(text: str) -> str:
    if not _LAYOUT_NAME.fullmatch(text):
        raise refusal(
            _("'{text}' is not the name of a layout beside this file.").format(text=text[:40]),
            _("Write the name alone, without a folder, such as council.yaml."),
        )
    return text


KeyLine = Annotated[str, BeforeValidator(_public_key)]
KeyId = Annotated[str, BeforeValidator(_key_id)]
LayoutName = Annotated[str, AfterValidator(_layout_name)]
IdPattern = Annotated[str, AfterValidator(_id_pattern)]
"""A checklist id, in which ``*`` stands for any characters or none."""


class TrustedPublisher(Frozen):
    """Name somebody whose signature is trusted, for which checklists, and up to which day."""

    name: Text
    key: KeyLine
    may_sign: Annotated[tuple[IdPattern, ...], Field(min_length=1)]
    until: IsoDate | None = None

    @property
    def public_key(self) -> PublicKey:
        """Return the key that verifies the signatures."""
        return PublicKey.parse(self.key)

    def covers(self, checklist_id: ChecklistId) -> bool:
        """Tell whether the publisher may sign this checklist."""
        return any(fnmatchcase(checklist_id, pattern) for pattern in self.may_sign)

    def is_trusted_on(self, day: dt.date) -> bool:
        """Tell whether what is loaded on ``day`` may rest on the key; ``until`` is the last day."""
        return self.until is None or day <= self.until


class Organisation(Frozen):
    """Hold whose checklists are trusted, which keys no more, and what is settled for everybody.

    ``layout`` names a file beside this one.
    """

    format: Literal["organisation/1"] = Field(default=FORMAT, alias="schema")
    publishers: tuple[TrustedPublisher, ...] = ()
    revoked: tuple[KeyId, ...] = ()
    settings: SettledSettings = SettledSettings()
    layout: LayoutName | None = None

    @model_validator(mode="after")
    def _names_each_key_once(self) -> Self:
        counts = Counter(publisher.public_key.name for publisher in self.publishers)
        for name, count in counts.items():
            if count > 1:
                raise refusal(
                    _("The key {name} stands here more than once.").format(name=name),
                    _("Give each publisher a key of its own, with all its checklists."),
                )
        return self

    def publisher(self, key_name: str) -> TrustedPublisher | None:
        """Return who signs with the key of this id; None when the organisation knows nobody."""
        named = (each for each in self.publishers if each.public_key.name == key_name)
        return next(named, None)


NOBODY: Final = Organisation()
"""Trusts nobody's signature: how it is without a file."""


def load_organisation(path: Path | None) -> Organisation:
    """Read the file of the organisation; without one it trusts nobody's signature.

    Raises:
        OrganisationFileError: It cannot be read, or has faults. Then nobody knows which keys were
            revoked, so nothing that is signed may be loaded.
    """
    if path is None:
        return NOBODY
    try:
        data = read_start(path, MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return NOBODY
    except OSError as error:
        reason = reason_of(error)
        fault = Fault(path.name, 1, 1, _("It cannot be opened: {reason}.").format(reason=reason))
        raise _invalid(path.name, (fault,)) from error
    return read_organisation(data, path.name)


def read_organisation(data: bytes, name: str) -> Organisation:
    """Return what ``data``, the bytes of the file ``name``, say.

    Raises:
        OrganisationFileError: They have faults; ``faults`` holds each with its place.
    """
    try:
        plain, lines = read(data, name, purpose=OTHER)
        return Organisation.model_validate(plain)
    except ValidationError as error:
        found = model_faults(Organisation, error, plain)
        raise _invalid(name, tuple(sorted(each.in_file(name, lines) for each in found))) from None
    except ChecklistInvalidError as error:
        raise _invalid(name, error.faults) from None


def _invalid(name: str, faults: tuple[object, ...]) -> OrganisationFileError:
    return OrganisationFileError(
        _("The file of your organisation, {name}, cannot be used.").format(name=name),
        faults,
        _(
            "Ask whoever looks after this computer to correct it. Until then only the checklists "
            "that came with the program can be used for new audits."
        ),
    )
