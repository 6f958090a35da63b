# SPDX-License-Identifier: MPL-2.0
"""Write the handbook: ``python3 -m tests.handbook FOLDER``.

``handbook.html`` is one file with everything in it. ``handbook.pdf`` is tagged; it needs
WeasyPrint, of ``requirements-benchmark.lock``, and is left out, and said to be, where that is not.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from auditapp import bootstrap

FONTS = Path(__file__).resolve().parents[2] / "ui" / "resources" / "fonts"


def main(argv):
    """Write both files into the folder named; return 2 when none is, 1 without a PDF."""
    from auditapp.guide import Guide
    from tests.handbook.book import bind

    if len(argv) != 1:
        print(__doc__)
        return 2
    folder = Path(argv[0])
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "handbook.html"
    page.write_text(bind(Guide()), "utf-8")
    print(f"{page}: {page.stat().st_size / 1e6:.1f} MB")
    if find_spec("weasyprint") is None:
        print("No PDF: WeasyPrint is not installed. It is in requirements-benchmark.lock.")
        return 1
    return _write_pdf(bind(Guide(), font_folder=FONTS), folder / "handbook.pdf")


def _write_pdf(text, path):
    from weasyprint import HTML

    # The numbers with which a list begins are a hint of how it looks, to WeasyPrint.
    HTML(string=text).write_pdf(path, pdf_variant="pdf/ua-1", presentational_hints=True)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    bootstrap.ensure("test")
    raise SystemExit(main(sys.argv[1:]))
