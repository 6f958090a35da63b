# SPDX-License-Identifier: MPL-2.0
"""Run the outside client: ``python3 -m tests.outside_client [FOLDER]``.

It sets up what it needs, as root on Debian, and plays a whole short audit in the real program on a
screen that nobody sees. FOLDER keeps the report and what each process said; without it they are
thrown away. The exit code is 0 when all went well and where it can not be run, which it says.
"""

import sys
import tempfile
from pathlib import Path

from auditapp import bootstrap


def main(folder: Path) -> int:
    """Play the audit, and look into the report that it left."""
    from tests.outside_client import needs, session

    try:
        needs.need_all()
    except needs.CannotRunError as error:
        print(f"The outside client was skipped: {error}.")
        return 0
    report = folder / "report.pdf"
    code = session.play(folder, report)
    if code:
        print((folder / "program.log").read_text("utf-8", "replace"))
        return code
    missing = _missing_words(report)
    if missing:
        print(f"The report lacks {missing}.")
        return 1
    print(f"The report of {report.stat().st_size} bytes holds what was typed.")
    return 0


def _missing_words(report: Path) -> list[str]:
    """List what was typed and cannot be read in the report."""
    from tests.journeys.reading import plain, words_of_pdf
    from tests.outside_client.client import found_in_the_file as file

    read = words_of_pdf(report)
    typed = (file.REFERENCE, file.NOTE, file.DOCUMENT, file.PLACE, file.ACTION, file.SAID)
    return [words for words in (*typed, file.REASON) if plain(words) not in read]


if __name__ == "__main__":
    bootstrap.ensure("test")
    if len(sys.argv) > 1:
        wanted = Path(sys.argv[1]).absolute()
        wanted.mkdir(parents=True, exist_ok=True)
        raise SystemExit(main(wanted))
    with tempfile.TemporaryDirectory(prefix="outside-client-") as passing:
        raise SystemExit(main(Path(passing)))
