# SPDX-License-Identifier: MPL-2.0
"""What the program never calls stays out of a package, and what it calls stays in."""

import pytest
from steps import trimming
from steps.tools import debian_packages

QT = "PySide6/Qt"


@pytest.mark.parametrize(
    ("path", "kind", "is_kept"),
    [
        (f"{QT}/plugins/platforms/libqxcb.so", "BINARY", True),
        (f"{QT}/plugins/platforms/libqoffscreen.so", "BINARY", True),
        (f"{QT}/plugins/platforms/libqeglfs.so", "BINARY", False),
        (f"{QT}/plugins/tls/libqopensslbackend.so", "BINARY", False),
        (f"{QT}/plugins/imageformats/libqjpeg.so", "BINARY", True),
        (f"{QT}/lib/libQt6Network.so.6", "BINARY", False),
        (f"{QT}/lib/libQt6Gui.so.6", "BINARY", True),
        ("PySide6/plugins/platforms/qwindows.dll", "BINARY", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", "BINARY", False),
        ("libpython3.11.so.1.0", "BINARY", True),
        ("libxcb-cursor.so.0", "BINARY", True),
        ("libxkbcommon-x11.so.0", "BINARY", True),
        ("libglib-2.0.so.0", "BINARY", False),
        ("libstdc++.so.6", "BINARY", False),
        ("libX11.so.6", "BINARY", False),
        ("libqpdf-781b0270.so.30.4.2", "SYMLINK", True),
        ("pikepdf.libs/libqpdf-781b0270.so.30.4.2", "BINARY", True),
    ],
)
def test_libraries_are_told_apart(path, kind, is_kept):
    """By where they lie in the package, on Linux and on Windows."""
    entry = (path, f"somewhere/{path}", kind)

    assert ([entry] if is_kept else []) == trimming.kept_libraries([entry])


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("checklists/visits.yaml", True),
        (f"{QT}/translations/qtbase_en.qm", True),
        (f"{QT}/translations/qtbase_de.qm", False),
        ("reportlab/fonts/Vera.ttf", False),
        ("pydantic-2.14.3.dist-info/RECORD", False),
    ],
)
def test_files_are_told_apart(path, is_kept):
    """Ours stay; what names the computer that built does not."""
    entry = (path, path, "DATA")

    assert ([entry] if is_kept else []) == trimming.kept_files([entry])


def test_what_only_builds_or_tests_is_named_as_such():
    """Packages that the lock of the program does not have are kept out by their modules."""
    others = trimming.modules_of_others(["pydantic", "pyyaml"])

    assert "pytest" in others
    assert "pydantic" not in others
    assert "yaml" not in others


def test_remarks_are_no_packages():
    """The list of what building needs can be explained."""
    assert ["one", "two"] == debian_packages("# all\none   # why\n\ntwo\n")
