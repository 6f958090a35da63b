# SPDX-License-Identifier: MPL-2.0
"""Keep the front sheet that is being filled in for an audit that has not been started yet."""

import json
from collections.abc import Mapping
from typing import Any

from auditapp.errors import AuditDamagedError, AuditNotFoundError
from auditapp.i18n import _
from auditapp.store import refusals
from auditapp.store.vault import Vault

_SCHEMA = 1


class DraftFront:
    """Hold what was typed, field by field, whether it makes sense yet or not. There is one at most.

    It lies beside the audits, sealed as they are, and is no audit: it has no history.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(self, fields: Mapping[str, Any]) -> None:
        """Make ``fields``, which JSON can hold, durable in the place of those kept before.

        Raises:
            SaveFailedError: The system refused it; the ones kept before are still there.
        """
        # Not orjson, which refuses half a pair of characters: one may be on its way.
        body = json.dumps({"schema": _SCHEMA, "fields": dict(fields)}).encode()
        self._vault.save(self._vault.draft_front, 1, b"{}", body)

    def read(self) -> dict[str, Any] | None:
        """Return the fields as they were kept; None when there are none.

        Raises:
            AuditDamagedError: They cannot be read. Their file was set aside.
            SchemaTooNewError: A newer version of this program wrote them.
            SaveFailedError: A damaged file could not be set aside.
        """
        try:
            loaded = self._vault.load(self._vault.draft_front)
        except AuditNotFoundError:
            return None
        except AuditDamagedError:
            self._vault.set_aside(self._vault.draft_front)
            raise AuditDamagedError(
                _("The front sheet that you had begun is damaged and cannot be read."),
                _("Please fill it in again. The damaged file has been kept."),
            ) from None
        held: dict[str, Any] = json.loads(loaded.body)
        if held["schema"] > _SCHEMA:
            raise refusals.too_new()
        fields: dict[str, Any] = held["fields"]
        return fields

    def drop(self) -> None:
        """Forget the fields for good.

        Raises:
            SaveFailedError: The system refused it; they may still be there.
        """
        self._vault.delete(self._vault.draft_front)
