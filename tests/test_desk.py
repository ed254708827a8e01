"""The whole way of the text, with the shipped model and with the echo."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from service import Brief, BriefService, Document, Settings
from service.errors import EmptyInput, TooLarge, WrongLanguage
from service.segment import segment

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.fr.txt"))
SHORT = "Le conseil a adopté le budget. Il s'élève à 12,5 millions d'euros.\n\n- premier point ;\n- second point.\n"


@pytest.fixture(scope="module")
def sample(desk):
    return desk.brief(EXAMPLES[[p.name for p in EXAMPLES].index("communique.fr.txt")].read_text(encoding="utf-8"))


def test_every_french_sentence_of_the_sample_is_accounted_for(sample):
    text = next(p for p in EXAMPLES if p.name == "communique.fr.txt").read_text(encoding="utf-8")
    kept = "".join(p.french + p.gap for p in sample.passages)
    accounted = set(kept.split()) | {w for r in sample.removed for w in r.text.split()}
    assert set(text.split()) <= accounted
    assert all(p.english.strip() for p in sample.passages)


def test_the_brief_of_the_sample_keeps_its_promises(sample):
    assert sample.words <= 150
    assert len(sample.headline.text.split()) <= 12
    assert 1 <= len(sample.points) <= 4
    assert sample.dateline.published == "2021-01-13"
    assert {r.reason for r in sample.removed} >= {"menu", "share buttons", "view count"}
    for line in (sample.headline, sample.lead, *sample.points):
        assert line.sources
        assert all(0 <= i < len(sample.passages) for i in line.sources)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_an_example_becomes_a_brief_within_its_words(desk, path):
    brief = desk.brief(path.read_text(encoding="utf-8"))
    assert brief.words <= 150
    assert brief.lead.text
    assert Brief.from_dict(brief.to_dict()) == brief


def test_one_by_one_together_and_in_threads_give_the_same_bytes(desk):
    texts = [p.read_text(encoding="utf-8") for p in EXAMPLES[:3]]
    alone = [desk.brief(t).to_json() for t in texts]
    assert [b.to_json() for b in desk.briefs(texts)] == alone
    found: dict[int, str] = {}
    threads = [threading.Thread(target=lambda i=i: found.update({i: desk.brief(texts[i]).to_json()})) for i in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[i] for i in range(3)] == alone


def test_a_stream_ends_with_the_brief_that_brief_gives(desk):
    *passages, last = desk.stream(SHORT)
    assert [p.french for p in passages] == [s.text for s in segment(SHORT)]
    assert last == desk.brief(SHORT) or replace(last, passages=()) == replace(desk.brief(SHORT), passages=())


def test_a_translation_keeps_paragraphs_bullets_and_blank_lines(echo):
    english = echo.translate(SHORT).text
    assert english.count("\n\n") == 1
    assert english.count("\n- ") == 2


def test_candidates_are_kept_when_asked_for(desk):
    assert all(p.candidates == () for p in desk.translate(SHORT).passages)
    assert any(p.candidates for p in desk.translate(SHORT, candidates=3).passages)


def test_a_summary_gives_sentences_with_their_numbers(desk):
    text = "The council met. It adopted a budget of 12 million euros. The weather was fine. A new library will open in May."
    summary = desk.summarize(text, words=14)
    assert all(summary.sentences[line.sources[0]] == line.text for line in summary.lines)
    assert len(summary.text.split()) <= 14


EMPTY = ["", "   \n\t ", "\x00\x00", "\ud800"]


@pytest.mark.parametrize("text", EMPTY)
def test_a_text_without_text_is_refused(echo, text):
    with pytest.raises(EmptyInput, match="holds no text"):
        echo.brief(text)


def test_page_furniture_alone_is_refused(echo):
    with pytest.raises(EmptyInput, match="only page furniture"):
        echo.brief("Aller au contenu\nMenu\nPartager\nFacebook Twitter LinkedIn\n")


def test_an_english_text_is_refused_and_goes_through_when_forced(desk):
    text = "The minister said on Tuesday that the new school would open in September with 400 pupils and twelve teachers."
    with pytest.raises(WrongLanguage, match="looks English"):
        desk.translate(text)
    translation = desk.translate(text, force=True)
    assert translation.text == text
    assert [f.check for f in translation.findings] == ["language"]


def test_an_arabic_text_is_refused_and_left_as_it_is_when_forced(desk):
    text = "أعلنت وزارة التربية يوم الثلاثاء عن افتتاح مدرسة جديدة في مدينة الرباط تستقبل أربعمائة تلميذ وتلميذة."
    with pytest.raises(WrongLanguage, match="looks Arabic"):
        desk.translate(text)
    (passage,) = desk.translate(text, force=True).passages
    assert passage.english == text
    assert passage.findings[0].check == "not_french"


def test_null_bytes_and_lone_surrogates_are_taken_out_and_told(desk):
    translation = desk.translate("Le conseil\x00 a adopté\ud800 le budget de la ville de Rabat.")
    assert translation.passages[0].french == "Le conseil a adopté le budget de la ville de Rabat."
    assert translation.findings[0].check == "no_text_characters"


def test_all_capitals_are_translated(desk):
    english = desk.translate("LE MINISTRE DE LA SANTÉ A PRÉSENTÉ LE PROGRAMME NATIONAL DE VACCINATION.").text
    assert "inister" in english
    assert "health" in english.lower()


def test_emoji_and_right_to_left_marks_pass(desk):
    translation = desk.translate("🎉 Le musée ouvre ses portes le 12 mai 2021. \u200fمرحبا\u200e")
    assert "12 May 2021" in translation.text
    assert "🎉" in translation.text


def test_a_sentence_of_three_thousand_words_is_split_and_not_cut(echo):
    text = "Le ministre a visité " + ", ".join(f"la ville {i} du pays" for i in range(600)) + "."
    (passage,) = echo.translate(text).passages
    assert all(f"ville {i:,} " in passage.english.replace("\u00a0", " ") for i in range(600))


@pytest.mark.parametrize("times", [7_500, pytest.param(75_000, marks=pytest.mark.slow)])
def test_a_megabyte_without_a_stop_ends_and_loses_no_word(echo, times):
    (passage,) = echo.translate("la ville a reçu le prix et " * times).passages
    assert passage.english.split().count("ville") == times


def test_a_text_over_the_limit_is_refused(echo):
    small = BriefService.load(settings=Settings.load(overrides={"translator.engine": "echo", "limits.characters": 100}))
    with pytest.raises(TooLarge, match="at most 100"):
        small.brief("Le conseil. " * 20)


def test_the_source_of_a_document_is_kept(echo):
    assert echo.brief(Document(text="Le conseil a adopté le budget.", source="a.zip!b.txt")).source == "a.zip!b.txt"


def test_the_signature_names_engine_and_settings(desk):
    assert str(desk.signature).startswith("depeche 0.1.0 | ct2/embedded@")
    other = BriefService.load(settings=replace(desk.settings, brief=replace(desk.settings.brief, words=100)))
    assert other.signature != desk.signature


def test_a_profile_with_an_abstractive_summarizer_goes_the_same_way(cache):
    overrides = {"summarizer.model": "echo", "summarizer.engine": "echo", "summarizer.max_words": 40, "summarizer.min_words": 5}
    desk = BriefService.load(cache=str(cache), **overrides)
    brief = desk.brief(EXAMPLES[0].read_text(encoding="utf-8"))
    assert desk.signature.summarizer == "echo"
    assert brief.words <= 150
    assert all(line.sources for line in (brief.lead, *brief.points))
