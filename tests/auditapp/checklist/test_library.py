# SPDX-License-Identifier: MPL-2.0
"""Find checklists in folders, and load them when they are needed."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.checklist.library import Library, load_bytes
from auditapp.checklist.yaml_reader import MAX_BYTES
from auditapp.errors import ChecklistInvalidError, ChecklistNotFoundError
from auditapp.fingerprints import grouped


@pytest.fixture
def put(tmp_path, sample_text):
    """Return a function that writes the sample, changed, into a folder."""

    def write(name, folder="own", **changes):
        text = sample_text
        for key, value in changes.items():
            line = next(each for each in text.splitlines() if each.startswith(f"{key}:"))
            text = text.replace(line, f"{key}: {value}", 1)
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def library(tmp_path):
    """Return a library of two folders, of which the second may be missing."""
    (tmp_path / "shipped").mkdir()
    return Library([tmp_path / "shipped", tmp_path / "own"])


def test_headers_are_sorted_by_title_and_version(library, put):
    """The list is in the order in which people look for things; 1.10 comes after 1.9."""
    put("b.yaml", "shipped", id="b", title="Beta", version='"1.10"')
    put("b-old.yaml", id="b", title="Beta", version='"1.9"', replaces='"1.1"')
    put("a.yaml", id="a", title="Alpha")
    found = [(header.title, header.version) for header in library.headers()]
    assert [("Alpha", "1.2"), ("Beta", "1.9"), ("Beta", "1.10")] == found
    assert () == library.broken()


def test_the_latest_version_is_loaded(library, put):
    """Without a version the latest one counts; a version can be asked for."""
    put("old.yaml", version='"1.9"')
    put("new.yaml", version='"1.10"')
    assert "1.10" == library.load("sample").checklist.version
    assert "1.9" == library.find("sample", "1.9").checklist.version


def test_a_loaded_checklist_keeps_its_bytes_and_their_hash(library, put):
    """An audit embeds the bytes, so they are those of the file, untouched."""
    path = put("sample.yaml")
    loaded = library.load("sample")
    assert path.read_bytes() == loaded.data
    assert hashlib.sha256(path.read_bytes()).hexdigest() == loaded.sha256
    assert path == loaded.path
    assert loaded is library.load("sample")


def test_embedded_bytes_load_alone(put):
    """What an audit carries is loaded without a library, and belongs to no file."""
    data = put("sample.yaml").read_bytes()
    loaded = load_bytes(data, "sample.yaml")
    assert "sample" == loaded.checklist.id
    assert loaded.path is None


def test_embedded_bytes_need_not_pass_the_checks_of_today(put):
    """A check that came later never makes an audit unreadable."""
    data = put("sample.yaml", min_app='"99.0"').read_bytes()
    with pytest.raises(ChecklistInvalidError):
        load_bytes(data, "sample.yaml")
    assert "sample" == load_bytes(data, "sample.yaml", checked=False).checklist.id


def test_what_is_not_there_is_not_found(library, put):
    """An unknown id, and an unknown version, are told with what to do."""
    put("sample.yaml")
    with pytest.raises(ChecklistNotFoundError, match="There is no checklist 'other'"):
        library.load("other")
    with pytest.raises(ChecklistNotFoundError, match=r"no version 9\.9 of checklist 'sample'"):
        library.find("sample", "9.9")


def test_a_broken_file_stops_no_other(library, put, tmp_path):
    """Each unreadable file is reported with its fault, and the rest of the folder is there."""
    put("good.yaml")
    own = tmp_path / "own"
    (own / "latin.yaml").write_bytes(b"schema: checklist/1\ntitle: caf\xe9\n")
    (own / "list.yaml").write_bytes(b"- a\n")
    (own / "newer.yaml").write_bytes(b"schema: [1]\n")
    (own / "number.yaml").write_bytes(b"schema: checklist/1\nid: x\nversion: 1.0\n")
    (own / "huge.yaml").write_bytes(b"a: " + b"x" * MAX_BYTES)
    put("version.yaml", version="first")
    put("future.yaml", schema="checklist/9")
    (own / "folder.yaml").mkdir()
    assert ["sample"] == [header.id for header in library.headers()]
    told = {broken.path.name: str(broken.faults[0]) for broken in library.broken()}
    assert told.pop("folder.yaml").startswith("folder.yaml:1:1: This is a folder and no file.")
    schema = "Begin the file with schema: checklist/1, or update this program."
    assert {
        "future.yaml": "future.yaml:2:1: This file is not in the format checklist/1. " + schema,
        "huge.yaml": "huge.yaml:1:1: The file is larger than 2 MB. Split the checklist in two.",
        "latin.yaml": "latin.yaml:2:11: This is not UTF-8 text. Save the file with the encoding"
        " UTF-8.",
        "list.yaml": "list.yaml:1:1: This file is not in the format checklist/1. " + schema,
        "newer.yaml": "newer.yaml:1:1: This file is not in the format checklist/1. " + schema,
        "number.yaml": "number.yaml:3:1: 'version' is missing, or is not text. Write it at the top"
        " of the file, in quotes if it is a number.",
        "version.yaml": "version.yaml:4:1: 'version' cannot be 'first'. Write numbers with dots, in"
        ' quotes, as in "1.0".',
    } == told


def test_other_data_files_are_passed_over(library, tmp_path):
    """Timescales and bank holidays lie in the same folder and are no checklists."""
    (tmp_path / "shipped" / "timescales.yaml").write_bytes(b"schema: timescales/1\nrules: []\n")
    assert () == library.headers()
    assert () == library.broken()


def test_a_header_after_the_sections_is_found(library, put):
    """The order of the keys is the author's."""
    path = put("sample.yaml")
    text = path.read_text(encoding="utf-8")
    title = "title: Sample of every feature\n"
    path.write_text(text.replace(title, "") + title, encoding="utf-8")
    assert ["Sample of every feature"] == [header.title for header in library.headers()]


def test_the_same_version_with_other_words_is_refused(library, put):
    """Two files may not claim to be the same version unless they are the same."""
    first = put("sample.yaml", "shipped")
    put("copy.yaml")
    put("other.yaml", purpose="Something else.")
    assert [first] == [header.path for header in library.headers()]
    (broken,) = library.broken()
    assert "other.yaml" == broken.path.name
    assert f"Version 1.2 of 'sample' is already in {first}." == broken.faults[0].message
    for path in (first, broken.path):
        assert grouped(hashlib.sha256(path.read_bytes()).hexdigest()) in broken.faults[0].remedy


def test_a_fault_in_the_body_is_told_when_it_is_loaded(library, put):
    """The list shows a checklist whose questions have faults; loading it names them."""
    path = put("sample.yaml")
    path.write_text(
        path.read_text(encoding="utf-8").replace("from: SA5", "from: SA99"), encoding="utf-8"
    )
    assert 1 == len(library.headers())
    with pytest.raises(ChecklistInvalidError, match=r"sample\.yaml has 1 fault\."):
        library.load("sample")


def test_a_new_file_is_seen_after_a_refresh(library, put):
    """The folders are read once, and again when asked."""
    put("a.yaml", id="a")
    before = library.load("a")
    put("b.yaml", id="b")
    assert 1 == len(library.headers())
    library.refresh()
    assert 2 == len(library.headers())
    assert before is not library.load("a")


def test_the_list_is_made_without_pydantic():
    """The window can list checklists at its start without the heavy libraries."""
    program = (
        "import sys; from pathlib import Path; from auditapp.checklist.library import Library\n"
        "Library([Path('checklists')]).headers(); print('pydantic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert "False" == done.stdout.decode().strip()
