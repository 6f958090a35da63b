# SPDX-License-Identifier: MPL-2.0
"""The outside client stays outside, and says so where it can not be run.

The audit itself takes a minute and a screen: ``python3 -m tests.outside_client`` plays it.
"""

import ast
import sys

import pytest

from auditapp.bootstrap import libraries
from tests.outside_client import __main__ as runner
from tests.outside_client import needs
from tests.outside_client.session import CLIENT

FILES = sorted(CLIENT.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_client_imports_nothing_of_the_product(path):
    """It knows what AT-SPI tells it, what Python brings, and itself."""
    allowed = {"gi", *sys.stdlib_module_names, *(each.stem for each in FILES)}

    assert set() == _imported(path) - allowed


def test_what_is_missing_is_named(monkeypatch):
    """Where nothing may be installed, the packages are named for whoever may."""
    monkeypatch.setattr(needs.shutil, "which", {}.get)
    monkeypatch.setattr(libraries, "may_use_apt", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")

    with pytest.raises(needs.CannotRunError, match="lacks xvfb, dbus, xdotool, at-spi2-core"):
        needs.need_all()


def test_what_is_missing_is_installed(monkeypatch):
    """Where it may be, it is, and then looked for again."""
    there, installed = set(), []
    monkeypatch.setattr(needs.shutil, "which", lambda name: name in there)
    monkeypatch.setattr(libraries, "may_use_apt", lambda: True)
    monkeypatch.setattr(libraries, "loads", bool)
    monkeypatch.setattr(needs, "_client_can_speak", lambda: True)
    monkeypatch.setattr(sys, "platform", "linux")

    def install(packages):
        installed.extend(packages)
        there.update(needs.PROGRAMS)

    monkeypatch.setattr(libraries, "install", install)
    needs.need_all()

    assert list(needs.PROGRAMS.values()) == installed


def test_where_it_can_not_run_it_says_so(monkeypatch, capsys, tmp_path):
    """A computer without that bus is no fault of the program."""
    monkeypatch.setattr(sys, "platform", "darwin")

    assert 0 == runner.main(tmp_path)
    assert capsys.readouterr().out == (
        "The outside client was skipped: the accessibility bus that it speaks to is one of Linux.\n"
    )


def _imported(path):
    """Name the packages that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}
