# SPDX-License-Identifier: MPL-2.0
"""Make the report of an audit for a test, and find things in it."""

import datetime as dt

from auditapp.judgement.audit_states import AuditState
from auditapp.model.grade import Grade, GradeBand
from auditapp.report.audit.full_report import ReportOptions, audit_report
from auditapp.report.blocks import (
    Heading,
    KeepTogether,
    QuestionBlock,
    Table,
)

NOW = dt.datetime(2026, 11, 14, 17, 12, tzinfo=dt.UTC)
OPTIONS = ReportOptions("OFFICIAL-SENSITIVE", "Example Council")


def report(outline, history=()):
    """Return the report of an audit."""
    return audit_report(AuditState(outline, history), OPTIONS)


def blocks_of(document, kind):
    """Return the blocks of one kind, those kept together among them."""
    blocks = []
    for block in document.blocks:
        blocks += block.blocks if isinstance(block, KeepTogether) else (block,)
    return [block for block in blocks if isinstance(block, kind)]


def tables(document, words):
    """Return the tables whose caption holds ``words``."""
    return [block for block in blocks_of(document, Table) if words in block.caption]


def questions_of(document):
    """Return the questions of the report by their text."""
    return {block.text: block for block in blocks_of(document, QuestionBlock)}


def headings(document):
    """Return the headings of the report."""
    return [block.text for block in blocks_of(document, Heading)]


def make_grade(band=GradeBand.GOOD, **changes):
    """Make a grade."""
    return Grade(band=band, given_at=NOW, given_by="R. Okafor", **changes)
