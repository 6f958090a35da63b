# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the sample invented audits, made once and kept in memory."""

import datetime as dt
from functools import cache

import pytest

from auditapp.checklist.embedding import pin_with_bytes
from auditapp.checklist.library import Library
from auditapp.checklist.local_names import with_names
from auditapp.judgement.compiled import compile_checklist
from auditapp.model.tables import from_tables
from auditapp.paths import find_paths
from auditapp.sample.authority import STANDARDS
from auditapp.sample.making import ReadyChecklist, SampleMaker
from auditapp.sample.plans import SampleOrder
from tests.making import make_standards

DAY = dt.date(2026, 11, 22)
COUNT = 45


class Kept:
    """Keep what the sample would save."""

    def __init__(self):
        self.tables = {}
        self.rows = {}

    def saving(self, audit_id):
        """Return what keeps the audit with this id."""

        def save(puts, history, row, lock):
            tables = self.tables.setdefault(audit_id, {})
            for put in puts:
                if put.record is None:
                    tables.get(put.table, {}).pop(put.key, None)
                else:
                    tables.setdefault(put.table, {})[put.key] = put.record
            self.rows[audit_id] = row

        return save

    @property
    def audits(self):
        """Return the audits, in the order of their first save."""
        return [from_tables(tables) for tables in self.tables.values()]


@pytest.fixture(scope="session")
def standards():
    """Return the standards of the invented authority."""
    return make_standards(**STANDARDS)


@pytest.fixture(scope="session")
def checklist(standards):
    """Return the function that finds a checklist, ready for answering."""
    library = Library([find_paths().checklists])

    @cache
    def ready(name):
        loaded = library.load(name)
        compiled = compile_checklist(with_names(loaded.checklist, standards.names))
        return ReadyChecklist(pin_with_bytes(loaded), compiled)

    return ready


@pytest.fixture(scope="session")
def make_kept(checklist, standards):
    """Return a function that makes a sample in memory."""

    def make(count, seed=1, as_of=DAY):
        kept = Kept()
        maker = SampleMaker(SampleOrder(count, seed, as_of), checklist, standards, kept.saving)
        counts = list(maker.run())
        assert maker.total == counts[-1] == len(kept.tables)
        return kept

    return make


@pytest.fixture(scope="session")
def audits(make_kept):
    """Return the audits of one sample, drafts among them."""
    return make_kept(COUNT, 3).audits
