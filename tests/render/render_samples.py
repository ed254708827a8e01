"""Briefs built by hand, one for each thing that a form may stumble on."""

import dataclasses

from service.types import (
    Brief,
    Dateline,
    Figure,
    Finding,
    Line,
    Passage,
    Quote,
    Removed,
    Signature,
    Summary,
    Translation,
)

SIGNATURE = Signature(
    version="0.1.0", translator="ct2/embedded@3f2a91c/int8/beam4", summarizer="extractive", settings="0a1b2c3d4e5f"
)

RICH_PASSAGES = (
    Passage(
        french="Le ministère de la Santé lance une campagne de vaccination contre la rougeole",
        english="The Ministry of Health launches a measles vaccination campaign",
        gap="\n\n",
        role="title",
    ),
    Passage(
        french="RABAT, le 12 mars 2024 – Le ministère de la Santé lancera lundi une campagne nationale de vaccination qui "
        "touchera 1 250 000 enfants de moins de cinq ans dans les douze régions du pays, ainsi que dans les centres "
        "d’accueil.",
        english="RABAT, 12 March 2024 – The Ministry of Health will launch on Monday a national vaccination campaign that "
        "will reach 1,250,000 children under five in the twelve regions of the country, as well as in the reception "
        "centres.",
        gap=" ",
        paragraph=1,
        findings=(Finding("repaired_number", "“1.250.000” was written as “1,250,000”.", "note"),),
    ),
    Passage(
        french="Le budget s’élève à 42,5 millions de dirhams.",
        english="The budget amounts to 42.5 million dirhams.",
        gap="\n\n",
        paragraph=1,
    ),
    Passage(
        french="Trois mille équipes mobiles se rendront dans les villages éloignés, sous réserve de l’état des routes.",
        english="Three thousand mobile teams will visit remote villages, subject to the state of the roads.",
        gap="\n\n",
        paragraph=2,
        confidence="low",
        findings=(Finding("rare_words", "The model was unsure of “mobile teams”.", "doubt"),),
    ),
    Passage(
        french="« Aucun enfant ne doit mourir d’une maladie que l’on sait prévenir », a déclaré Awa Sarr, ministre de la Santé.",
        english="“No child should die of a disease that we know how to prevent,” said Awa Sarr, Minister of Health.",
        gap="\n\n",
        paragraph=3,
    ),
    Passage(
        french="Contact presse : presse@sante.example, +212 5 37 00 00 00",
        english="Press contact: presse@sante.example, +212 5 37 00 00 00",
        paragraph=4,
        role="contact",
    ),
)

RICH = Brief(
    headline=Line(text="Ministry of Health launches measles vaccination campaign", sources=(0,)),
    dateline=Dateline(place="Rabat", date="2024-03-12", published="2024-03-13"),
    lead=Line(
        text="The Ministry of Health will launch on Monday a national vaccination campaign that will reach 1,250,000 "
        "children under five in the twelve regions of the country.",
        sources=(1,),
        deleted=("as well as in the reception centres",),
    ),
    points=(
        Line(text="The budget amounts to 42.5 million dirhams.", sources=(2,)),
        Line(text="Three thousand mobile teams will visit remote villages, subject to the state of the roads.", sources=(3,)),
    ),
    quote=Quote(
        text="No child should die of a disease that we know how to prevent",
        speaker="Awa Sarr, Minister of Health",
        sources=(4,),
    ),
    figures=(
        Figure(value="1,250,000", label="children under five", sources=(1,)),
        Figure(value="42.5 million dirhams", label="budget", sources=(2,)),
    ),
    people=("Awa Sarr, Minister of Health",),
    organisations=("Ministry of Health",),
    source="https://www.sante.example/communiques/rougeole?id=7&lang=fr",
    passages=RICH_PASSAGES,
    removed=(
        Removed(line=1, text="Aller au contenu", reason="menu"),
        Removed(line=4, text="Partager sur X", reason="share buttons"),
    ),
    signature=SIGNATURE,
)

