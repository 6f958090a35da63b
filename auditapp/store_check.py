# SPDX-License-Identifier: MPL-2.0
"""Hold what a check of a workspace looked at and found."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditapp.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class CheckLine:
    """Hold one thing that was found: about what, what is wrong, and what to do.

    What is no fault is worth knowing, and the program goes on as well without anybody doing
    anything.
    """

    about: str
    sentence: str
    remedy: str = ""
    is_fault: bool = True

    @property
    def words(self) -> str:
        """Return all of it in one line."""
        named = f"{self.about}: {self.sentence}" if self.about else self.sentence
        return f"{named} {self.remedy}".rstrip()


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """Hold how many of each thing were looked at; ``previous`` are saves before the last.

    ``signed`` counts every version that was signed, amended since or not; ``figures`` are those of
    deleted audits.
    """

    audits: int = 0
    history_lines: int = 0
    signed: int = 0
    previous: int = 0
    log_pages: int = 0
    log_lines: int = 0
    key_files: int = 0
    figures: int = 0
    ledgers: int = 0
    ledger_lines: int = 0


@dataclass(frozen=True, slots=True)
class StoreCheck:
    """Hold the outcome of a check; faults come before what is only worth knowing."""

    counts: CheckCounts
    lines: tuple[CheckLine, ...]

    @property
    def is_well(self) -> bool:
        """Tell whether there is no fault."""
        return not any(line.is_fault for line in self.lines)

    @property
    def verdict(self) -> str:
        """Say whether all is well."""
        return _("All is well.") if self.is_well else _("Not everything is as it should be.")

    def looked_at(self) -> Iterator[str]:
        """Yield what was looked at, one thing a line."""
        counts = self.counts
        yield ngettext(
            "{count} audit, with {lines} of its history",
            "{count} audits, with {lines} of their history",
            counts.audits,
        ).format(count=counts.audits, lines=_line_words(counts.history_lines))
        yield ngettext(
            "{count} signed version, compared with what was signed",
            "{count} signed versions, compared with what was signed",
            counts.signed,
        ).format(count=counts.signed)
        yield ngettext(
            "{count} save before the last", "{count} saves before the last", counts.previous
        ).format(count=counts.previous)
        yield ngettext(
            "{count} page of the logbook, with {lines}",
            "{count} pages of the logbook, with {lines}",
            counts.log_pages,
        ).format(count=counts.log_pages, lines=_line_words(counts.log_lines))
        yield ngettext("{count} key file", "{count} key files", counts.key_files).format(
            count=counts.key_files
        )
        yield ngettext(
            "The figures of {count} deleted audit",
            "The figures of {count} deleted audits",
            counts.figures,
        ).format(count=counts.figures)
        yield ngettext(
            "{count} file of rounds and registers, with {lines} of its history",
            "{count} files of rounds and registers, with {lines} of their history",
            counts.ledgers,
        ).format(count=counts.ledgers, lines=_line_words(counts.ledger_lines))
        yield _("The list of audits, the reserve, and what else lies in the folder")


def _line_words(count: int) -> str:
    return ngettext("{count} line", "{count} lines", count).format(count=count)
