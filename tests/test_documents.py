# SPDX-License-Identifier: MPL-2.0
"""What the documents tell people to type is what the program knows; and they are set as it is."""

import re
import shlex
from importlib.util import find_spec

import pytest
from markdown_it import MarkdownIt

from auditapp import cli
from auditapp.bootstrap.stamps import ROOT

DOCUMENTS = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("checklists/*.md"))
    if path.name != "CHANGELOG.md"  # it tells of what was, too
)
COMMAND = re.compile(
    r"(?:^|[`\s])(?:python3|py) main\.py((?:[^\n`]|\n(?=[^`\n]*`))*)", re.MULTILINE
)
MODULE = re.compile(r"python3 -m (tests[\w.]*)")
LEFT_OUT = re.compile(r"  .*|\s*>.*")
"""What stands behind a command on its line, and is none of it: what it does, where it goes."""


def commands():
    """Return what is written behind ``python3 main.py``, each once, with the documents."""
    found = {}
    for path in DOCUMENTS:
        for match in COMMAND.finditer(path.read_text("utf-8")):
            line = " ".join(LEFT_OUT.sub("", match[1].replace("\n", " ").lstrip()).split())
            if "…" not in line:  # that stands for any command
                found.setdefault(line, path.relative_to(ROOT).as_posix())
    return found


COMMANDS = commands()


@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: line or "the window")
def test_every_command_is_one_that_the_program_knows(line, capsys):
    """Its words, its options and what they want are as written; nothing is carried out."""
    code = 0
    try:
        cli._parser().parse_args(shlex.split(line))
    except SystemExit as end:  # for help and version as well, with 0
        code = end.code
    assert not code, (COMMANDS[line], capsys.readouterr().err)


def test_enough_commands_were_looked_at():
    """The documents of all three kinds of reader have some."""
    assert len(COMMANDS) > 60
    assert {"docs/authors.md", "docs/administrators.md", "README.md"} <= set(COMMANDS.values())


def test_every_module_to_be_run_is_there():
    """What is called with ``python3 -m`` can be found."""
    names = {name for path in DOCUMENTS for name in MODULE.findall(path.read_text("utf-8"))}
    assert len(names) > 5
    assert [] == [name for name in sorted(names) if find_spec(name.rstrip(".")) is None]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_prose_has_quotes_of_print(path):
    """As every text of the window has; what is to be typed keeps the typewriter's."""
    blocks = MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    parts = [part for block in blocks for part in block.children or ()]
    said = [part.content for part in parts if part.type == "text"]
    assert said
    assert [] == [words for words in said if re.search("['\"]", words)]
    typed = [each.content for each in parts if each.type == "code_inline"]
    assert [] == [words for words in typed if re.search("[‘’“”]", words)]
