# SPDX-License-Identifier: MPL-2.0
"""Test that every kind of report follows PDF/UA-1 and PDF/A-2a, as far as programs can tell.

`tests.pdf_checks` asks our own checks and pikepdf's; poppler, qpdf and veraPDF, where they are.
"""

import datetime as dt
import re

import pytest

from auditapp.checklist.library import LoadedChecklist, load_bytes
from auditapp.checklist.local_names import NO_NAMES
from auditapp.judgement.audit_states import AuditState
from auditapp.model.answer import Answer
from auditapp.model.audit import Amendment, AuditStatus, SignOff
from auditapp.paths import PROGRAM
from auditapp.report.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.blocks import Badge, Detail, QuestionBlock, Tone
from auditapp.report.change_sheet import ChangeOptions, change_sheet
from auditapp.report.pdf import render_pdf
from tests.auditapp.report.filling import filled_outline
from tests.auditapp.report.reading import NOW, report
from tests.pdf_checks import outside
from tests.pdf_checks.checking import faults_of, read_out

VISITS = (PROGRAM / "checklists" / "visits.yaml").read_bytes()
PASSWORD = "four unrelated Wörter here"
