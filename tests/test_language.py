"""Which language a sentence is in: right or "und", never surely wrong; and what counts as English inside a French text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.language import guess_language, is_english

SENTENCES = {
    "fr": [
        "L'Organisation a tenu sa cinquième session à Rabat.",
        "Le directeur général a reçu l'ambassadeur du Sénégal.",
        "Les candidatures sont ouvertes jusqu'au 30 juin 2021.",
        "Elle entrera en vigueur le premier janvier prochain.",
        "« Nous agirons vite », a déclaré la ministre de la Santé.",
        "Le marché de Noël ouvre ses portes samedi.",
        "Qui peut participer à ce concours et comment s'inscrire ?",
        "Merci de relayer cette information auprès de vos membres.",
        "Les travaux ont duré trois jours et se sont achevés hier.",
        "Le site de streaming fait du marketing en ligne pour son best-seller.",
        "M. John Smith, président de Apple, a visité le stand de Google.",
        "L’école n’a pas rouvert depuis l’été, faute d’enseignants.",
        "Aucune victime n'est à déplorer, selon les pompiers.",
        "Il s'agit du troisième accord de ce type en un an.",
        "Le prix sera remis le 12 mai à Dakar par le jury.",
    ],
    "en": [
        "The Organisation held its fifth session in Rabat.",
        "The Director-General received the Ambassador of Senegal.",
        "Applications are open until 30 June 2021.",
        "It will enter into force on the first of January.",
        '"We will act quickly," said the Minister of Health.',
        "Who can take part in this competition and how?",
        "Please share this information with your members.",
        "The work lasted three days and ended yesterday.",
        "No victims have been reported, according to firefighters.",
        "This is the third agreement of its kind in a year.",
        "We don't know what they're going to do about it.",
        "All rights reserved by the authors of this report.",
        "For more information, please visit our website.",
        "Ségolène Royal and François Hollande were there too.",
        "The award will be presented in Dakar by Aïssatou Diallo.",
    ],
    "es": [
        "La Organización celebró su quinta sesión en Rabat.",
        "El director general recibió al embajador de Senegal.",
        "Los trabajos duraron tres días y terminaron ayer.",
        "No hay víctimas, según los bomberos de la ciudad.",
        "El acuerdo fue firmado por los ministros de los dos países.",
        "¿Quién puede participar en este concurso y cómo?",
    ],
    "pt": [
        "A Organização realizou a sua quinta sessão em Rabat.",
        "O diretor-geral recebeu o embaixador do Senegal.",
        "Os trabalhos duraram três dias e terminaram ontem.",
        "Não há vítimas, segundo os bombeiros da cidade.",
        "O acordo foi assinado pelos ministros dos dois países.",
        "Quem pode participar neste concurso e como?",
    ],
    "it": [
        "L'Organizzazione ha tenuto la sua quinta sessione a Rabat.",
        "Il direttore generale ha ricevuto l'ambasciatore del Senegal.",
        "I lavori sono durati tre giorni e si sono conclusi ieri.",
        "Non ci sono vittime, secondo i vigili del fuoco della città.",
        "L'accordo è stato firmato dai ministri dei due paesi.",
        "Chi può partecipare a questo concorso e come?",
    ],
    "de": [
        "Die Organisation hielt ihre fünfte Sitzung in Rabat ab.",
        "Der Generaldirektor empfing den Botschafter des Senegal.",
        "Die Arbeiten dauerten drei Tage und endeten gestern.",
        "Nach Angaben der Feuerwehr gibt es keine Opfer.",
        "Das Abkommen wurde von den Ministern der beiden Länder unterzeichnet.",
        "Wer kann an diesem Wettbewerb teilnehmen und wie?",
    ],
    "nl": [
        "De organisatie hield haar vijfde zitting in Rabat.",
        "De directeur-generaal heeft de ambassadeur van Senegal ontvangen.",
        "De werkzaamheden duurden drie dagen en zijn gisteren geëindigd.",
        "Volgens de brandweer zijn er geen slachtoffers gevallen.",
        "Het akkoord werd ondertekend door de ministers van beide landen.",
        "Wie kan er aan deze wedstrijd deelnemen en hoe?",
    ],
    "ar": [
        "عقدت المنظمة دورتها الخامسة في الرباط.",
        "استقبل المدير العام سفير السنغال.",
        "المملكة المغربية",
    ],
}
CASES = [(code, text) for code, texts in SENTENCES.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_a_plain_sentence_is_known(code, text):
    guessed, share = guess_language(text)
    assert guessed == code
    assert 0.5 <= share <= 1


UNSURE = [
    "", " ", "12 345", "www.exemple.org", "OMS – ICESCO", "Salim Berrada", "Rabat", "Contact", "🎉", "Москва и Минск", "東京都",
    "Αθήνα και Πειραιάς", "Radio France International", "Coca-Cola", "Jakarta, Dakar, Doha", "a@b.fr", "PDF", "\x00\ud800",
]  # fmt: skip


@pytest.mark.parametrize("text", UNSURE)
def test_what_has_no_language_is_undetermined(text):
    assert guess_language(text) == ("und", 0.0)


ENGLISH = [
    "The best way to predict the future is to invent it.",
    "This project was funded by the European Union.",
    "For more information, please contact our press office.",
    "“We are proud of what our teams have achieved,” said Jane Doe.",
    "All the news that's fit to print",
    "This is not the end of the story.",
]

NOT_ENGLISH = [
    "Le film « The Power of the Dog » est projeté lundi.",
    "Le programme Skills for the Future of Africa est lancé à Dakar par la Banque.",
    "Ladies and Gentlemen", "World Health Organization", "Bill & Melinda Gates Foundation", "New York Times", "Coca-Cola Company",
    "UNESCO", "Radio France", "Le week-end du marketing en ligne", "Patrick Martin, Air France", "Grand Prix Open de tennis",
    "The Economist", "Harvard Business School", "Save the Children", "Communication, information, innovation",
    "Jean Monnet et Robert Schuman", "Africa CEO Forum", "Start-up Act", "Contact presse : Jane Doe", "On y va !", "En or, on a",
]  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH)
def test_an_english_passage_is_english(text):
    assert is_english(text)


@pytest.mark.parametrize("text", NOT_ENGLISH + SENTENCES["fr"] + SENTENCES["de"] + SENTENCES["nl"])
def test_names_titles_and_other_languages_are_not_english(text):
    assert not is_english(text)


def test_a_long_text_is_known_by_its_beginning_and_quickly():
    text = "\n".join(SENTENCES["fr"]) * 5000
    assert guess_language(text)[0] == "fr"


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_gets_an_answer(text):
    code, share = guess_language(text)
    assert code in {*SENTENCES, "und"}
    assert 0 <= share <= 1
    assert is_english(text) in (True, False)
