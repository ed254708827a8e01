"""Inline tags survive, well nested, whatever the order of the words."""

import random
from xml.etree import ElementTree

import pytest

from service.alignment import align, project
from service.markup import unmark

PLACED = [
    ("La <b>ministre de la Santé</b> a parlé.", "The Minister of Health spoke.", "The <b>Minister of Health</b> spoke."),
    (
        'Un <a href="x.html">programme <i>national</i></a> est lancé.', "A national programme is launched.",
        'A <a href="x.html"><i>national</i> programme</a> is launched.',
    ),
    ("Le **budget annuel** est voté.", "The annual budget is voted.", "The **annual budget** is voted."),
    ("Voir [le rapport](http://a.b/c).", "See the report.", "See [the report](http://a.b/c)."),
    ("<b>Le conseil a voté.</b>", "The council voted.", "<b>The council voted.</b>"),
    ("Le <em>Musée</em> ouvre &amp; reste ouvert.", "The Museum opens & stays open.", "The <em>Museum</em> opens &amp; stays open."),
    ("La ville de <b>Rabat</b> accueille le forum.", "Rabat hosts the forum.", "<b>Rabat</b> hosts the forum."),
]  # fmt: skip


@pytest.mark.parametrize(("french", "english", "marked"), PLACED)
def test_a_mark_stands_around_the_same_words(french, english, marked):
    assert unmark(french).restore(english) == marked


UNMARKED = ["2 < 3 et 4 > 1", "AT&T et A&B", "le fichier nom_de_fichier_long", "3 * 4 * 5", "un <b>oubli", "</i>fermé", "a <p>b</p>"]


@pytest.mark.parametrize("text", UNMARKED)
def test_what_is_no_markup_stays_as_it_is(text):
    marked = unmark(text)
    assert (marked.plain, marked.marks) == (text, ())


def test_code_and_translate_no_name_the_words_that_stay():
    assert unmark('Le mot <span translate="no">Dépêche</span> et `le code`'.replace("`le code`", "<code>x = 1</code>")).kept == (
        "Dépêche",
        "x = 1",
    )


WORDS = "le conseil a adopté hier soir le budget annuel de la ville de Rabat pour les écoles et les musées".split()
ENGLISH = "yesterday evening the council adopted the annual budget of the city of Rabat for schools and museums"


def nested(words, rng, depth=0):
    """A random well-formed mark-up of some words."""
    if depth > 3 or len(words) < 2 or rng.random() < 0.3:
        return " ".join(words)
    a, b = sorted(rng.sample(range(len(words) + 1), 2))
    tag = rng.choice(["b", "i", "em", "span", "a"])
    middle = f"<{tag}>{nested(words[a:b], rng, depth + 1)}</{tag}>"
    void = "<br/>" if rng.random() < 0.2 else ""
    return " ".join(filter(None, [nested(words[:a], rng, depth + 1), middle + void, nested(words[b:], rng, depth + 1)]))


@pytest.mark.parametrize("seed", range(200))
def test_two_hundred_patterns_come_out_well_formed_with_the_same_tags_and_words(seed):
    rng = random.Random(seed)
    french = nested(WORDS, rng)
    english = ENGLISH.split()
    rng.shuffle(english)
    english = " ".join(english)
    out = unmark(french).restore(english)
    tree = ElementTree.fromstring(f"<p>{out}</p>")
    assert "".join(tree.itertext()) == english
    assert sorted(e.tag for e in tree.iter()) == sorted(e.tag for e in ElementTree.fromstring(f"<p>{french}</p>").iter())


def test_alignment_finds_partners_by_lexicon_and_letters():
    partners = align("Le ministre a inauguré le musée", "The minister opened the museum")
    assert partners[1] == 1
    assert partners[4] == 5


def test_a_span_without_partners_is_not_guessed():
    assert project((0, 3), "xyz abc", "nothing here") is None


def test_tags_of_a_sentence_survive_the_model(desk):
    (passage,) = desk.translate("La <b>ministre de la Santé</b> a présenté le <a href='#'>programme</a> à Rabat.").passages
    tree = ElementTree.fromstring(f"<p>{passage.english}</p>")
    assert [e.tag for e in tree.iter()] == ["p", "b", "a"]


def test_words_marked_as_not_to_be_translated_stay(desk):
    (passage,) = desk.translate('Le journal <span translate="no">Le Petit Matin</span> paraît le lundi à Dakar.').passages
    assert '<span translate="no">Le Petit Matin</span>' in passage.english
