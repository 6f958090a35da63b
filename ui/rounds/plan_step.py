# SPDX-License-Identifier: MPL-2.0
"""The step that says how many files are drawn, over which groups they are spread, and what for."""

from typing import Final

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.insight.sample_size import planned_size
from auditapp.insight.sampling import by_stratum
from auditapp.insight.size_words import size_words
from auditapp.insight.strata import spread
from auditapp.model.case_listed import STRATUM_FIELDS
from auditapp.model.labels import label
from auditapp.model.round_edits import change_plan
from auditapp.model.round_kinds import SampleMethod, StrataMethod
from auditapp.model.sample_plan import SamplePlan
from ui.messages import explain
from ui.rounds.open_round import OpenRound
from ui.rounds.step_card import StepCard
from ui.theme.theme import Theme
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows
from ui.widgets.answers.option_rows import OptionRows
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.signs.text_label import TextLabel

_SURE: Final = ("90", "95", "99")
_MOST_GROUPS: Final = 12
"""Groups of which the number of cases is told; of more there is only how many."""


class PlanStep(StepCard):
    """The size of the sample, what it is good for in plain words, and the groups."""

    def __init__(self, theme: Theme, open_round: OpenRound, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            _("How many files"),
            _("More files say more. Choose what you need to know, and see what it takes."),
            open_round,
            parent,
        )
        self._theme = theme
        self.method = OptionRows(theme, _("How many files"))
        self.number = NumberField(theme, _("Number of files"), least=1)
        self.margin = NumberField(
            theme, _("Give or take"), unit=_("in 100"), least=1, most=50, takes_fractions=True
        )
        self.bad = NumberField(
            theme, _("Poor files to be noticed"), unit=_("in 100"), least=1, most=100,
            takes_fractions=True,
        )  # fmt: skip
        self.sure = ComboField(theme, _("How sure"))
        self.groups = CheckRows(theme, _("Groups"))
        self.spreading = ComboField(theme, _("From each group"))
        self.least = NumberField(theme, _("At least from each group"), least=0)
        self.words = TextLabel(theme, "", wrap=True)
        self._build()
        self._connect()

    def show_round(self) -> None:
        """Fill in the plan, or the usual one."""
        plan = self.whole.plan or SamplePlan(method=SampleMethod.MARGIN, margin=0.1)
        self.method.set_value(plan.method)
        self.number.set_value(plan.size)
        self.margin.set_value(_hundred(plan.margin) or 10)
        self.bad.set_value(_hundred(plan.share_bad) or 5)
        self.sure.set_value(_near(plan.confidence))
        self.spreading.set_value(plan.strata_method)
        self.least.set_value(plan.least_each)
        fields = self._fields()
        self.groups.set_answers([AnswerSpec(value, words) for value, words in fields])
        self.groups.set_values(set(plan.strata_by).intersection(value for value, _w in fields))
        is_drawn = self.whole.draw is not None
        for part in (self.method, self.groups):
            part.setEnabled(not is_drawn)
        for field in (self.number, self.margin, self.bad, self.sure, self.spreading, self.least):
            field.setEnabled(not is_drawn)
        self._show_words()

    def settle(self) -> bool:
        """Keep the plan."""
        if self.whole.draw is not None or not self.whole.cases:
            return True
        for field in (self.number, self.margin, self.bad, self.least):
            field.settle_now()
        plan = self._plan()
        if plan is None:
            return self.refuse(_("It is not settled how many files are drawn."))
        if plan == self.whole.plan:
            return True
        return self.desk.edit(lambda whole: change_plan(whole, plan, self.desk.by))

    @property
    def first_stop(self) -> QWidget:
        """The way to choose."""
        return next((c for c in self.method.cards if c.isChecked()), self.method.cards[0])

    # Inside

    def _build(self) -> None:
        theme = self._theme
        self.method.set_answers(_methods())
        self.sure.set_items(
            [(each, _("{times} times out of 100").format(times=each)) for each in _SURE]
        )
        self.spreading.set_items(
            [
                (StrataMethod.PROPORTIONAL, _("As many as its share of the list")),
                (StrataMethod.EQUAL, _("The same number")),
            ]
        )
        sizes = FieldRow(theme, [(self.number, 1), (self.margin, 1), (self.bad, 1), (self.sure, 1)])
        self._group_title = TextLabel(
            theme, _("Spread it over groups (optional)"), "strong", wrap=True
        )
        spreading = FieldRow(theme, [(self.spreading, 2), (self.least, 1)], least_width=220)
        for part in (self.method, sizes, self._group_title, self.groups, spreading, self.words):
            self.body.addWidget(part)
        self._spreading_row = spreading

    def _connect(self) -> None:
        self.method.value_chosen.connect(self._show_words)
        for number in (self.number, self.margin, self.bad, self.least):
            number.value_changed.connect(self._show_words)
        for combo in (self.sure, self.spreading):
            combo.value_chosen.connect(self._show_words)
        self.groups.values_changed.connect(self._show_words)

    def _fields(self) -> list[tuple[str, str]]:
        """Return what the list can be divided by: what it says different things under."""
        cases = self.whole.cases.values()
        facts = dict.fromkeys(fact for case in cases for fact in case.facts)
        named = [(field.value, label(field)) for field in sorted(STRATUM_FIELDS)]
        found = [*named, *((fact, fact) for fact in facts)]
        every = [(value, words) for value, words in found if self._divides(value)]
        return sorted(every, key=lambda each: each[1].casefold())

    def _divides(self, by: str) -> bool:
        try:
            return len({case.stratum_value(by) for case in self.whole.cases.values()}) > 1
        except KeyError:  # a fact that only some cases have
            return False

    def _plan(self) -> SamplePlan | None:
        method = SampleMethod(self.method.value or SampleMethod.ALL)
        needed = {
            SampleMethod.SIZE: self.number,
            SampleMethod.MARGIN: self.margin,
            SampleMethod.DIP: self.bad,
        }.get(method)
        if needed is not None and (needed.value is None or needed.error):
            return None
        if self.least.error:
            return None
        return SamplePlan(
            method=method,
            size=int(self.number.value or 1) if method is SampleMethod.SIZE else None,
            margin=_share(self.margin) if method is SampleMethod.MARGIN else None,
            share_bad=_share(self.bad) if method is SampleMethod.DIP else None,
            confidence=int(self.sure.value or 95) / 100,
            strata_by=self.groups.values,
            strata_method=StrataMethod(self.spreading.value or StrataMethod.PROPORTIONAL),
            least_each=int(self.least.value or 0),
        )

    def _show_words(self) -> None:
        method = self.method.value
        self.number.setVisible(method == SampleMethod.SIZE)
        self.margin.setVisible(method == SampleMethod.MARGIN)
        self.bad.setVisible(method == SampleMethod.DIP)
        self.sure.setVisible(method in (SampleMethod.MARGIN, SampleMethod.DIP))
        self._group_title.setVisible(bool(self.groups.cards))
        self._spreading_row.setVisible(bool(self.groups.values))
        self.words.set_text("\n".join(self._sentences()))

    def _sentences(self) -> tuple[str, ...]:
        whole, plan = self.whole, self._plan()
        left = {key: case for key, case in whole.cases.items() if key not in whole.exclusions}
        if not left:
            return (_("There is no list of cases yet."),)
        if plan is None:
            return (_("Say how many, to see what that tells you."),)
        size = planned_size(len(left), plan)
        sentences = size_words(len(left), size, plan.confidence)
        if not plan.strata_by:
            return sentences
        try:
            sizes = {name: len(each) for name, each in by_stratum(left, plan.strata_by).items()}
            drawn = spread(sizes, size, plan.strata_method, plan.least_each)
        except AuditAppError as error:
            message = explain(error)
            return (*sentences, f"{message.title} {message.text}")
        if len(drawn) > _MOST_GROUPS:
            return (*sentences, _("There are {count} groups.").format(count=len(drawn)))
        each = _("{name}: {drawn} of {cases}")
        groups = (
            each.format(name=name or _("without"), drawn=count, cases=sizes[name])
            for name, count in drawn.items()
        )
        return (*sentences, "; ".join(groups))


def _methods() -> list[AnswerSpec]:
    return [
        AnswerSpec(SampleMethod.ALL, _("Every file"), detail=_("Nothing is left to chance.")),
        AnswerSpec(
            SampleMethod.SIZE,
            _("A number that we choose"),
            detail=_("As many as there is time for. It says what that number tells you."),
        ),
        AnswerSpec(
            SampleMethod.MARGIN,
            _("So many that we know how common something is"),
            detail=_("For figures: the share found is close to the true one, give or take."),
        ),
        AnswerSpec(
            SampleMethod.DIP,
            _("So many that poor work is noticed (dip sample)"),
            detail=_("For a quick check: at least one poor file shows, if there are so many."),
        ),
    ]


def _hundred(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 2)


def _share(field: NumberField) -> float:
    return float(field.value or 1) / 100


def _near(confidence: float) -> str:
    return min(_SURE, key=lambda each: abs(int(each) / 100 - confidence))
