# SPDX-License-Identifier: MPL-2.0
"""Make a workspace with many audits, one of which has many questions, all answered."""

from contextlib import closing
from pathlib import Path

from auditapp.model.ids import AuditId
from auditapp.paths import AppPaths
from auditapp.store.vault import Vault
from auditapp.workspace import Workspace
from tests.benchmarks.bench_store import put_small_audits
from tests.benchmarks.long_audit import answer_everything, write_library
from tests.making import PASSPHRASE, WEAK, start_audit


def make_full_home(folder: Path, audits: int, sections: int) -> tuple[AppPaths, AuditId]:
    """Make one in ``folder`` and lock it; return where it is, and which is the long audit."""
    paths = AppPaths(home=folder / "home", checklists=folder / "checklists")
    write_library(paths.checklists, sections)
    Workspace.create(paths, PASSPHRASE, strength=WEAK)[0].close()
    with closing(Vault.unlock(paths.store, PASSPHRASE, WEAK)) as vault:
        put_small_audits(vault, audits)
    with closing(Workspace.unlock(paths, PASSPHRASE, strength=WEAK)) as workspace:
        audit_id = start_audit(workspace, "long", case_reference="HX-LONG")
        answer_everything(workspace, audit_id)
    return paths, audit_id
