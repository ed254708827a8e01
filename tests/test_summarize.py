"""Which sentences are chosen, and why."""

import dataclasses
import time

import pytest

from service.config import SelectSettings, Settings
from service.summarize import features, score, select

RELEASE = [
    "Ladies and gentlemen, dear friends,",
    "The Ministry of Health launched a measles vaccination campaign in 12 departments on Monday.",
    "The campaign",
    "It is with great pleasure that the delegation thanked its hosts for the warm welcome.",
    "The vaccination campaign will reach 1.2 million children and cost the Ministry US$3.4 million.",
    '"No child should die of a disease that a vaccine can prevent," said the Minister, Awa Dossou.',
    "The vaccination campaign, launched by the Ministry of Health, concerns 12 departments.",
    "They also recalled this.",
    "Press contact: Jeanne Koffi, presse@sante.example, tel. +229 21 00 00 00.",
    "About the Ministry: it was founded in 1960 and works for the health of all.",
]
WEIGHTS = SelectSettings()


def chosen(**asked):
    return select(RELEASE, weights=WEIGHTS, **asked)


def test_the_first_news_sentence_is_always_there_and_order_is_kept():
    for words in (10, 30, 60, 200):
        found = chosen(words=words)
        assert found[0] == 1
        assert list(found) == sorted(found)


def test_greetings_headings_contacts_and_boilerplate_are_left_out():
    assert not {0, 2, 3, 8, 9} & set(chosen(count=4))
    assert not {0, 2} & set(chosen(words=1000))


@pytest.mark.parametrize("role", ["contact", "about", "embargo", "notes", "heading", "title", "table"])
def test_a_sentence_whose_role_is_no_news_is_never_chosen(role):
    roles = ["body"] * len(RELEASE)
    roles[4] = role
    assert 4 in chosen(words=1000)
    assert 4 not in chosen(words=1000, roles=roles)


def test_count_and_words_both_bind():
    assert len(chosen(count=2)) == 2
    assert sum(len(RELEASE[i].split()) for i in chosen(words=45)) <= 45


def test_variety_prefers_what_is_not_said_yet():
    said_again, quote = 6, 5
    weights = dataclasses.replace(WEIGHTS, variety=0.3)
    found = select(RELEASE, weights=weights, count=3)
    assert said_again not in found
    assert quote in found


def test_a_text_without_a_fit_sentence_gives_its_longest_and_an_empty_one_nothing():
    assert select(["Hello", "Press contact"], weights=WEIGHTS) == (1,)
    assert select([], weights=WEIGHTS) == ()


FEATURES = [
    ("figures", 4, 7),
    ("names", 5, 7),
    ("decision", 1, 5),
    ("quote", 5, 4),
    ("protocol", 3, 4),
    ("boilerplate", 8, 4),
    ("dangling", 7, 1),
    ("position", 1, 4),
    ("centrality", 1, 5),
    ("title", 4, 5),
]


@pytest.mark.parametrize(("name", "more", "less"), FEATURES)
def test_each_feature_tells_one_sentence_from_another(name, more, less):
    found = features(RELEASE, title="Vaccination campaign for 1.2 million children")
    assert getattr(found[more], name) > getattr(found[less], name)


def test_the_score_is_the_weighted_sum_and_unfit_sentences_have_none():
    found = features(RELEASE)
    only = SelectSettings(**{f.name: 0.0 for f in dataclasses.fields(SelectSettings)} | {"figures": 2.0})  # type: ignore[arg-type]
    worth = score(found, only)
    assert worth[4] == pytest.approx(2 * found[4].figures)
    assert worth[0] == float("-inf")


def test_the_weights_of_the_configuration_are_those_of_the_code():
    assert Settings.load().select == SelectSettings()


def test_a_release_of_a_thousand_words_takes_a_small_part_of_a_second():
    text = [f"{sentence} Item {i} of the list counts {i * 7} more." for i in range(7) for sentence in RELEASE]
    begun = time.process_time()
    select(text, weights=WEIGHTS, words=120)
    assert time.process_time() - begun < 0.15
