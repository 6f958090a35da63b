# SPDX-License-Identifier: MPL-2.0
"""Work out a timescale from the command line: ``timescale list`` and ``timescale RULE``.

``run`` imports what needs pydantic and YAML, because every command is known at every start.
"""

import argparse
import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.commands.conventions import DONE, Say, Subparsers, WrongUseError, day_of
from auditapp.errors import TimescaleUnknownError
from auditapp.i18n import _
from auditapp.judgement.working_days import FIRST_DAY, LAST_DAY, WorkingDays
from auditapp.paths import PROGRAM

if TYPE_CHECKING:
    from auditapp.judgement.timescale_rules import TimescaleRule, TimescaleRules
    from auditapp.judgement.timescales import LocalStandards, TimescaleInputs, TimescaleResult

CHECKLISTS = PROGRAM / "checklists"
RULES_FILE = "timescales.yaml"
HOLIDAYS_FILE = "bank-holidays.yaml"
SETTINGS = ("situation", "ends_on", "changes_on", "period_from", "number")
"""What ``--set`` can give."""


def add_parser(subparsers: Subparsers) -> None:
    """Add ``timescale`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "timescale",
        help=_("work out whether something was done in time"),
        description=_("Work out whether something was done in time, or list the rules."),
    )
    parser.add_argument("rule", metavar="RULE", help=_("the id of a rule, or: list"))
    parser.add_argument("--from", dest="start", metavar="DATE", help=_("when the time began"))
    parser.add_argument("--dates", metavar="D,D", help=_("when it happened, with commas between"))
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help=_("situation=ID, ends_on=DATE, changes_on=DATE, period_from=DATE or number=N"),
    )
    parser.add_argument("--as-of", metavar="DATE", help=_("the day to judge on; today if absent"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(args: argparse.Namespace, say: Say, folder: Path = CHECKLISTS) -> int:
    """List the rules, or apply one, and hand each line of the answer to ``say``.

    Returns:
        0 when done.

    Raises:
        ChecklistInvalidError: A file in ``folder`` has faults.
        WrongUseError: The arguments make no sense.
    """
    from auditapp.judgement.bank_holidays import load_working_days  # noqa: PLC0415 - loads pydantic
    from auditapp.judgement.timescale_rules import load_rules  # noqa: PLC0415 - loads pydantic

    rules = load_rules((folder / RULES_FILE).read_bytes(), RULES_FILE)
    if args.rule == "list":
        return _list(rules, say, as_json=args.json)
    calendar = load_working_days((folder / HOLIDAYS_FILE).read_bytes(), HOLIDAYS_FILE)
    try:
        rule = rules.rule(args.rule)
    except TimescaleUnknownError as error:
        raise WrongUseError(str(error), error.remedy) from None
    return _apply(rule, calendar, args, say)


def _list(rules: "TimescaleRules", say: Say, *, as_json: bool) -> int:
    if as_json:
        say(rules.model_dump_json(indent=2, by_alias=True, exclude_defaults=True))
        return DONE
    for rule in rules.rules:
        limits = "" if rule.situations else f": {rule.limit_words(rule)}"
        state = _("on") if rule.on else _("off")
        say(f"{rule.id} ({rule.standard}, {state}) {rule.title}{limits}")
        for situation in rule.situations:
            say(f"    situation={situation.id} {situation.title}: {rule.limit_words(situation)}")
    for left in rules.not_computed:
        say(_("Not worked out: {title}. {why}").format(title=left.title, why=left.why))
    return DONE


def _apply(rule: "TimescaleRule", calendar: WorkingDays, args: argparse.Namespace, say: Say) -> int:
    from auditapp.judgement.timescale_words import badge, sentence  # noqa: PLC0415 - loads pydantic
    from auditapp.judgement.timescales import judge  # noqa: PLC0415 - loads pydantic

    settings = _settings(args.set)
    inputs = _inputs(rule, args, settings)
    result = judge(rule, inputs, calendar, _standards(rule, settings))
    if args.json:
        words = {"badge": badge(result), "sentence": sentence(result)}
        say(json.dumps(_plain(result) | words, indent=2, default=date.isoformat))
        return DONE
    say(f"{rule.title}: {result.limit_words}")
    say(badge(result))
    say(sentence(result))
    return DONE


def _plain(result: "TimescaleResult") -> dict[str, Any]:
    event = None if result.event is None else result.event.model_dump()
    return asdict(result) | {"event": event}


def _settings(given: Iterable[str]) -> dict[str, str]:
    """Read the ``--set`` arguments.

    Raises:
        WrongUseError: one has no value, or a name that means nothing.
    """
    settings = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not value or name not in SETTINGS:
            raise WrongUseError(
                _("'--set {text}' means nothing here.").format(text=text),
                _("Write one of {names}, then = and a value.").format(names=", ".join(SETTINGS)),
            )
        settings[name] = value
    return settings


def _inputs(
    rule: "TimescaleRule", args: argparse.Namespace, settings: dict[str, str]
) -> "TimescaleInputs":
    from auditapp.judgement.timescales import TimescaleInputs  # noqa: PLC0415 - loads pydantic

    situation = settings.get("situation")
    if rule.timing(situation) is None:
        raise WrongUseError(
            _("Choose {what}.").format(what=rule.choose),
            _("Add --set situation= and one of {ids}.").format(
                ids=", ".join(each.id for each in rule.situations)
            ),
        )
    return TimescaleInputs(
        start=_optional_day(args.start),
        dates=tuple(_day(text) for text in (args.dates or "").replace(",", " ").split()),
        as_of=_optional_day(args.as_of) or _today(),
        situation=situation,
        changes_on=_optional_day(settings.get("changes_on")),
        period_from=_optional_day(settings.get("period_from")),
        ends_on=_optional_day(settings.get("ends_on")),
    )


def _standards(rule: "TimescaleRule", settings: dict[str, str]) -> "LocalStandards":
    """Switch the rule on, because somebody asked for it, with the number that was given."""
    from auditapp.judgement.timescales import LocalStandards  # noqa: PLC0415 - loads pydantic

    choice: dict[str, object] = {"on": True}
    if "number" in settings:
        choice["number"] = _number(rule, settings["number"])
    return LocalStandards.model_validate({rule.id: choice})


def _number(rule: "TimescaleRule", text: str) -> int:
    from auditapp.checklist.field_types import LONGEST_LIMIT  # noqa: PLC0415 - loads pydantic

    if rule.number is None:
        raise WrongUseError(
            _("'{rule}' is a national timescale, so its numbers are fixed.").format(rule=rule.id)
        )
    number = int(text) if re.fullmatch("[0-9]{1,9}", text) else -1
    if not rule.least_number <= number <= LONGEST_LIMIT:
        raise WrongUseError(
            _("'{text}' cannot be the number of this timescale.").format(text=text),
            _("Write a whole number from {least} to {longest}.").format(
                least=rule.least_number, longest=LONGEST_LIMIT
            ),
        )
    return number


def _optional_day(text: str | None) -> date | None:
    return None if text is None else _day(text)


def _day(text: str) -> date:
    day = day_of(text)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise WrongUseError(
            _("'{text}' is too far away.").format(text=text),
            _("Bank holidays are known from {first} to {last}.").format(
                first=FIRST_DAY.year, last=LAST_DAY.year
            ),
        )
    return day


def _today() -> date:
    return datetime.now().astimezone().date()
