# SPDX-License-Identifier: MPL-2.0
"""The store of somebody who has everything that a screen or a dialog of the walk is about."""

import datetime as dt

from auditapp.model.edits import Author
from auditapp.paths import PROGRAM
from tests.auditapp.exchange.desks import KEY, OTHER, Desk
from tests.making import Clock, start_audit
from tests.ui.checklists.loading.conftest import CHANGES
from tests.ui.insights.conftest import fill
from tests.ui.moderation.conftest import read_again, read_first, read_second
from tests.working_rounds import begin_round, draw_listed, share_out

DRAFT, SIGNED, AMENDED = "HX-9", "HX-1", "HX-2"
"""What audits are known by: one with a concern, a signed one, and one with an open amendment."""

TWO_VERSIONS, READ_TWICE, READ_AGAIN = "HX-20", "HX-30", "HX-40"
"""An audit that two people changed, one with a second reading, and one audited again later."""

LATER = Clock(dt.datetime(2027, 2, 1, 9, 30, tzinfo=dt.UTC))
"""The time of the walk: after everything in the store."""

REVISION = "visits-new.yaml"
"""A newer checklist of visits, beside the store, that is not signed."""


def fill_store(folder):
    """Make the store of Ana in ``folder``, which is not there yet, and Ben's beside it."""
    ana = Desk(folder, "Ana")
    ben = Desk(folder.with_name("ben"), "Ben")
    fill(ana.workspace)
    _amend(ana)
    _change_apart(ana, ben)
    read_second(ana, ben, read_first(ana, case_reference=READ_TWICE))
    read_again(ana, read_first(ana, case_reference=READ_AGAIN))
    drawn = begin_round(ana.workspace, ana.by)
    draw_listed(ana.workspace, drawn, ana.by)
    share_out(ana.workspace, drawn, ana.by)
    _revise(folder / REVISION)
    for desk in (ana, ben):
        desk.workspace.close()


def _amend(ana):
    (audit_id,) = (row.id for row in ana.workspace.audits() if row.case_reference == AMENDED)
    ana.workspace.open_audit(audit_id)
    ana.workspace.amend(audit_id, Author("A. Manager", ana.clock()), "A visit was overlooked.")
    ana.answer(audit_id, note="Seen on 4 May.")
    ana.workspace.close_audit(audit_id)


def _change_apart(ana, ben):
    audit_id = start_audit(ana.workspace, case_reference=TWO_VERSIONS)
    ben.take_in(ana.send(audit_id))
    for desk, note in ((ana, "At home."), (ben, "At school.")):
        for key in (KEY, OTHER):
            desk.answer(audit_id, key, note=note)
    ana.take_in(ben.send(audit_id, name="again"))
    ana.workspace.close_audit(audit_id)


def _revise(path):
    text = (PROGRAM / "checklists" / "visits.yaml").read_text("utf-8")
    for old, new in CHANGES:
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
