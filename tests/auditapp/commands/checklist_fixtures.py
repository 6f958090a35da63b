# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the checklist commands a folder with short ones."""

import argparse
import shutil

import pytest

from auditapp.commands import checklist as command
from auditapp.commands.checklist import CHECKLISTS
from auditapp.standards import BANK_HOLIDAYS, LOCAL_NAMES, RULES, SOURCES

SHORT = """\
schema: checklist/1
id: short
version: "1.0"
status: active
title: Short
purpose: Tests the commands.
licence: none
sections:
  - id: only
    title: Only
    questions:
      - {id: SH1, kind: text, text: What happened?, sources: [nobody]}
"""


@pytest.fixture
def folder(tmp_path):
    """Return a folder with one checklist, and beside it what is shipped beside checklists."""
    for name in (RULES, BANK_HOLIDAYS, LOCAL_NAMES, SOURCES):
        shutil.copy(CHECKLISTS / name, tmp_path)
    (tmp_path / "short.yaml").write_text(SHORT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder):
    """Return a function that runs ``checklist`` and gives the exit code and the lines said."""

    def call(*words):
        parser = argparse.ArgumentParser()
        parser.set_defaults(home=folder / "home")
        command.add_parser(parser.add_subparsers(dest="command"))
        lines = []
        code = command.run(parser.parse_args(["checklist", *words]), lines.append, folder)
        return code, lines

    return call


@pytest.fixture
def version(folder):
    """Return a function that writes a version of the checklist and returns its path."""

    def write(name, *changes):
        text = SHORT
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")
        return str(folder / name)

    return write
