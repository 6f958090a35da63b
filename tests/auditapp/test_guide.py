# SPDX-License-Identifier: MPL-2.0
"""The guide: its chapters, its headings, and words in it."""

import re

import pytest

from auditapp.errors import GuideMissingError
from auditapp.guide import DOCS, INDEX, Guide, plain, sections, slug
from tests.translations.catalogues import read
from ui.keys.commands import COMMANDS

PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s:#]*)#([^)\s]+)\)")
ASKING = re.compile(r"\*\*([^*]+…)\*\*")
"""The name of a button or a line of a menu that asks before it does anything."""
TEXTS = frozenset(
    words.replace("&", "")
    for message in read("cy")
    for words in ((message.id,) if isinstance(message.id, str) else message.id)
)
"""What the program says in English, one and many, without the marks of letters that are keys."""


def test_the_index_names_every_chapter_once_and_in_order():
    """What lies in the folder of the guide is in its index, by the numbers of the files."""
    listed = [each.name for each in Guide().chapters()]
    files = [name for name in PAGES if name.startswith("guide/")]
    assert files == [name for name in listed if name.startswith("guide/")]
    assert len(listed) == len(set(listed))


def test_a_chapter_is_called_in_the_index_as_in_its_heading():
    """Nobody looks for a chapter under another name."""
    guide = Guide()
    for chapter in guide.chapters():
        if chapter.name.startswith("guide/"):
            assert f"# {chapter.title}" == guide.read(chapter.name).partition("\n")[0]


@pytest.mark.parametrize("page", PAGES)
def test_links_to_a_heading_find_it(page):
    """A link with an anchor leads to a heading that is there."""
    text, folder = Guide().read(page), (DOCS / page).parent
    for target, anchor in LINK.findall(text):
        path = (folder / target).resolve() if target else DOCS / page
        headings = [slug(words) for words, _lines in sections(path.read_text("utf-8"))]
        assert anchor in headings, (target, anchor)


@pytest.mark.parametrize("page", PAGES)
def test_pictures_are_there_and_are_told_of(page):
    """Each picture is a file of the guide, and has words for those who cannot see it."""
    for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", Guide().read(page)):
        assert words
        assert ((DOCS / page).parent / target).is_file()


@pytest.mark.parametrize("page", PAGES)
def test_what_asks_is_called_as_in_the_window(page):
    """Nobody finds a button by another name."""
    names = {" ".join(name.split()) for name in ASKING.findall(Guide().read(page))}
    assert set() == names - TEXTS


def test_the_chapter_of_keys_has_every_command():
    """A command with a key stands in it, with all its keys."""
    text = Guide().read("guide/22-keyboard.md")
    for command in COMMANDS:
        line = next((line for line in text.splitlines() if f"| {command.words} |" in line), "")
        shown = command.keys if len(command.keys) < 9 else command.keys[:1] + command.keys[-1:]
        assert [] == [key for key in shown if key not in line], command.words


def test_words_are_found_with_the_heading_above_them(tmp_path):
    """All words count, in any order and case; a heading comes before a mention."""
    (tmp_path / INDEX).write_text("1. [One](one.md)\n2. [Two](two.md)\n", "utf-8")
    (tmp_path / "one.md").write_text("# One\n\n> *Never*. A\n> **backup**, [now](x.md).\n", "utf-8")
    (tmp_path / "two.md").write_text("# Two\n\nText.\n\n## Backup, now\n\nMore.\n", "utf-8")
    found = Guide(tmp_path).find("NOW backup")
    assert [("Backup, now", "backup-now"), ("One", "one")] == [
        (each.heading, each.anchor) for each in found
    ]
    assert "Never. A backup, now." == found[1].words
    assert [] == Guide(tmp_path).find("  ")


def test_what_is_around_a_find_is_whole_words(tmp_path):
    """However far from either end it stands."""
    words = [f"word{number}" for number in range(60)]
    words[30] = "needle"
    (tmp_path / INDEX).write_text("1. [One](one.md)\n", "utf-8")
    (tmp_path / "one.md").write_text(f"# One\n\n{' '.join(words)}\n", "utf-8")
    (passage,) = Guide(tmp_path).find("needle")
    before, *shown, after = passage.words.split()

    assert ("…", "…") == (before, after)
    assert words[words.index(shown[0]) :][: len(shown)] == shown
    assert "needle" in shown[5:-5]


def test_a_chapter_that_cannot_be_read_hides_no_other(tmp_path):
    """One is gone, another is no text any more; the words are found in the third."""
    names = ("gone", "damaged", "whole")
    (tmp_path / INDEX).write_text("".join(f"1. [{each}]({each}.md)\n" for each in names), "utf-8")
    (tmp_path / "damaged.md").write_bytes(b"# Damaged\n\xff needle")
    (tmp_path / "whole.md").write_text("# Whole\n\nneedle", "utf-8")
    guide = Guide(tmp_path)
    assert ["Whole"] == [each.heading for each in guide.find("needle")]
    with pytest.raises(GuideMissingError):
        guide.read("damaged.md")


def test_a_heading_in_code_is_none():
    """What stands between fences is shown, and heads nothing."""
    text = "# One\n```\n# not a heading\n```\n## Two\n"
    assert ["One", "Two"] == [heading for heading, _lines in sections(text)]


def test_text_before_any_heading_is_a_section():
    """Nothing of a page is left out of the search."""
    assert [("", ["Words"]), ("One", [])] == list(sections("Words\n# One"))


def test_a_long_section_is_cut_around_what_was_found(tmp_path):
    """The words that were looked for are among those that are shown."""
    (tmp_path / INDEX).write_text("- [One](one.md)\n", "utf-8")
    (tmp_path / "one.md").write_text(f"# One\n{'before ' * 40}needle {'after ' * 40}", "utf-8")
    (found,) = Guide(tmp_path).find("needle")
    assert found.words.startswith("… ")
    assert "needle" in found.words
    assert found.words.endswith(" …")


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("I have forgotten my passphrase", "i-have-forgotten-my-passphrase"),
        ("*Your settings could not be read*", "your-settings-could-not-be-read"),
        ("Moderation: a second reading, and what both agree on",
         "moderation-a-second-reading-and-what-both-agree-on"),
    ],
)  # fmt: skip
def test_anchors_are_those_of_the_web(heading, anchor):
    """The same link leads to the same heading in the program and where the files are read."""
    assert anchor == slug(heading)


def test_plain_words_have_no_marks():
    """Links keep their words, pictures go."""
    assert "See the chapter first" == plain("> See [the chapter](x.md) ![a](b.png) **first**")


@pytest.mark.parametrize("name", ["gone.md", "../README.md", "pictures/07-rating-light.png"])
def test_a_page_that_is_not_of_the_guide_is_refused(name):
    """Nothing outside the folder is read, and nothing that is no page."""
    with pytest.raises(GuideMissingError) as caught:
        Guide().read(name)
    assert "install" in caught.value.remedy
    assert not Guide().has_place(name)


def test_a_place_is_a_page_and_a_heading_of_it():
    """A heading that is not there makes no place."""
    assert Guide().has_place("guide/20-locking.md")
    assert Guide().has_place("guide/12-sign-off.md", "amending-a-signed-audit")
    assert not Guide().has_place("guide/12-sign-off.md", "gone")
