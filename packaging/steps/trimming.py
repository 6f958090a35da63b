# SPDX-License-Identifier: MPL-2.0
"""Say what of the libraries stays out of a package: what the program never calls.

Read by the spec, inside PyInstaller. What is named here was left out and the program tried without
it: ``python3 packaging/build.py check``.
"""

import re
from collections.abc import Iterable
from importlib.metadata import packages_distributions

from steps.environment import normalised

Entry = tuple[str, str, str]
"""One line of a table of PyInstaller's: path in the package, path on this computer, kind."""

EXCLUDED_MODULES = (
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._webp",
    "PySide6.QtNetwork",  # the program is offline
    "PySide6.QtOpenGL",
    *("_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw"),
    "_ssl",
    "doctest",
    "lib2to3",
    "lxml.builder",  # of lxml, etree alone is wanted: by openpyxl, pikepdf and pyHanko
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "numpy",
    "pip",
    "pydantic.v1",  # for programs of the version before
    "pydoc",
    "readline",
    "rlPyCairo",
    "ssl",
    "tkinter",
    "unittest",
)

ASKED_FOR_BY_NAME = (
    # auditapp/keychain.py
    "keyring.backends.SecretService",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    # auditapp/report/pdf/seal.py
    "asn1crypto.pkcs12",
    "pyhanko.pdf_utils.incremental_writer",
    "pyhanko.sign.fields",
    "pyhanko.sign.signers",
)
"""Modules of others that the program imports by a name in a text, which PyInstaller cannot see."""

# Each is a part of the path of a library: Qt's plugins for screens, themes, networks and pictures
# that are not used, and what only those would need.
_DROPPED_LIBRARIES = re.compile(
    r"platformthemes/libqgtk3"
    r"|egldeviceintegrations/|wayland-graphics-integration-server/"
    r"|platforms/libq(?:eglfs|linuxfb|vkkhrdisplay|vnc|minimalegl|minimal)\."
    r"|libQt6(?:EglF\w*|Network|OpenGL)\b"
    r"|plugins/(?:tls|networkinformation|networkaccess|generic|qmltooling|sqldrivers)/"
    r"|imageformats/(?:libq|q)(?:tiff|webp|tga|wbmp|gif|pdf)"
    r"|wayland-shell-integration/lib(?:ivi|qt)-shell"
    r"|opengl32sw\.dll|d3dcompiler"
)

# Of the libraries of a Linux these alone travel along: what Python itself is built with, and the
# small ones of X11 that many desktops lack. The others (GLib, D-Bus, fontconfig, OpenGL, X11, the
# C++ library, CUPS) have to fit the computer, which keeps them up to date: the package names them.
_TAKEN_ALONG = re.compile(
    r"lib(?:python3|crypto|sqlite3|ffi|z|bz2|lzma|uuid|mpdec|expat"
    r"|xcb-[a-z-]+|xkbcommon(?:-x11)?)[.\d]*\.so\b"
)

_DROPPED_FILES = re.compile(
    r"Qt/translations/(?!qtbase_en)"
    r"|lxml/isoschematron/|reportlab/fonts/"  # the reports bring their own
    r"|^setuptools|^pip/|dist-info/(?:RECORD|INSTALLER|REQUESTED|direct_url\.json)$"
)


def modules_of_others(runtime: Iterable[str]) -> list[str]:
    """Return the modules in this environment that none of the packages in ``runtime`` brings.

    They are here for building, or left out; some of ours would import them if they could.
    """
    ours = set(runtime)
    brought = packages_distributions().items()
    return [name for name, owners in brought if not ours & {normalised(each) for each in owners}]


def kept_libraries(listed: Iterable[Entry]) -> list[Entry]:
    """Return the entries of a table of PyInstaller's without the libraries that are dropped."""
    return [entry for entry in listed if not _is_dropped(*entry)]


def _is_dropped(target: str, source: str, kind: str) -> bool:
    """Tell whether a library stays out; those of the system come to lie in the folder itself."""
    if any(_DROPPED_LIBRARIES.search(_slashes(path)) for path in (target, source)):
        return True
    is_of_linux = re.fullmatch(r"lib[^/]*\.so[.\d]*", target) and kind == "BINARY"
    return bool(is_of_linux and not _TAKEN_ALONG.match(target))


def kept_files(listed: Iterable[Entry]) -> list[Entry]:
    """Return the entries of a table of PyInstaller's without the files that are dropped."""
    return [entry for entry in listed if not _DROPPED_FILES.search(_slashes(entry[0]))]


def _slashes(path: str) -> str:
    return str(path).replace("\\", "/")
