# SPDX-License-Identifier: MPL-2.0
"""Ask what others have written about a PDF: pikepdf, poppler, qpdf, veraPDF.

pikepdf is installed with the tests. The others are programs that a machine may have or not.
"""

import re
import shutil
import subprocess
from io import BytesIO

from pikepdf import pdfa

NOT_KNOWN = re.compile(
    r"pdfaExtension|pdfaSchema|pdfaProperty|pdfuaid:part|conformance is 'A', expected 'B'"
    r"|\[unsupported\] .*: (interactive forms|permissions) \("
)
"""What pikepdf 10.17 says of every PDF/A-2a that is a PDF/UA too.

It checks PDF/A-2b, which is PDF/A-2a without the structure, and knows neither declared words
in XMP nor seals, which `tests.pdf_checks.seal_rules` looks at.
"""

PROGRAMS = {
    "pdfinfo": ["-struct-text"],
    "qpdf": ["--check"],
    "verapdf": ["--format", "text", "--flavour"],
}
FLAVOURS = ("ua1", "2a")


def archive_faults(raw):
    """Return what pikepdf finds against PDF/A-2b, other than what it does not know."""
    report = pdfa.validate_written(BytesIO(raw), pdfa.Flavour.PDFA_2B)
    return [str(finding) for finding in report.findings if not NOT_KNOWN.search(str(finding))]


def has(program):
    """Tell whether the machine has ``program``."""
    return shutil.which(program) is not None


def structure_text(path):
    """Return the text of the structure as poppler reads it, without spaces."""
    lines = _run("pdfinfo", path).stdout.splitlines()
    said = [line.strip()[1:-1] for line in lines if line.lstrip().startswith('"')]
    return re.sub(r"\s", "", "".join(said))


def syntax_faults(path):
    """Return what qpdf finds, as text; nothing when all is well."""
    done = _run("qpdf", path)
    return done.stdout + done.stderr if done.returncode else ""


def vera_faults(path):
    """Return what veraPDF finds against PDF/UA-1 and PDF/A-2a."""
    said = [_run("verapdf", flavour, path).stdout for flavour in FLAVOURS]
    return [words for words in said if not words.startswith("PASS")]


def _run(program, *rest):
    # poppler prints summaries of tables byte by byte, which are no UTF-8.
    return subprocess.run(
        [program, *PROGRAMS[program], *map(str, rest)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
