# SPDX-License-Identifier: MPL-2.0
"""Put a sampling statement into words, as it is printed: a line of two columns for each fact."""

from auditapp.fingerprints import grouped
from auditapp.i18n import _, ngettext
from auditapp.insight.sampling_statement import DrawCheck, SamplingStatement
from auditapp.judgement.day_words import period_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.round_kinds import SampleMethod, StrataMethod
from auditapp.model.sample_plan import SamplePlan

Line = tuple[str, str]
"""What it is about, and what is so."""


def statement_lines(statement: SamplingStatement) -> list[Line]:
    """Return the facts of a statement in the order in which they are read.

    The drawn and the replaced cases are tables of their own: see `SamplingStatement`.
    """
    return [
        *_about_lines(statement),
        *_strata_lines(statement),
        *_draw_lines(statement),
        *_taken_back_lines(statement),
        *_erased_lines(statement),
    ]


def _about_lines(statement: SamplingStatement) -> list[Line]:
    about, draw = statement.about, statement.draw
    return [
        (_("Round"), about.name),
        (_("What it is for"), about.purpose or _("Not said")),
        (_("Time"), period_words(about.first, about.last)),
        (_("List of cases"), _list_words(statement)),
        (_("SHA-256 of the list"), grouped(draw.list_sha256)),
        (_("Left out before the draw"), _excluded_words(statement)),
        (_("Size of the sample"), plan_words(draw.plan)),
    ]


def _draw_lines(statement: SamplingStatement) -> list[Line]:
    return [
        (_("Seed"), _seed_words(statement)),
        (
            _("How it was drawn"),
            _(
                "In the order of the SHA-256 of seed, colon and case reference, the first ones of "
                "each group ({rule})."
            ).format(rule=statement.draw.rule),
        ),
        (_("Drawn"), _when_and_who(statement)),
        (_("Replaced since"), str(len(statement.replaced))),
    ]


def _taken_back_lines(statement: SamplingStatement) -> list[Line]:
    return [
        (
            _("A draw before this one was taken back"),
            _("{when}, {who}: {reason}").format(
                when=moment_words(each.at), who=each.by, reason=each.reason
            ),
        )
        for each in statement.taken_back
    ]


def _erased_lines(statement: SamplingStatement) -> list[Line]:
    return [
        (
            _("{case}: a case that was erased").format(case=case),
            _("{when}, {who}: {reason}").format(
                when=moment_words(each.at), who=each.by, reason=each.reason
            ),
        )
        for case, each in statement.erased.items()
    ]


def plan_words(plan: SamplePlan) -> str:
    """Say what the size of a sample follows from, in a sentence."""
    if plan.method is SampleMethod.SIZE and plan.size is not None:
        return _("{size} cases, as somebody chose.").format(size=plan.size)
    if plan.method is SampleMethod.MARGIN and plan.margin is not None:
        return _(
            "So many that a share is known to within {margin} either way, with a confidence of "
            "{confidence}, expecting {expected}."
        ).format(
            margin=_percent(plan.margin),
            confidence=_percent(plan.confidence),
            expected=_percent(plan.expected),
        )
    if plan.method is SampleMethod.DIP and plan.share_bad is not None:
        return _(
            "So many that at least one bad file shows with a likelihood of {confidence}, if "
            "{share} of all are bad."
        ).format(confidence=_percent(plan.confidence), share=_percent(plan.share_bad))
    return _("Every case.")


def check_words(check: DrawCheck) -> tuple[str, ...]:
    """Say what came of drawing once more, in sentences."""
    sentences = [_list_check_words(check)]
    if check.missing:
        words = _("In the sample, and not drawn by this seed: {cases}.")
        sentences.append(words.format(cases=", ".join(check.missing)))
    if check.extra:
        words = _("Drawn by this seed, and not in the sample: {cases}.")
        sentences.append(words.format(cases=", ".join(check.extra)))
    if not check.missing and not check.extra:
        sentences.append(_("Drawn once more, the sample is the same."))
    return tuple(sentences)


def _list_check_words(check: DrawCheck) -> str:
    if check.is_same_list:
        return _("The list is the one that was drawn from.")
    if check.erased:
        words = ngettext(
            "{count} case of the list was erased since, so only the others can be compared.",
            "{count} cases of the list were erased since, so only the others can be compared.",
            check.erased,
        )
        return words.format(count=check.erased)
    return _("The list is not the one that was drawn from.")


def _percent(share: float) -> str:
    """Return a share that somebody chose as it was chosen: 2.5 % is not 2 %."""
    return f"{100 * share:.4g}%"


def _list_words(statement: SamplingStatement) -> str:
    words = ngettext("{count} case", "{count} cases", statement.draw.listed).format(
        count=statement.draw.listed
    )
    listed = statement.listed
    if listed is None:
        return words
    return _("{cases}, read {when} by {who}; {left_out} rows were not taken").format(
        cases=words, when=moment_words(listed.at), who=listed.by, left_out=listed.rows_left_out
    )


def _excluded_words(statement: SamplingStatement) -> str:
    parts = [f"{reason}: {count}" for reason, count in sorted(statement.excluded.items())]
    return "; ".join(parts) if parts else _("None")


def _strata_lines(statement: SamplingStatement) -> list[Line]:
    plan = statement.draw.plan
    if not plan.strata_by:
        each = statement.draw.strata[0]
        return [(_("Cases drawn"), _drawn_of(each.drawn, each.cases))]
    methods = {
        StrataMethod.PROPORTIONAL: _("in proportion, by largest remainder"),
        StrataMethod.EQUAL: _("equally"),
    }
    how = _("By {fields}, {method}; at least {least} of each").format(
        fields=", ".join(plan.strata_by),
        method=methods[plan.strata_method],
        least=plan.least_each,
    )
    groups = [
        (
            _("Cases drawn: {name}").format(name=each.name or _("without")),
            _drawn_of(each.drawn, each.cases),
        )
        for each in statement.draw.strata
    ]
    return [(_("Groups"), how), *groups]


def _drawn_of(drawn: int, cases: int) -> str:
    return _("{drawn} of {cases}").format(drawn=drawn, cases=cases)


def _seed_words(statement: SamplingStatement) -> str:
    seed = statement.seed
    if seed is None:
        return statement.draw.seed
    order = (
        _("written down before the list was read")
        if statement.is_seed_first
        else _("written down after the list was read")
    )
    origin = seed.origin or _("where it came from was not said")
    return _("{seed} ({origin}; {order}, {when}, {who})").format(
        seed=statement.draw.seed,
        origin=origin,
        order=order,
        when=moment_words(seed.at),
        who=seed.by,
    )


def _when_and_who(statement: SamplingStatement) -> str:
    draw = statement.draw
    return _("{when}, {who}").format(when=moment_words(draw.at), who=draw.by)
