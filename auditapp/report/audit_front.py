# SPDX-License-Identifier: MPL-2.0
"""Show the front sheet of an audit."""

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.audit import Audit
from auditapp.model.labels import label
from auditapp.report.blocks import Facts


def front_facts(audit: Audit) -> Facts:
    """Return what the front sheet of an audit says; what is empty is left out."""
    front = audit.front
    period = _("{start} to {end}").format(
        start=day_words(front.period_from), end=day_words(front.period_to)
    )
    pairs = (
        (_("Case reference"), front.case_reference),
        (_("Auditor"), front.auditor),
        (_("Team"), front.team),
        (_("Worker code"), front.worker_code),
        (_("Age"), label(front.age_band) if front.age_band else ""),
        (_("Legal status"), label(front.legal_status) if front.legal_status else ""),
        (_("Period looked at"), period),
        (_("Judged from"), day_words(front.judged_from)),
        (_("Sources used"), "; ".join(label(source) for source in front.sources_used)),
        (_("Audit started"), moment_words(audit.created_at)),
        (_("Caseload"), _number(front.caseload)),
        (_("Workers in a year"), _number(front.workers_in_12_months)),
        (_("Independent"), _("Yes") if front.is_independent else ""),
        (_("Groups"), "; ".join(label(cohort) for cohort in front.cohorts)),
        (_("Checklists"), "; ".join(pin.title for pin in audit.checklists)),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
