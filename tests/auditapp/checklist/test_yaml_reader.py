# SPDX-License-Identifier: MPL-2.0
"""Read plain data with its places, and refuse what could mislead or overwhelm."""

import json
import subprocess
import sys

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditapp.checklist import yaml_reader
from auditapp.checklist.yaml_reader import MAX_BYTES, MAX_DEPTH, read
from auditapp.errors import ChecklistInvalidError

LOADERS = [yaml.SafeLoader]
if yaml.__with_libyaml__:
    LOADERS.append(yaml.CSafeLoader)


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request, monkeypatch):
    """Run the test with PyYAML's reader in Python, and with libyaml where it is there."""
    monkeypatch.setattr(yaml_reader, "_LOADER", request.param)


def fault_of(data):
    """Return the one fault for which ``data`` is refused."""
    with pytest.raises(ChecklistInvalidError) as caught:
        read(data, "f.yaml")
    (fault,) = caught.value.faults
    assert "f.yaml cannot be read." == str(caught.value)
    assert fault.remedy == caught.value.remedy
    return str(fault)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("1.50", 1.5),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("0x1f", "0x1f"),
        ("1e5", "1e5"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("2024-01-01", "2024-01-01"),
        ("12345678901234567890", "12345678901234567890"),
        ("'true'", "true"),
        ('"7"', "7"),
        ("|-\n  7", "7"),
    ],
)
def test_only_plain_words_and_numbers_are_typed(text, value):
    """Nothing becomes a date, a time or a truth value that its author wrote as text."""
    data, _lines = read(f"key: {text}\n".encode(), "f.yaml")
    assert {"key": value} == data
    assert type(value) is type(data["key"])


@pytest.mark.usefixtures("loader")
def test_answers_in_a_list_stay_the_words_they_are():
    """A stock loader makes truth values, a time in minutes, an octal number and a date of these."""
    words = "no, yes, on, 12:30, 010, 1_000, 2024-01-01"
    assert words.split(", ") == read(f"[{words}]".encode(), "f.yaml")[0]


@pytest.mark.usefixtures("loader")
def test_every_key_and_item_has_its_place():
    """The line map knows lines and columns from 1, also inside brackets and after a byte mark."""
    _data, lines = read(b"\xef\xbb\xbf# note\na:\n  - b: [x, y]\n    c: {d: e}\n", "f.yaml")
    assert (2, 1) == lines.place(("a",))
    assert (3, 5) == lines.place(("a", 0, "b"))
    assert (3, 12) == lines.place(("a", 0, "b", 1))
    assert (4, 9) == lines.place(("a", 0, "c", "d"))


@pytest.mark.usefixtures("loader")
def test_an_unknown_place_is_the_nearest_around_it():
    """A path that leads nowhere gives the place of its last part that is there."""
    _data, lines = read(b"a:\n  - b: 1\n", "f.yaml")
    assert (2, 5) == lines.place(("a", 0, "z", 5))
    assert (1, 1) == lines.place(("z",))


@pytest.mark.usefixtures("loader")
def test_json_is_read_too():
    """JSON is YAML: what programs write is read with the same rules."""
    data = {"text": 'a "b" \\ c\n', "number": 1.5, "list": [True, None, {"no": "no"}], "": []}
    assert data == read(json.dumps(data, ensure_ascii=False).encode(), "f.json")[0]


def test_reading_can_stop_before_a_key():
    """The head of a long file is read without its body; the key counts only at the top."""
    text = b"a: {body: 1}\nbody: [1, 2\n: ]"
    assert ({"a": {"body": 1}}) == read(text, "f.yaml", stop_before="body")[0]


