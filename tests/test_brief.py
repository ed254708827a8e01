"""Assembling a brief, with English written by hand so that only the editor is tested."""

from dataclasses import replace

import pytest

from service.brief import Editor
from service.brief.budget import budget
from service.brief.figures import figures
from service.brief.issued import embargoes, in_english, organisations
from service.brief.lines import tell
from service.brief.lists import tell_list
from service.brief.people import described
from service.config import Settings
from service.engines.echo import EchoSummarizer
from service.errors import ConfigError
from service.glossary import institutions
from service.release import read_release
from service.segment import segment
from service.types import Dateline, Finding, Passage, Signature, Translation

SIGNATURE = Signature(version="0", translator="hand", summarizer="extractive", settings="x")
FRENCH = """Le Sénégal ouvre une école de médecine à Thiès

THIÈS, le 12 mars 2024 – Le ministre de la Santé, M. Ibrahima Sow, a inauguré mardi à Thiès une école de médecine de 400 places.

L'établissement a coûté 12,5 millions d'euros, financés par l'OMS.

« Cette école formera les médecins de demain pour tout le pays », a déclaré M. Sow.

Les cours débuteront en octobre.
"""
ENGLISH = [
    "Senegal opens a medical school in Thiès",
    "Thiès, 12 March 2024 – The Minister of Health, Ibrahima Sow, on Tuesday opened a medical school with 400 places in Thiès.",
    "The school cost €12.5 million, financed by WHO.",
    "“This school will train tomorrow's doctors for the whole country,” said Mr Sow.",
    "Classes will begin in October.",
]


def made(english=ENGLISH, findings=None, overrides=None, summarizer=None, french=FRENCH):
    settings = Settings.load(overrides=overrides)
    release = read_release(segment(french))
    assert len(release.sentences) == len(english)
    passages = tuple(
        Passage(
            french=s.text, english=e, gap=s.gap, paragraph=s.paragraph, role=s.role, findings=tuple((findings or {}).get(i, ()))
        )
        for i, (s, e) in enumerate(zip(release.sentences, english, strict=True))
    )
    translation = Translation(passages=passages, signature=SIGNATURE)
    return Editor(settings, institutions(), summarizer).brief("text", release, translation)


def test_each_part_has_its_place_and_its_source():
    brief = made()
    assert brief.headline.text == "Senegal opens a medical school in Thiès"
    assert (brief.dateline.place, brief.dateline.date) == ("Thiès", "2024-03-12")
    assert brief.lead.text.startswith("The Minister of Health, Ibrahima Sow")
    assert brief.lead.sources == (1,)
    assert brief.lead.deleted[0].startswith("Thiès, 12 March 2024")
    assert "The school cost €12.5 million, financed by WHO." in [p.text for p in brief.points]
    assert [f.value for f in brief.figures] == ["400", "€12.5 million"]
    assert brief.organisations == ("WHO",)


def test_a_quotation_comes_with_its_speaker_and_function():
    brief = made()
    assert brief.quote is not None
    assert 3 not in [i for p in brief.points for i in p.sources]
    assert brief.quote.text == "This school will train tomorrow's doctors for the whole country"
    assert brief.quote.speaker == "Ibrahima Sow, Minister of Health"


def test_a_sentence_with_a_severe_doubt_is_passed_over_and_the_brief_is_calm():
    brief = made(findings={2: [Finding("number_kept", "12 is lost.", "severe")]})
    assert 2 not in brief.told
    assert not brief.severe


def test_a_lead_with_a_severe_doubt_warns():
    assert made(findings={1: [Finding("number_kept", "400 is lost.", "severe")]}).severe


def test_a_title_that_was_not_translated_gives_way_to_the_lead():
    untranslated = ["⟦Le Sénégal ouvre une école⟧", *ENGLISH[1:]]
    brief = made(untranslated, findings={0: [Finding("loop", "x", "severe")]})
    assert "⟦" not in brief.headline.text
    assert brief.headline.sources == (1,)


def test_a_release_of_which_nothing_passes_still_gives_a_line_that_says_so():
    broken = [f"⟦{e}⟧" for e in ENGLISH]
    brief = made(broken, findings={i: [Finding("loop", "x", "severe")] for i in range(5)})
    assert brief.severe
    assert brief.words <= 150


def test_an_opening_sentence_that_the_gate_stops_gives_way_and_the_brief_says_so():
    stuttering = [ENGLISH[0], "The Minister of the Minister of the opened opened a school ⟦0⟧ with 400 places", *ENGLISH[2:]]
    brief = made(stuttering)
    assert 1 not in brief.lead.sources
    assert brief.severe
    assert "opening sentence" in brief.warnings[0].note


