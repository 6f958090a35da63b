# SPDX-License-Identifier: MPL-2.0
"""Write what the program itself never writes, with the key and below every rule of the store."""

import orjson


def forge(workspace, audit_id, change):
    """Have ``change`` alter the tables of an audit, and seal them as if nothing had happened."""
    workspace.close_audit(audit_id)
    vault = workspace._vault
    place = vault.place_of(audit_id)
    loaded = vault.load(place)
    tables = orjson.loads(loaded.body)
    change(tables)
    body = orjson.dumps(tables)
    vault.save(place, loaded.header.generation + 1, loaded.summary, body)
