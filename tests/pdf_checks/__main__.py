# SPDX-License-Identifier: MPL-2.0
"""Check the PDFs named, and print what is wrong with each; the exit code is 1 if anything is."""

import sys
from pathlib import Path

from auditapp import bootstrap


def main(names):
    """Print a line for each file and each of its faults, and return the exit code."""
    from tests.pdf_checks import outside
    from tests.pdf_checks.checking import faults_of

    code = 0
    for name in names:
        path = Path(name)
        raw = path.read_bytes()
        faults = faults_of(raw) + outside.archive_faults(raw)
        if outside.has("qpdf"):
            faults += filter(None, [outside.syntax_faults(path)])
        if outside.has("verapdf"):
            faults += outside.vera_faults(path)
        print(f"{name}: {len(faults)} faults" if faults else f"{name}: no fault found")
        for fault in faults:
            print(f"  {fault}")
        code |= bool(faults)
    return code


if __name__ == "__main__":
    bootstrap.ensure("test")
    raise SystemExit(main(sys.argv[1:]))