LONG_NAMES = """Kinshasa, 22 septembre 2026 – La Croix-Rouge congolaise a ouvert un centre à Goma.

Le centre emploie 62 soignants.
"""
LONG_ENGLISH = [
    "Kinshasa, 22 September 2026 – The Red Cross of the Democratic Republic of the Congo and Médecins du Monde opened a centre in Goma, "
    "whereas 1,214 cases have been recorded since 1 August in the province of North Kivu and in two more.",
    "The centre employs 62 care workers.",
]


def test_a_headline_that_would_break_off_gets_more_words_where_the_budget_has_them():
    whole = "The Red Cross of the Democratic Republic of the Congo and Médecins du Monde opened a centre in Goma"
    assert made(LONG_ENGLISH, french=LONG_NAMES).headline.text == whole
    short = made(LONG_ENGLISH, french=LONG_NAMES, overrides={"brief.words": 40, "brief.most_words": 50})
    assert short.headline.text.endswith("…")
    assert short.words <= 50


def test_a_list_of_figures_makes_no_lead():
    french = """Résultats semestriels

• Chiffre d'affaires : 214,6 M€ (+6,3 %)
• Endettement net ramené de 88 à 71 M€

Le groupe a publié mardi ses comptes du premier semestre, clos le 30 juin.
"""
    english = [
        "Half-year results", "• Revenue: €214.6 million (+6.3%)", "• Net debt cut from €88 million to €71 million",
        "The group published its accounts for the first half, which ended on 30 June, on Tuesday.",
    ]  # fmt: skip
    brief = made(english, french=french)
    assert brief.lead.sources == (3,)
    assert {1, 2} <= {source for point in brief.points for source in point.sources}


def test_a_figure_whose_unit_stands_in_the_heading_gets_it_and_is_no_point():
    french = FRENCH + "\nChiffres clés (en millions d'euros)\n- Résultat brut : 74,8\n- Résultat net : 38,9\n\nLa suite en mai.\n"
    english = [*ENGLISH, "Key figures (€ million)", "- Gross profit: 74.8", "- Net profit: 38.9", "More in May."]
    brief = made(english, french=french)
    assert "74.8 (€ million)" in [f.value for f in brief.figures]
    assert not {6, 7} & {source for point in brief.points for source in point.sources}


def test_a_list_of_things_is_told_whole_or_not_at_all():
    lots = "Lots rappelés :\n- Bleu des Sucs 250 g, lot 118\n- Bleu des Sucs 500 g, lot 119\n- Bleu des Sucs à la coupe, lot 121\n"
    english = [
        *ENGLISH, "Batches recalled:", "- Bleu des Sucs 250 g, batch 118", "- Bleu des Sucs 500 g, batch 119",
        "- Bleu des Sucs by the slice, batch 121",
    ]  # fmt: skip
    whole = [line for line in made(english, french=f"{FRENCH}\n{lots}").points if set(line.sources) & {6, 7, 8}]
    assert [line.sources for line in whole] in ([], [(5, 6, 7, 8)])
    told = tell_list((6, 7, 8), made(english, french=f"{FRENCH}\n{lots}").passages, 24, 100)
    assert told
    assert told.text.startswith("Batches recalled: Bleu des Sucs 250 g, batch 118; Bleu")
    assert tell_list((6, 7, 8), made(english, french=f"{FRENCH}\n{lots}").passages, 8, 100) is None


LONG = """« Nous récoltons les fruits d'un plan engagé en 2021. Mais rien n'est acquis pour autant », a déclaré M. Ibrahima Sow."""


def test_a_sentence_in_the_midst_of_a_quotation_is_told_with_its_speaker_or_not_at_all():
    french = FRENCH.replace("« Cette école formera les médecins de demain pour tout le pays », a déclaré M. Sow.", LONG)
    said = ["“We reap the fruits of a plan begun in 2021.", "But nothing is certain for all that,” said Mr Ibrahima Sow."]
    brief = made([*ENGLISH[:3], *said, ENGLISH[4]], french=french)
    assert brief.quote
    assert (brief.quote.text, brief.quote.sources) == ("But nothing is certain for all that", (4,))
    assert not any("fruits" in line.text for line in (brief.lead, *brief.points))


@pytest.mark.parametrize("words", [20, 40, 80, 120])
def test_the_budget_is_kept(words):
    brief = made(overrides={"brief.words": words, "brief.most_words": round(words * 1.25)})
    assert brief.words <= words * 1.25


