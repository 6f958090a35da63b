# SPDX-License-Identifier: MPL-2.0
"""Test that settings are kept, brought within limits, and never cost the old file."""

import json
from dataclasses import asdict

import pytest

from auditapp.paths import PROGRAM
from auditapp.settings import Settings, SettingsDamagedError, load, save


def test_a_new_person_has_the_usual_settings(tmp_path):
    """Without a file nothing is wrong."""
    assert Settings() == load(tmp_path / "settings.json")


def test_settings_come_back_as_they_were_saved(tmp_path):
    """Every field survives."""
    path = tmp_path / "home" / "settings.json"
    settings = Settings().with_changes(
        theme="dark",
        contrast="more",
        less_movement=True,
        text_scale=1.5,
        idle_minutes=5,
        auditor="R. Okafor",
        organisation="Northshire",
        marking="OFFICIAL",
        reference_pattern="HX-[0-9]{4}",
        local_standards={"cp_visits": {"on": True, "number": 10}},
        local_names={"practice_model": "Signs of Safety"},
    )
    save(path, settings)

    assert settings == load(path)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"theme": "purple"}, {"theme": "system"}),
        ({"contrast": "glaring"}, {"contrast": "system"}),
        ({"less_movement": 1}, {"less_movement": True}),
        ({"text_scale": 9}, {"text_scale": 2.0}),
        ({"text_scale": 0.1}, {"text_scale": 1.0}),
        ({"idle_minutes": 0}, {"idle_minutes": 1}),
        ({"idle_minutes": 10_000}, {"idle_minutes": 120}),
        ({"reference_pattern": "("}, {"reference_pattern": ""}),
        ({"reference_pattern": "x{99999999999}"}, {"reference_pattern": ""}),
        ({"reference_pattern": "([A-Z]+)+-1"}, {"reference_pattern": ""}),
        ({"auditor": "  R. Okafor "}, {"auditor": "R. Okafor"}),
        (
            {"local_standards": {"x": 1, "y": {"on": True}}},
            {"local_standards": {"y": {"on": True}}},
        ),
        ({"local_standards": None}, {"local_standards": {}}),
        ({"local_names": {"x": " Hub ", "y": " "}}, {"local_names": {"x": "Hub"}}),
        ({"local_names": None}, {"local_names": {}}),
    ],
)
def test_a_setting_is_brought_within_its_limits(given, kept):
    """Whatever a file or a person says, the setting makes sense."""
    (name,) = given

    assert kept[name] == getattr(Settings().with_changes(**given), name)


def test_an_unknown_setting_is_left_alone(tmp_path):
    """A newer version may have written more; what is known is used, and the rest is kept."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"schema_version": 1, "theme": "dark", "new": [1], "language": []}))

    assert ("dark", "") == (load(path).theme, load(path).language)
    save(path, load(path).with_changes(theme="light"))
    assert [1] == json.loads(path.read_bytes())["new"]
    assert "light" == load(path).theme


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"\xff",
        b'{"text_scale": "large"}',
        b'{"idle_minutes": Infinity}',
        b"[" * 100_000,
    ],
)
def test_an_unreadable_file_is_kept_aside(tmp_path, data):
    """It is renamed, said, and never overwritten; each such file gets its own name."""
    path = tmp_path / "settings.json"
    for number in (1, 2):
        path.write_bytes(data)
        with pytest.raises(SettingsDamagedError) as caught:
            load(path)

        aside = tmp_path / f"settings.unreadable-{number}.json"
        assert data == aside.read_bytes()
        assert aside.name in caught.value.remedy
        assert Settings() == load(path)


def test_a_folder_that_cannot_be_read_is_named(tmp_path):
    """The person learns where to look; nothing is renamed."""
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(SettingsDamagedError) as caught:
        load(tmp_path / "home" / "settings.json")

    assert str(tmp_path / "home") in caught.value.remedy


def test_an_unreadable_file_that_cannot_be_renamed_is_left_where_it_is(tmp_path, monkeypatch):
    """The person learns where to look; the usual settings can be used meanwhile."""
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")

    def refuse(_path, _target):
        raise PermissionError

    monkeypatch.setattr(type(path), "rename", refuse)
    with pytest.raises(SettingsDamagedError) as caught:
        load(path)

    assert str(tmp_path) in caught.value.remedy
    assert b"{" == path.read_bytes()


@pytest.mark.parametrize("kind", ["unreadable", "senseless and fixed"])
def test_a_file_that_cannot_be_read_is_never_replaced(tmp_path, monkeypatch, kind):
    """Nor is one without sense that cannot be renamed: the refusal says where to look."""
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    name = "read_bytes" if kind == "unreadable" else "rename"
    with monkeypatch.context() as locked:
        locked.setattr(type(path), name, refuse)
        with pytest.raises(SettingsDamagedError, match="could not be saved") as caught:
            save(path, Settings(theme="dark"))

    assert str(tmp_path) in caught.value.remedy
    assert [path] == list(tmp_path.iterdir())
    assert b"{" == path.read_bytes()


def test_a_senseless_file_is_kept_aside_by_saving(tmp_path):
    """It came after the settings were read; the new ones take its place."""
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")
    save(path, Settings(theme="dark"))

    assert "dark" == load(path).theme
    assert b"{" == (tmp_path / "settings.unreadable-1.json").read_bytes()


def test_half_a_pair_of_characters_can_be_saved(tmp_path):
    """Whatever was pasted as the name of the council."""
    path = tmp_path / "settings.json"
    settings = Settings().with_changes(
        organisation="North\ud83dshire", local_standards={}, local_names={}
    )
    save(path, settings)

    assert settings == load(path)


def test_the_settings_that_the_administrators_guide_shows_are_taken(tmp_path):
    """Put in place before the first start, they are what somebody begins with."""
    text = (PROGRAM / "docs" / "administrators.md").read_text("utf-8")
    shown = text.partition("```json\n")[2].partition("```")[0]
    path = tmp_path / "settings.json"
    path.write_text(shown, "utf-8")
    expected = {
        name: value for name, value in json.loads(shown).items() if name != "schema_version"
    }
    found = asdict(load(path))
    assert expected == {name: found[name] for name in expected}
