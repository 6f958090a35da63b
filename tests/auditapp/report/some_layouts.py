# SPDX-License-Identifier: MPL-2.0
"""Write layouts and logos for tests."""

from io import BytesIO

from PIL import Image

from auditapp.report.layouts.layout_file import parse_layout

GREEN = (20, 110, 60)


def make_logo(size=(300, 100), form="PNG", mode="RGB", colour=GREEN, **saved):
    """Return the bytes of a picture of one colour."""
    file = BytesIO()
    Image.new(mode, size, colour).save(file, form, **saved)
    return file.getvalue()


def make_layout(text="", logo=None):
    """Return the layout of a file with the lines ``text`` after its head; ``logo`` lies beside."""

    def read_beside(name):
        if logo is None:
            raise FileNotFoundError(2, "No such file", name)
        return logo

    return parse_layout(f"schema: layout/1\n{text}".encode(), "own.yaml", read_beside)


def write_layout(folder, text="", logo=None):
    """Write a layout into ``folder``, with ``logo.png`` beside it if there is one; return it."""
    path = folder / "own.yaml"
    path.write_text(f"schema: layout/1\n{text}", "utf-8")
    if logo is not None:
        (folder / "logo.png").write_bytes(logo)
    return path
