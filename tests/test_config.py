import pytest

from service.config import Settings, profiles
from service.errors import ConfigError


def test_the_default_file_states_every_setting_with_its_default():
    assert Settings.load("embedded") == Settings()


def test_every_profile_loads_and_says_its_name():
    assert profiles() == ["embedded", "gpu", "opus", "quality"]
    for name in profiles():
        assert Settings.load(name).profile == name


WRONG = [
    ({"translator.beem": 1}, "did you mean 'translator.beam'"),
    ({"translater": {}}, "did you mean 'translator'"),
    ({"translator.beam": "four"}, "'translator.beam' must be int"),
    ({"translator.beam": True}, "'translator.beam' must be int"),
    ({"translator": 3}, "is a table of settings"),
    ({"glossary.files": "a.toml"}, "a list of texts"),
]


@pytest.mark.parametrize(("overrides", "sentence"), WRONG)
def test_a_wrong_setting_is_named_with_what_was_meant(overrides, sentence):
    with pytest.raises(ConfigError, match=sentence):
        Settings.load(overrides=overrides)


def test_an_unknown_profile_names_the_nearest():
    with pytest.raises(ConfigError, match="did you mean 'opus'"):
        Settings.load("opsu")


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "mine.toml").write_text("beam = = 4")
    with pytest.raises(ConfigError, match=r"mine\.toml is no valid TOML"):
        Settings.load(tmp_path / "mine.toml")


def test_a_profile_of_ones_own_changes_only_what_it_names(tmp_path):
    (tmp_path / "mine.toml").write_text("[brief]\nwords = 80\n")
    mine = Settings.load(tmp_path / "mine.toml")
    assert mine.brief.words == 80
    assert mine.translator == Settings().translator


def test_only_settings_that_change_text_change_the_digest():
    base = Settings().digest()
    assert Settings.load(overrides={"translator.threads": 1, "cache": "elsewhere"}).digest() == base
    assert Settings.load(overrides={"brief.words": 100}).digest() != base