def test_an_abstractive_model_speaks_and_every_line_keeps_its_sources():
    brief = made(summarizer=EchoSummarizer(), overrides={"summarizer.max_words": 30, "summarizer.min_words": 5})
    assert brief.lead.sources
    assert brief.told <= set(range(len(ENGLISH)))


WRONG = [({"brief.words": 200}, "more than brief.most_words"), ({"brief.form": "novel"}, "known are wire, brief, long")]


@pytest.mark.parametrize(("overrides", "sentence"), WRONG)
def test_a_budget_that_cannot_be_is_refused(overrides, sentence):
    with pytest.raises(ConfigError, match=sentence):
        budget(Settings.load(overrides=overrides).brief)


def test_a_wire_has_no_points():
    room = budget(replace(Settings().brief, form="wire"))
    assert (room.points, room.quote) == (0, False)


FIGURES = [
    ("The fund provides €12.5 million for 300 schools.", [("€12.5 million", "for 300 schools"), ("300", "schools")]),
    ("It opened on 12 March 2024 at 8.15 a.m. in Room 4.", []),
    ("Of these, 71% of them found a job.", [("71%", "of them found a job")]),
    ("Attacks rose, up 27% compared with the year before.", [("27%", "Attacks up compared with the year before")]),
    ("More than 2.3 million children are out of school.", [("more than 2.3 million", "children")]),
    ("A budget of €480 million for 1,250 primary schools.", [("€480 million", "for 1,250 primary schools"), ("1,250", "primary schools")]),
    ("Packs of 4 x 90 g held 0.14 mg/kg of lead.", [("0.14 mg/kg", "of lead")]),
    ("31% of them are enrolled, against 58%.", []),
    ("The cost of the works, €2.1 million, was met.", [("€2.1 million", "cost of the works")]),
    ("It will welcome 48 children from 7.30 a.m. to 6 p.m.", [("48", "children")]),
    ("We aim for an operating margin of between 8 and 8.5%.", [("between 8 and 8.5%", "We aim for an operating margin")]),
    ("Each farm receives a cash advance of up to €12,000.", [("up to €12,000", "Each farm receives a cash advance")]),
    ("• Revenue: €214.6 million (+6.3%)", [("€214.6 million", "Revenue")]),
    ("Net profit was €9.8 million, against a loss of €2.1 million in 2025.", [("€9.8 million", "Net profit"), ("€2.1 million", "loss in 2025")]),
    ("Net debt was cut from €88 million to €71 million.", [("€71 million", "Net debt was cut")]),
    ("The net profit attributable to the group thus stands at €38.9 million, down 9.5%.",
     [("€38.9 million", "net profit attributable to the group"), ("9.5%", "net profit attributable to the group down")]),
    ("Dry bulk, particularly soya meal, jumped by 11.3% to 1.67 million tonnes.",
     [("11.3%", "Dry bulk jumped"), ("1.67 million tonnes", "Dry bulk jumped to")]),
    ("Charges were held at €139.8 million (+1.2%), compared with €141 million.", [("€139.8 million", "Charges")]),
    ("Habitat Moselle funded the dig at a rate of 870,000 euros.", [("870,000 euros", "Habitat Moselle funded the dig")]),
    ("A team is searching a 1.2-hectare site in Metz.", [("1.2-hectare", "site in Metz")]),
    ("The CET1 ratio reached 17.2%.", [("17.2%", "CET1 ratio")]),
    ("The programme, worth $95 million, is on time.", [("$95 million", "programme")]),
    ("The board did not change the coupon, set at 2.75%.", [("2.75%", "coupon")]),
    ("The budget is set at €2.4 million for 2026.", [("€2.4 million", "budget")]),
    ("The board voted by 78 votes to 41 to ban open fires.", [("78", "votes")]),
    ("Tickets cost €12 at the reduced rate, €25 at the full rate.", [("€12", "Tickets cost"), ("€25", "at the full rate")]),
    ("Tins bearing batch numbers 3348 are recalled.", []),
    ("Article 12 of Law No. 45 entered into force in 2019.", []),
    ("From Wednesday 22 to Sunday 26 March the fair is open.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures_come_with_what_they_count(sentence, expected):
    assert [(f.value, f.label) for f in figures(sentence, 0)] == expected


PEOPLE = [
    ("said the Minister of Health, Awa Sarr, on Friday.", "Awa Sarr, Minister of Health"),
    ("Awa Sarr, Director-General of the Institute, spoke.", "Awa Sarr, Director-General of the Institute"),
    ("chaired by Awa Sarr in Dakar", "Awa Sarr"),
    ("the President of the Republic and Awa Sarr met", "Awa Sarr"),
]


@pytest.mark.parametrize(("sentence", "expected"), PEOPLE)
def test_a_person_gets_the_function_that_stands_beside_the_name(sentence, expected):
    assert described("Awa Sarr", [sentence]) == expected


HEADS = [
    ("- le remplacement de 3 400 chaudières ;", "- the replacement of 3,400 boilers;", "The replacement of 3,400 boilers"),
    ("1. Le lot 7 est rappelé.", "1. Batch 7 is recalled.", "Batch 7 is recalled."),
    ("NIAMEY, 9 décembre 2025. – Le rapport paraît.", "Niamey, 9 December 2025. – The report of the year is out.", "The report of the year is out."),
    ("Paris, le 2 mai 2025 (17h45) – Le groupe publie.", "Paris, 2 May 2025 (5.45 p.m.) – The group publishes its results.", "The group publishes its results."),
    ("Le 3 mars 2024 – un dimanche – il pleuvait.", "On 3 March 2024 – a Sunday – it rained.", "On 3 March 2024 – a Sunday – it rained."),
    ("Deux victoires suffiraient. »", "Two victories would do.”", "“Two victories would do.”"),
    ("« Ce groupe a faim.", "“This group is hungry.", "“This group is hungry.”"),
    ("« Ce groupe a faim.", '"This group is hungry.', '"This group is hungry."'),
    ("Lyon, le 2 mai 2025, 17h45 – Le groupe publie.", "Lyon, 2 May 2025, 5.45 p.m. – The group publishes its results.",
     "The group publishes its results."),
]


@pytest.mark.parametrize(("french", "english", "told"), HEADS)
def test_a_line_goes_without_bullet_and_dateline_and_with_both_its_quotation_marks(french, english, told):
    line = tell(0, [Passage(french=french, english=english)], 30, 40).line
    assert line is not None
    assert line.text == told


EMBARGOES = [
    ("SOUS EMBARGO JUSQU’AU MARDI 9 DÉCEMBRE 2025 À 6 H 00 GMT", "under embargo until Tuesday 9 December 2025 at 6 a.m. GMT."),
    ("Embargo : 12 mars 2024, 10 h", "under embargo – “Embargo : 12 March 2024, 10 a.m.”."),
    ("Communiqué – embargo jusqu'au 26 novembre 2026 à 18 heures", "under embargo until 26 November 2026 at 6 p.m."),
    ("POUR DIFFUSION IMMÉDIATE", ""),
]


@pytest.mark.parametrize(("french", "told"), EMBARGOES)
def test_an_embargo_stands_in_the_first_line(french, told):
    notes = [f.note for f in embargoes([Passage(french=french, english="x", role="embargo")], "day-month")]
    assert notes == ([f"The release is {told}"] if told else [])


def test_the_place_has_its_english_name():
    assert in_english(Dateline(place="Bruxelles/Genève"), institutions()).place == "Brussels/Geneva"
    assert in_english(Dateline(), institutions()).place is None


def test_the_issuer_comes_first_and_no_institution_twice():
    french = "Banque centrale du Bénada\n\nLe taux est de 4 %\n\nL'OMS et l'Organisation mondiale de la santé, avec une ONG, saluent cela."
    release = read_release(segment(french))
    english = ["Central Bank of Bénada", "The rate is 4%", "WHO and the World Health Organization, with an NGO, welcome this."]
    passages = [Passage(french=s.text, english=e, role=s.role) for s, e in zip(release.sentences, english, strict=True)]
    assert list(organisations(release, passages, institutions())) == ["Central Bank of Bénada (Banque centrale du Bénada)", "WHO"]


def test_the_function_of_the_next_person_in_a_list_is_not_taken():
    sentence = "It was held in the presence of the Minister of Culture, Mr Ahmed Ould Sidi, the Ambassador of Spain and UNESCO."
    assert described("Ahmed Ould Sidi", [sentence]) == "Ahmed Ould Sidi, Minister of Culture"


def test_a_dateline_of_its_own_is_never_the_lead():
    french = "Le musée rouvre ses portes\n\nNouakchott, mardi 7 février 2023. Le musée a accueilli hier ses visiteurs dans ses salles."
    english = ["The museum reopens", "Nouakchott, Tuesday 7 February 2023.", "The museum yesterday welcomed visitors to its rooms."]
    brief = made(english, french=french)
    assert brief.lead.text == english[2]
