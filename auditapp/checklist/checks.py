# SPDX-License-Identifier: MPL-2.0
"""Check what no single field can show: whether the parts of a checklist fit together."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from auditapp import __version__
from auditapp.checklist.beside import NOTHING, Beside
from auditapp.checklist.circles import circle_faults
from auditapp.checklist.condition_checks import condition_faults
from auditapp.checklist.faults import MOST_FAULTS, Path, PathFault
from auditapp.checklist.local_names import name_faults
from auditapp.checklist.models import WHOLE_CHECKLIST, Checklist, SectionGrade
from auditapp.checklist.question_checks import question_faults
from auditapp.checklist.scale_checks import scale_faults
from auditapp.checklist.sources import source_faults
from auditapp.checklist.suggestions import suggestion
from auditapp.checklist.translations import translation_faults
from auditapp.checklist.versions import version_key
from auditapp.i18n import _


def static_faults(checklist: Checklist, beside: Beside = NOTHING) -> list[PathFault]:
    """Return the faults of a checklist, each with its path in the data.

    Of more than `MOST_FAULTS` the first ones are returned.
    """
    found = chain(
        _repeated_ids(checklist),
        _header(checklist),
        _changes(checklist),
        scale_faults(checklist),
        _sections(checklist),
        question_faults(checklist, beside.rules),
        _caps(checklist),
        condition_faults(checklist),
        circle_faults(checklist),
        translation_faults(checklist),
        () if beside.names is None else name_faults(checklist, beside.names),
        () if beside.sources is None else source_faults(checklist, beside.sources),
    )
    return list(islice(found, MOST_FAULTS))


def _repeated_ids(checklist: Checklist) -> Iterator[PathFault]:
    sections = list(enumerate(checklist.sections))
    questions = [
        (("sections", number, "questions", place), question)
        for number, section in sections
        for place, question in enumerate(section.questions)
    ]
    yield from _repeated((("sections", number, "id"), each.id) for number, each in sections)
    yield from _repeated(((*path, "id"), each.id) for path, each in questions)
    yield from _repeated(
        (("scales", number, "id"), scale.id) for number, scale in enumerate(checklist.scales)
    )
    yield from _repeated(
        (("caps", number, "id"), cap.id) for number, cap in enumerate(checklist.caps)
    )
    yield from _repeated(
        (("agencies", number, "id"), each.id) for number, each in enumerate(checklist.agencies)
    )
    for number, scale in enumerate(checklist.scales):
        path: Path = ("scales", number)
        yield from _repeated_answers(path, (answer.id for answer in scale.answers))
    for path, question in questions:
        yield from _repeated_answers(path, (answer.id for answer in question.answers))
    taken = {question.id for _path, question in questions}
    for path, question in questions:
        for number, old in enumerate(question.renamed_from):
            if old in taken:
                yield PathFault(
                    (*path, "renamed_from", number),
                    _("Question '{old}' is still in the checklist.").format(old=old),
                    _("Name the id that the question had in an earlier version."),
                )


def _repeated_answers(path: Path, ids: Iterable[str]) -> Iterator[PathFault]:
    return _repeated(((*path, "answers", number, "id"), each) for number, each in enumerate(ids))


def _repeated(ids: Iterable[tuple[Path, str]]) -> Iterator[PathFault]:
    seen = set()
    for path, each in ids:
        if each in seen:
            yield PathFault(
                path,
                _("The id '{id}' is used twice.").format(id=each),
                _("Give this one an id of its own."),
            )
        seen.add(each)


def _header(checklist: Checklist) -> Iterator[PathFault]:
    effective, look_back = checklist.effective, checklist.look_back
    if effective.from_ and effective.to and effective.from_ > effective.to:
        yield PathFault(
            ("effective", "to"),
            _("The checklist ends before it begins."),
            _("Write the later date under to."),
        )
    if look_back.judge_on_months > look_back.months:
        yield PathFault(
            ("look_back", "judge_on_months"),
            _("The part that is judged is longer than the period that is read."),
            _("Write {months} or less.").format(months=look_back.months),
        )
    if checklist.replaces and version_key(checklist.replaces) >= version_key(checklist.version):
        yield PathFault(
            ("replaces",),
            _("Version {old} is not earlier than {new}.").format(
                old=checklist.replaces, new=checklist.version
            ),
            _("Name the version that this one replaces, or raise the version."),
        )
    if checklist.min_app:
        yield from too_old_for(checklist.min_app)


def too_old_for(min_app: str) -> Iterator[PathFault]:
    """Yield that this program is older than version ``min_app``, which a checklist needs."""
    if version_key(min_app) > version_key(__version__):
        yield PathFault(
            ("min_app",),
            _("This checklist needs version {version} of the program.").format(version=min_app),
            _("Update the program; this is version {version}.").format(version=__version__),
        )


def _changes(checklist: Checklist) -> Iterator[PathFault]:
    known = {question.id for question in checklist.questions}
    yield from _repeated(
        (("changes", number, "version"), change.version)
        for number, change in enumerate(checklist.changes)
    )
    for number, change in enumerate(checklist.changes):
        if version_key(change.version) > version_key(checklist.version):
            yield PathFault(
                ("changes", number, "version"),
                _("Version {change} is later than the checklist’s own, {own}.").format(
                    change=change.version, own=checklist.version
                ),
                _("Raise the version of the checklist, or correct this one."),
            )
        for question in change.questions:
            if question not in known:
                yield PathFault(
                    ("changes", number, "questions", question),
                    _("There is no question '{question}'.").format(question=question),
                    suggestion(question, known),
                )


def _sections(checklist: Checklist) -> Iterator[PathFault]:
    for number, section in enumerate(checklist.sections):
        if section.id == WHOLE_CHECKLIST:
            yield PathFault(
                ("sections", number, "id"),
                _("'checklist' stands for all sections together."),
                _("Give the section another id."),
            )
    if all(section.grade is SectionGrade.NONE for section in checklist.sections):
        yield PathFault(
            ("sections",),
            _("No section is graded."),
            _("Write grade: practice in one section or more."),
        )


def _caps(checklist: Checklist) -> Iterator[PathFault]:
    known = {section.id: section for section in checklist.sections}
    for number, cap in enumerate(checklist.caps):
        if cap.section is None:
            continue
        if cap.section not in known:
            yield PathFault(
                ("caps", number, "section"),
                _("There is no section '{section}'.").format(section=cap.section),
                suggestion(cap.section, known),
            )
        elif known[cap.section].grade is SectionGrade.NONE:
            yield PathFault(
                ("caps", number, "section"),
                _("Section '{section}' is not graded.").format(section=cap.section),
                _("Name a section with grade: practice."),
            )
