# SPDX-License-Identifier: MPL-2.0
"""Test which fields of an audit count as texts that somebody wrote."""

from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.amendment import Amendment
from auditapp.model.difference import Difference, Version
from auditapp.model.follow_up import ActionStatus
from auditapp.model.links import Links
from auditapp.model.texts import texts_of
from tests.making import Clock, make_audit

NOW = Clock().now


def test_hashes_and_ids_are_no_texts_and_what_follows_the_sign_off_is():
    """Ten digits in a row of a hash may pass for an NHS number, which is nobody's."""
    step = ActionStep(status=ActionStatus.DONE, by="D. Worker", at=NOW, words="Seen.")
    audit = make_audit().model_copy(
        update={
            "amendment": Amendment(number=1, reason="Late.", by="A", at=NOW, amends="2460821352"),
            "links": Links(round="2460821352"),
            "action_progress": {"a" * 32: ActionProgress(steps=(step,))},
        }
    )
    texts = {place.text for place in texts_of(audit)}
    assert {"Late.", "Seen."} <= texts
    assert {"2460821352", "D. Worker"}.isdisjoint(texts)


def test_a_version_that_stands_beside_another_is_read_without_its_hash():
    """What somebody else wrote is text; which line of history wrote it is none."""
    version = Version(
        writer="ab2460821352cd", rank=1, row={"note": "Seen.", "author": "D. W."}, by="B", at=NOW
    )
    difference = Difference(table="answers", key="visits/VS2", others=(version,))
    audit = make_audit().model_copy(update={"differences": {"answers/visits/VS2": difference}})
    texts = {place.text for place in texts_of(audit)}
    assert "Seen." in texts
    assert {"ab2460821352cd", "D. W."}.isdisjoint(texts)


def test_another_version_of_what_is_no_text_is_none_either():
    """Both may have been moved to one revision of a checklist, the packed bytes of which are long.

    Any letters may be among them.
    """
    row = {"id": "visits", "data": "2460821352", "title": "Visits"}
    version = Version(writer="a" * 64, rank=1, row=row, by="B", at=NOW)
    difference = Difference(table="checklists", key="visits", others=(version,))
    audit = make_audit().model_copy(update={"differences": {"checklists/visits": difference}})
    assert "differences" not in {place.table for place in texts_of(audit)}