ATTACKS = {
    "a billion laughs": (
        b"a: &a [lol, lol]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        (
            "f.yaml:1:4: Anchors (&name) are not allowed. Write the value out, or put it in quotes"
            " if the sign is part of the text."
        ),
    ),
    "many aliases": (
        b"a: [" + b"*a, " * 10_000 + b"]\n",
        (
            "f.yaml:1:5: Aliases (*name) are not allowed. Write the value out, or put it in quotes"
            " if the asterisk is part of the text."
        ),
    ),
    "an alias of itself": (
        b"a: &a [*a]\n",
        (
            "f.yaml:1:4: Anchors (&name) are not allowed. Write the value out, or put it in quotes"
            " if the sign is part of the text."
        ),
    ),
    "100,000 brackets": (
        b"[" * 100_000,
        "f.yaml:1:41: The file is nested deeper than 40 levels. Write it with fewer levels.",
    ),
    "100,000 brackets on lines of their own": (
        b"[\n" * 100_000,
        "f.yaml:41:1: The file is nested deeper than 40 levels. Write it with fewer levels.",
    ),
    "100,000 hyphens": (
        b"- " * 100_000,
        "f.yaml:1:81: The file is nested deeper than 40 levels. Write it with fewer levels.",
    ),
    "100,000 mappings": (
        b"{a: " * 100_000,
        "f.yaml:1:161: The file is nested deeper than 40 levels. Write it with fewer levels.",
    ),
    "500,000 items": (
        b"[" + b"1," * 500_000 + b"]",
        "f.yaml:1:400000: The file has too many entries. Split the checklist in two.",
    ),
    "10 MB of text": (
        b"a: " + b"x" * 10_000_000,
        "f.yaml:1:1: The file is larger than 2 MB. Split the checklist in two.",
    ),
    "a Python object": (
        b"a: !!python/object/apply:os.system [id]\n",
        (
            "f.yaml:1:4: Tags (tag:yaml.org,2002:python/object/apply:os.system) are not allowed."
            " Remove it, or put the text in quotes if the mark is part of it."
        ),
    ),
    "a harmless tag": (
        b"a: !!str 5\n",
        (
            "f.yaml:1:4: Tags (tag:yaml.org,2002:str) are not allowed. Remove it, or put the text"
            " in quotes if the mark is part of it."
        ),
    ),
    "a tag of one sign": (
        b"a: ! 5\n",
        (
            "f.yaml:1:4: Tags (!) are not allowed. Remove it, or put the text in quotes if the mark"
            " is part of it."
        ),
    ),
    "a merge key": (
        b"a:\n  <<: {b: 1}\n",
        "f.yaml:2:3: Merge keys (<<) are not allowed. Write the keys out.",
    ),
    "a second document": (
        b"a: 1\n---\nb: 2\n",
        (
            "f.yaml:2:1: A second document begins here. Keep one checklist a file, and remove the"
            " line of three hyphens."
        ),
    ),
    "a key twice": (
        b"a: 1\nb: 2\n'a': 3\n",
        "f.yaml:3:1: 'a' is written twice here. Keep one of the two.",
    ),
    "a list as a key": (
        b"? [a, b]\n: c\n",
        "f.yaml:1:3: A key must be plain text. Write it as 'key: value'.",
    ),
    "other bytes than UTF-8": (
        b"a: 1\nb: caf\xe9\n",
        "f.yaml:2:7: This is not UTF-8 text. Save the file with the encoding UTF-8.",
    ),
    "other bytes after a byte mark": (
        "\ufeffa: éé".encode() + b"\xff",
        "f.yaml:1:6: This is not UTF-8 text. Save the file with the encoding UTF-8.",
    ),
    "a null character": (
        b"a: 1\nb: x\x00\n",
        "f.yaml:2:5: There is an invisible character (U+0000). Delete it.",
    ),
    "text that reads backwards": (
        "a: 1\nb: x\u202ey\n".encode(),
        "f.yaml:2:5: There is an invisible character (U+202E). Delete it.",
    ),
    "an escaped bell": (
        b'a: "x\\a"\n',
        (
            "f.yaml:1:4: This text holds an invisible character (U+0007). Remove the escape that"
            " makes it."
        ),
    ),
    "nothing": (b"", "f.yaml:1:1: The file is empty. Write a checklist in it."),
    "only a note": (b"# later\n", "f.yaml:1:1: The file is empty. Write a checklist in it."),
}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("name", ATTACKS)
def test_attacks_are_refused_at_their_place(name):
    """What could mislead or overwhelm is refused, with its line and column."""
    data, expected = ATTACKS[name]
    assert expected == fault_of(data)


def test_brackets_do_not_crash_the_process():
    """A process that reads 100,000 brackets ends by itself and in order."""
    program = (
        "from auditapp.checklist.yaml_reader import read\n"
        "from auditapp.errors import ChecklistInvalidError\n"
        "for sign in (b'[', b'{', b'[[\\n', b'- ', b'? ', b'{a: '):\n"
        "    try:\n"
        "        read(sign * 100_000, 'f')\n"
        "    except ChecklistInvalidError:\n"
        "        print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ["refused"] * 6 == done.stdout.decode().split()


@pytest.mark.usefixtures("loader")
def test_a_file_may_be_as_large_and_deep_as_the_limits():
    """The limits themselves are allowed."""
    deep = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert [] != read(deep, "f.yaml")[0]
    text = b"a: " + b"x" * (MAX_BYTES - 3)
    assert MAX_BYTES - 3 == len(read(text, "f.yaml")[0]["a"])


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("data", [b'a: "\\U00110000"\n', b"%YAML " + b"9" * 5000 + b".1\n---\na\n"])
def test_impossible_numbers_are_refused(data):
    """An escape or a directive beyond every limit is a fault of the file, not of the program."""
    assert fault_of(data).startswith("f.yaml:1:")


SIGNS = "a \n[]{},'\"\\&*!|>%@`#\t1\u00e9\u2028\ufeff"
SNIPPETS = st.lists(
    st.sampled_from([*SIGNS, "- ", ": ", "? ", "  ", "<<", "---", "..."]), max_size=40
).map("".join)


@pytest.mark.usefixtures("loader")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.one_of(st.binary(max_size=80), SNIPPETS.map(str.encode)))
def test_no_bytes_crash_the_reader(data):
    """Whatever a file holds, it is read, or refused with one fault at a place in it."""
    try:
        value, _lines = read(data, "f.yaml")
    except ChecklistInvalidError as error:
        (fault,) = error.faults
        assert fault.line >= 1
        assert fault.column >= 1
    else:
        assert json.loads(json.dumps(value)) == value