LOST_NUMBER = Finding("numbers_kept", "12 is not in the English.", "severe")
SEVERE = dataclasses.replace(
    RICH,
    passages=(*RICH_PASSAGES[:2], dataclasses.replace(RICH_PASSAGES[2], findings=(LOST_NUMBER,)), *RICH_PASSAGES[3:]),
)
BARE = Brief(
    headline=Line(text="A new bridge opens", sources=()),
    dateline=Dateline(),
    lead=Line(text="A new bridge opens over the river.", sources=()),
    signature=SIGNATURE,
)
HOSTILE_TEXT = "<script>alert('1 & 2')</script> | *bold* _it_ `code` [link](http://a.example) \x00\x1b[31m\ufffe \ud800 ]]> &amp; # 1. \u202e!"
HOSTILE = Brief(
    headline=Line(text=HOSTILE_TEXT, sources=(0, 99, -1)),
    dateline=Dateline(place=HOSTILE_TEXT, date="soon", published="2024-13-40"),
    lead=Line(text="- " + HOSTILE_TEXT, sources=(0,), deleted=('"><img src=x onerror=alert(1)>',)),
    points=(Line(text="# " + HOSTILE_TEXT, sources=(0,)), Line(text="1. first\n\n2. second", sources=(0,))),
    quote=Quote(text=HOSTILE_TEXT, speaker=HOSTILE_TEXT, sources=(0,)),
    figures=(Figure(value=HOSTILE_TEXT, label=HOSTILE_TEXT, sources=(0,)),),
    people=(HOSTILE_TEXT,),
    organisations=(HOSTILE_TEXT,),
    source='javascript:alert("x")',
    passages=(
        Passage(french=HOSTILE_TEXT, english=HOSTILE_TEXT + "\nsecond line", findings=(Finding("loop", HOSTILE_TEXT, "severe"),)),
    ),
    removed=(Removed(line=1, text=HOSTILE_TEXT, reason=HOSTILE_TEXT),),
    findings=(Finding("shape", HOSTILE_TEXT, "note"),),
    signature=SIGNATURE,
)
FOREIGN = Brief(
    headline=Line(text="ICESCO 🌍 opens مؤتمر الثقافة festival in Rabat 🎉", sources=(0,)),
    dateline=Dateline(place="الرباط", published="2021-01"),
    lead=Line(text="The festival שלום opens with 40 films 🎬 from 22 countries.", sources=(0,)),
    points=(Line(text="الدخول مجاني للجميع", sources=(0,)),),
    source="/srv/press/2021/festival été.txt",
    passages=(
        Passage(
            french="L’ICESCO ouvre le festival 🎉 « مؤتمر الثقافة » : 40 films de 22 pays.",
            english="ICESCO opens the festival 🎉 “مؤتمر الثقافة”: 40 films from 22 countries.",
        ),
    ),
    signature=SIGNATURE,
)
LONG = Brief(
    headline=Line(text="Central bank keeps its key rate at 2.75 per cent as inflation slows", sources=(0,)),
    dateline=Dateline(date="2024-06-25"),
    lead=Line(
        text="Meeting on Tuesday in Rabat, the Board of the Central Bank of Morocco decided, after examining the outlook for "
        "growth, employment, public finance and the exchange rate over the next eight quarters, to keep its key rate "
        "unchanged at 2.75 per cent, while it stays ready to act if prices should rise again.",
        sources=(0, 1),
    ),
    points=tuple(
        Line(text=f"Point {n}: growth in sector {n} is forecast at {n}.5 per cent in 2024.", sources=(n,)) for n in range(2, 8)
    ),
    passages=tuple(
        Passage(french=f"Phrase française numéro {n}.", english=f"English sentence number {n}.", paragraph=n // 4)
        for n in range(40)
    ),
    findings=(Finding("coverage", "One paragraph of the release seems to be missing from the page.", "doubt"),),
    signature=SIGNATURE,
)
ALL = {"rich": RICH, "severe": SEVERE, "bare": BARE, "hostile": HOSTILE, "foreign": FOREIGN, "long": LONG}

TRANSLATION = Translation(
    passages=(Passage(french="Un\ttitre", english="A\ttitle", gap="\n\n", role="title"), *RICH_PASSAGES[1:]),
    signature=SIGNATURE,
    findings=(Finding("language", "Two sentences are in English already.", "note"),),
)
SUMMARY = Summary(
    lines=(Line(text="The bridge opens on Monday.", sources=(1,)),),
    sentences=("Good morning.", "The bridge opens on Monday."),
    signature=SIGNATURE,
)
