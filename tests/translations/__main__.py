# SPDX-License-Identifier: MPL-2.0
"""Bring the translations up to date with the program, and the program with them.

    python3 -m tests.translations update     collect the texts anew, and compile
    python3 -m tests.translations missing    list what is not translated

Needs Babel, of the test requirements.
"""

import sys

from tests.translations.catalogues import (
    as_mo,
    as_po,
    compiled,
    source,
    translated_languages,
    untranslated,
    updated,
)
from tests.translations.faults import faults_of


def main(argv: list[str]) -> int:
    """Carry out ``argv``; return 1 when a translation has faults."""
    if argv not in (["update"], ["missing"]):
        print(__doc__)
        return 2
    carry_out = _update if argv == ["update"] else _list
    return max(carry_out(language) for language in translated_languages())


def _update(language: str) -> int:
    catalogue = updated(language)
    source(language).write_bytes(as_po(catalogue))
    faults = list(faults_of(catalogue))
    if not faults:
        compiled(language).write_bytes(as_mo(catalogue))
    missing = len(list(untranslated(catalogue)))
    print(f"{language}: {len(catalogue)} texts, {missing} not translated, {len(faults)} faults")
    for fault in faults:
        print(f"  {fault}")
    return 1 if faults else 0


def _list(language: str) -> int:
    for text in untranslated(updated(language)):
        print(f"{language}: {text!r}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
