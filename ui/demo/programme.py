# SPDX-License-Identifier: MPL-2.0
"""Make up an authority with two years of audits and a round, for pictures of many audits."""

from contextlib import closing
from typing import Final

from auditapp import settings as settings_file
from auditapp.judgement.moment_words import uk_time
from auditapp.model.edits import Author
from auditapp.paths import AppPaths
from auditapp.sample.authority import ORGANISATION, STANDARDS
from auditapp.sample.plans import SampleOrder
from auditapp.workspace import Workspace
from ui.demo import sample
from ui.demo.linked_work import make_round

AUDITS: Final = 120
SEED: Final = 7


def make_programme(paths: AppPaths, audits: int = AUDITS) -> None:
    """Leave a locked workspace with the audits and registers of an invented authority."""
    chosen = settings_file.Settings().with_changes(
        auditor=sample.AUDITOR, organisation=ORGANISATION, local_standards=dict(STANDARDS)
    )
    settings_file.save(paths.settings, chosen)
    workspace, _key = Workspace.create(paths, sample.PASSPHRASE)
    with closing(workspace):
        now = workspace.clock()
        workspace.make_sample(SampleOrder(audits, SEED, uk_time(now).date()))
        make_round(workspace, Author(sample.AUDITOR, now), is_over=False)
