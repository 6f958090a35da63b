# SPDX-License-Identifier: MPL-2.0
"""Keep audits encrypted on the disk, whole after any crash, and noticed when changed from outside.

One workspace is one folder::

    store.key, store.key.bak   the data key, wrapped by the passphrase and by the recovery key
    lock                       held by the one process that has the workspace open
    in-use                     exists while the catalogue on the disk may be behind the audits
    reserve                    ballast that is given back when the disk is full
    catalogue.seal, .prev      which audits there are, and their rows of the list
    draft-front.seal, .prev    the front sheet of an audit that is not started yet, if there is one
    log-<number>.seal, .prev   pages of the logbook: what happened to the workspace as a whole
    ledger-<32 hex>.seal, .prev    a round, or the registers: what belongs to no single audit
    statistics-<32 hex>.seal   the figures of an audit that was erased
    audits/<32 hex>.seal       one audit
    audits/<32 hex>.prev       the same audit, one save earlier
    *.damaged-<n>              a damaged file, kept for a specialist

The store deals in plain dicts; the models live above it. Nothing here is safe to call from two
threads at once: saves belong in one worker thread.
"""
