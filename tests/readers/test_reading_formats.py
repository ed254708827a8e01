"""Each format gives its text, and what its file says about itself."""

import contextlib
import io
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import column, core, docx, odt, paragraph, pdf

from service.config import LimitSettings
from service.errors import DepecheError, TooLarge, UnreadableInput
from service.readers import read
from service.types import Document

LIMITS = LimitSettings()


def texts(data: bytes | str, name: str, **options) -> list[str]:
    return [document.text for document in documents(data, name, **options)]


def documents(data: bytes | str, name: str, limits: LimitSettings = LIMITS, **options) -> list[Document]:
    return list(read(data.encode() if isinstance(data, str) else data, name=name, limits=limits, **options))


def test_markdown_keeps_its_markup_and_gives_its_front_matter_as_metadata():
    (document,) = documents('---\ntitle: "Le plan"\ndate: 2021-01-13\n---\n\n# Été\n\n- **un**\n', "a.md")
    assert document == Document(text="# Été\n\n- **un**\n", source="a.md", title="Le plan", published="2021-01-13")


PAGE = """<!doctype html><html lang="fr"><head><title>Le conseil approuve | ICESCO</title><meta charset="iso-8859-1">
<meta property="og:site_name" content="ICESCO"><meta property="article:published_time" content="2021-01-13T10:00:00Z">
<script>var a = 1;</script></head><body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/c">Contact</a></li></ul></nav>
<main><article><h1>Le conseil approuve le plan</h1>
<p>Rabat, 13 janvier 2021. Le <b>conseil</b> a approuvé le plan de l'organisation pour 2021, qui prévoit douze programmes.</p>
<h2>Suites</h2><p>Les membres ont salué <a href="/x">les efforts</a> de la direction générale.<br>Ils se réuniront en mars.</p>
<p>Bravo.</p><ul><li>Un point</li><li>Deux points<ol><li>sous-point</li></ol></li></ul>
<table><tr><th>Année</th><th>Montant</th></tr><tr><td>2020</td><td>12 millions</td></tr></table>
<blockquote>« Nous sommes prêts », dit-il.</blockquote></article></main><div class="share">Partager sur Facebook</div>
<footer>Mentions légales</footer></body></html>"""


def test_html_gives_the_article_its_metadata_and_what_was_left_out():
    (document,) = documents(PAGE.encode("cp1252"), "page.html")
    assert document.text == (
        "Le conseil approuve le plan\n\n"
        "Rabat, 13 janvier 2021. Le conseil a approuvé le plan de l'organisation pour 2021, qui prévoit douze programmes.\n\n"
        "Suites\n\nLes membres ont salué les efforts de la direction générale.\nIls se réuniront en mars.\n\nBravo.\n\n"
        "- Un point\n- Deux points\n  1. sous-point\n\nAnnée | Montant\n2020 | 12 millions\n\n« Nous sommes prêts », dit-il."
    )
    assert (document.title, document.published, document.site) == ("Le conseil approuve le plan", "2021-01-13", "ICESCO")
    assert [r.text for r in document.removed] == ["Accueil", "Contact", "Partager sur Facebook", "Mentions légales"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Court.</p><p>Et <i>deux</i>   mots<!-- non --> ici</p>", "Court.\n\nEt deux mots ici"),
        ("texte sans balise", "texte sans balise"),
        ("<p>12&nbsp;M€ &lt;net&gt;</p><style>p{}</style>", "12\u00a0M€ <net>"),
        ("<?xml version='1.0' encoding='utf-8'?><html><body><p>Été</p></body></html>", "Été"),
    ],
)
def test_a_page_without_an_article_gives_all_its_text(page, text):
    assert texts(page, "a.html") == [text]


def test_docx_gives_text_that_python_docx_passes_over():
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{paragraph('Encadré.')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{paragraph('Encadré.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    inserted = "<w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins><w:del><w:r><w:delText>effacé</w:delText></w:r></w:del>"
    cell = "<w:tc>{}</w:tc>".format
    body = (
        paragraph("Le ", "titre")
        + paragraph("Un mot ", inserted, "<w:r><w:tab/><w:t>ici</w:t><w:br/><w:t>là</w:t></w:r>")
        + paragraph("Premier", properties="<w:numPr/>")
        + paragraph("Second", properties='<w:pStyle w:val="ListBullet"/>')
        + f"<w:tbl><w:tr>{cell(paragraph('2020'))}{cell(paragraph('12 M€'))}</w:tr>"
        f"<w:tr>{cell(paragraph('2021'))}{cell(paragraph('13 M€'))}</w:tr></w:tbl>"
        + f"<w:sdt><w:sdtContent>{paragraph('Dans un contrôle', box)}</w:sdtContent></w:sdt>"
    )
    (document,) = documents(docx(body, header1=paragraph("Communiqué"), footnotes=paragraph("Une note.")), "a.docx")
    assert document.text == (
        "Le titre\n\nUn mot ajouté\tici\nlà\n\n- Premier\n- Second\n\n2020 | 12 M€\n2021 | 13 M€\n\n"
        "Dans un contrôle\n\nEncadré.\n\nUne note."
    )
    assert [(r.text, r.reason) for r in document.removed] == [("Communiqué", "page header")]


@pytest.mark.parametrize(("written", "title"), [("Le plan", "Le plan"), ("Microsoft Word - a.doc", None), ("Document1", None)])
def test_docx_title_is_believed_if_a_person_wrote_it(written, title):
    from made_files import W, zipped

    data = zipped(
        {
            "word/document.xml": f"<w:document {W}><w:body>{paragraph('a')}</w:body></w:document>",
            "docProps/core.xml": core(written, "2021-01-13T00:00:00Z"),
        }
    )
    (document,) = documents(data, "a.docx")
    assert (document.title, document.published) == (title, None)


def test_odt_gives_lists_tables_spaces_and_notes():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Une note.</text:p></text:note-body></text:note>"
    body = (
        "<text:h>Titre</text:h><text:tracked-changes><text:p>effacé</text:p></text:tracked-changes>"
        f'<text:p>Deux<text:s text:c="2"/>mots <text:span>en gras</text:span>{note}.</text:p>'
        "<text:list><text:list-item><text:p>un</text:p></text:list-item><text:list-item><text:p>deux</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>2020</text:p></table:table-cell>"
        "<table:table-cell><text:p>12 M€</text:p></table:table-cell></table:table-row></table:table>"
    )
    (document,) = documents(odt(body, meta="<dc:title>Le plan</dc:title>"), "a.odt")
    assert document.text == "Titre\n\nDeux  mots en gras.\n\nUne note.\n\n- un\n- deux\n\n2020 | 12 M€"
    assert document.title == "Le plan"


LEFT = ["Le conseil d’administration a approuvé", "le plan d’action pour l’année, qui pré-", "voit douze programmes et quatre-",
        "vingts projets dans les pays membres."]  # fmt: skip
RIGHT = ["Elle se rendra en avril à Saint-", "Denis. Peut-être dira-t-", "elle un mot de la suite du program-", "me de Rabat."]
HEAD = [(60.0, 760.0, 18.0, "Un plan pour l’année 2021")]
READ = (
    "Un plan pour l’année 2021\n\nLe conseil d’administration a approuvé le plan d’action pour l’année, qui prévoit douze "
    "programmes et quatre-vingts projets dans les pays membres.\n\n"
    "Elle se rendra en avril à Saint-Denis. Peut-être dira-t-elle un mot de la suite du programme de Rabat."
)


@pytest.mark.parametrize("order", ["by column", "by row"])
def test_pdf_columns_are_read_one_after_the_other_and_hyphens_undone(order):
    one, two = column(60, LEFT), column(320, RIGHT)
    page = HEAD + (one + two if order == "by column" else [p for pair in zip(one, two, strict=True) for p in pair])
    (document,) = documents(pdf([page], title="Plan 2021"), "a.pdf")
    assert document.text == READ
    assert document.title == "Plan 2021"


def test_pdf_of_a_word_processor_is_read_in_order_over_columns_and_pages():
    """Made by LibreOffice: justified columns, a sentence that runs over the page, bullets of a symbol font, a table."""
    text = texts((Path(__file__).parent / "data" / "two-columns.pdf").read_bytes(), "a.pdf")[0]
    paragraphs = text.split("\n\n")
    assert len(paragraphs) == 18
    assert paragraphs[2:6] == paragraphs[6:10] == paragraphs[10:14]
    assert paragraphs[2].startswith("Les travaux commenceront en septembre et dureront vingt-quatre mois. Ils comprennent")
    assert paragraphs[14:] == [
        "• Barrage nord : 2025\n• Barrage central : 2026\n• Barrage sud : 2027",
        "Site | Coût | Livraison\nBarrage nord | 45 M€ | 2025\nBarrage sud | 75 M€ | 2027",
        "À propos",
        "Créée en 1972, l’Agence du fleuve gère les eaux de quatre pays.",
    ]


def test_pdf_headings_of_the_size_of_the_text_stand_alone():
    lines = ["Contexte", "Le fleuve traverse quatre pays et nourrit deux", "millions de riverains selon l’Agence du fleuve."]
    assert texts(pdf([column(60, lines)]), "a.pdf") == [f"Contexte\n\n{lines[1]} {lines[2]}"]


def test_pdf_table_is_read_row_by_row():
    table = column(60, ["Année", "2019", "2020"]) + column(200, ["Montant", "10 M€", "11 M€"]) + column(330, ["Pays", "4", "5"])
    page = [*column(60, ["Voici les montants versés :"], top=720), *table]
    assert texts(pdf([page]), "a.pdf") == [
        "Voici les montants versés :\n\nAnnée | Montant | Pays\n2019 | 10 M€ | 4\n2020 | 11 M€ | 5"
    ]


def test_pdf_lists_running_headers_page_numbers_and_scanned_pages():
    lines = ["Une phrase qui passe d’une page", "à l’autre sans se finir car elle"]
    pages = [[(60, 800, 8, "Communiqué de presse"), *column(60, lines), (60, 30, 8, f"{i}/4")] for i in (1, 2, 3)]
    (document,) = documents(pdf([*pages, []]), "a.pdf")
    assert document.text == "\n\n".join([" ".join(lines)] * 3)
    assert [(r.line, r.text) for r in document.removed] == [
        (1, "Communiqué de presse"), (1, "1/4"), (2, "Communiqué de presse"), (2, "2/4"),
        (3, "Communiqué de presse"), (3, "3/4"), (4, "page 4"),
    ]  # fmt: skip


MAIL = b"""From: a@example.org
Subject: =?utf-8?q?Communiqu=C3=A9_de_presse?=
Date: Wed, 13 Jan 2021 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: multipart/alternative; boundary=C

--C
Content-Type: text/plain; charset=iso-8859-1; format=flowed
Content-Transfer-Encoding: quoted-printable

L=92=E9t=E9 est =
une saison qui =20
dure.

--C
Content-Type: text/html

<p>autre</p>
--C--
--B
Content-Type: image/png; name=logo.png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--B
Content-Type: text/plain; charset=utf-8; name=annexe.txt
Content-Disposition: attachment; filename=annexe.txt

L'annexe.
--B--
"""


def test_a_mail_gives_its_body_and_its_attachments():
    body, attached = documents(MAIL, "m.eml")
    assert (body.text, body.title, body.published) == ("L’été est une saison qui  dure.", "Communiqué de presse", "2021-01-13")
    assert [r.text for r in body.removed] == ["logo.png (image/png)"]
    assert (attached.text.strip(), attached.source) == ("L'annexe.", "m.eml!annexe.txt")


def test_a_mailbox_gives_mail_by_mail():
    one = "From a@b Wed Jan 13 10:00:00 2021\nSubject: {0}\nFrom: a@b\n\nLe texte {0}.\n>From ici.\n\n"
    found = documents("".join(one.format(n) for n in "12"), "box.mbox")
    assert [(d.source, d.title, d.text) for d in found] == [
        ("box.mbox#1", "1", "Le texte 1.\nFrom ici."),
        ("box.mbox#2", "2", "Le texte 2.\nFrom ici."),
    ]


def test_a_mail_with_a_telling_page_and_a_token_plain_text_gives_the_page():
    mail = (
        "From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=C\n\n--C\nContent-Type: text/plain\n\n"
        "Voir en ligne\n--C\nContent-Type: text/html\n\n<p>" + "Un long texte de page. " * 10 + "</p>\n--C--\n"
    )
    assert texts(mail, "m.eml")[0].startswith("Un long texte")


RSS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Actualités</title>
<item><title>Un &amp; deux</title><pubDate>Wed, 13 Jan 2021 10:00:00 +0100</pubDate><description>Court</description>
<content:encoded><![CDATA[<p>Premier.</p><ol><li>Un</li><li>Deux</li></ol>]]></content:encoded></item>
<item><title>Seul</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title><entry><title type="html">A &lt;b&gt;gras&lt;/b&gt;</title>
<updated>2021-01-13T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un</p><p>Deux</p></div>
</content></entry></feed>"""


def test_feeds_give_an_entry_each():
    assert documents(RSS.encode("latin-1"), "f.xml") == [
        Document(
            text="Premier.\n\n1. Un\n2. Deux", source="f.xml#1", title="Un & deux", published="2021-01-13", site="Actualités"
        ),
        Document(text="Seul", source="f.xml#2", title="Seul", site="Actualités"),
    ]
    assert documents(ATOM, "f.atom") == [
        Document(text="Un\n\nDeux", source="f.atom#1", title="A gras", published="2021-01-13", site="Site")
    ]


TABLES = [
    ("Titre;Texte;Date\nA;\"Un ; deux\nlignes\";2021-01-13\n;;\nB;Trois;\n", "t.csv", "", [("t.csv#1", "Un ; deux\nlignes", "A"), ("t.csv#3", "Trois", "B")]),
    ("id\tBody\n1\tUn\n", "t.tsv", "", [("t.tsv#1", "Un", None)]),
    ("id,note\n1,Un\n", "t.csv", "Note", [("t.csv#1", "Un", None)]),
    ("texte\nLe maire, hier, a dit « non ».\n\"Deux, en guillemets\"\n", "t.csv", "",
     [("t.csv#1", "Le maire, hier, a dit « non ».", None), ("t.csv#2", "Deux, en guillemets", None)]),
    ("Une phrase.\nUne autre.\n", "t.csv", "", [("t.csv#1", "Une phrase.", None), ("t.csv#2", "Une autre.", None)]),
    ('{"texte": "Un", "titre": "A"}\n\n"Deux"\n', "t.jsonl", "", [("t.jsonl#1", "Un", "A"), ("t.jsonl#3", "Deux", None)]),
    ('[{"texte": "Un", "titre": "A"},\n "Deux"]', "t.json", "", [("t.json#1", "Un", "A"), ("t.json#2", "Deux", None)]),
    ('{\n "texte": "Un"\n}', "t.json", "", [("t.json", "Un", None)]),
    ('{"texte": "Un"}\n{"texte": "Deux"}\n', "t.json", "", [("t.json#1", "Un", None), ("t.json#2", "Deux", None)]),
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(("table", "name", "asked", "rows"), TABLES)
def test_tables_give_a_row_each(table, name, asked, rows, encoding):
    if encoding == "cp1252":
        table, rows = table.replace("Un", "Été"), [(s, t.replace("Un", "Été"), h) for s, t, h in rows]
    found = documents(table.encode(encoding), name, column=asked)
    assert [(d.source, d.text, d.title) for d in found] == rows


def test_parquet_gives_a_row_each():
    import pyarrow
    from pyarrow import parquet

    packed = io.BytesIO()
    parquet.write_table(pyarrow.table({"titre": ["A", None], "texte": ["Un", "Deux"], "n": [1, 2]}), packed)
    assert [(d.source, d.text, d.title) for d in documents(packed.getvalue(), "t.parquet")] == [
        ("t.parquet#1", "Un", "A"),
        ("t.parquet#2", "Deux", None),
    ]


SRT = "1\n00:00:01,000 --> 00:00:03,000\n<i>Le plan</i> est\nadopté\n\n2\n00:00:03,500 --> 00:00:05,000\npar le conseil.\n\n3\n00:00:20,000 --> 00:00:22,000\n- Merci.\n"
VTT = "WEBVTT\n\nNOTE rien\n\n00:01.000 --> 00:03.000 align:start\nLe plan est\nadopté\n\n00:03.500 --> 00:05.000\n<v Anne>par le conseil.\n\n00:20.000 --> 00:22.000\n- Merci."


@pytest.mark.parametrize(("cues", "name"), [(SRT, "a.srt"), (VTT, "a.vtt"), (SRT.replace("\n", "\r\n"), "a.srt")])
def test_subtitles_give_running_text(cues, name):
    assert texts(cues, name) == ["Le plan est\nadopté\npar le conseil.\n\n- Merci."]


XLIFF = [
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body><trans-unit id="1"><source>Le <g id="1">plan</g>'
    '<ph id="2">&lt;br/&gt;</ph>.</source><alt-trans><source>Autre</source></alt-trans></trans-unit>'
    '<trans-unit id="2" translate="no"><source>Code</source></trans-unit><trans-unit id="3"><source>Fin.</source></trans-unit>'
    "</body></file></xliff>",
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1"><segment><source>Le '
    '<pc id="1">plan</pc>.</source></segment><segment><source>Fin.</source></segment></unit></file></xliff>',
]  # fmt: skip


@pytest.mark.parametrize("data", XLIFF)
def test_xliff_gives_its_segments(data):
    assert texts(data, "a.xlf") == ["Le plan.\n\nFin."]


NAMELESS = [
    (PAGE.encode("cp1252"), "Le conseil approuve"),
    (pdf([HEAD]), "Un plan pour"),
    (docx(paragraph("Mot")), "Mot"),
    (odt("<text:p>Mot</text:p>"), "Mot"),
    (MAIL, "L’été est"),
    (RSS.encode("latin-1"), "Premier."),
    (SRT.encode(), "Le plan est"),
    (VTT.encode(), "Le plan est"),
    (XLIFF[0].encode(), "Le plan."),
    (json.dumps({"texte": "Un"}).encode() + b"\n", "Un"),
    (b"Un texte simple.", "Un texte simple."),
]


@pytest.mark.parametrize(("data", "begins"), NAMELESS)
def test_a_file_without_a_suffix_is_known_by_its_first_bytes(data, begins):
    assert texts(data, "noname")[0].startswith(begins)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
BAD = [
    (pdf([[], []]), "scan.pdf", "scanned images"),
    (pdf([HEAD], trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'a' * 32}) /U ({'b' * 32}) /P -4 >> /ID [(a)(a)]"),
     "e.pdf", "protected by a password"),
    (b"%PDF-1.4 broken", "b.pdf", "no readable PDF"),
    (b"simple text", "a.docx", "no readable docx"),
    (b"\xd0\xcf\x11\xe0" + bytes(600), "a.docx", "old or protected Office"),
    (b"\x89PNG\r\n", "a.png", "a PNG image"),
    (odt("", manifest="<encryption-data/>"), "a.odt", "protected by a password"),
    (f"{ENTITIES}<rss><channel><item><title>&c;&b;</title></item></channel></rss>", "f.rss", "entities"),
    (f"{ENTITIES}<xliff><body>&b;</body></xliff>", "f.xlf", "entities"),
    ("<rss><channel>", "f.rss", "no valid XML"),
    ("a,b,c\n1,2,3\n", "t.csv", "columns are a, b, c"),
    (f"{'mot ' * 50},b\n1,2\n", "t.csv", "columns are (mot ){10}…, b"),
    ('<?xml version="1.0"?><plan/>', "a.xml", "XML of a kind"),
    ("texte\nété\n".encode() + b"\xe9t\xe9 " + "à é".encode() * 9, "t.csv", "t.csv is not valid UTF-8: byte 0xE9"),
    ("texte\nété\n".encode() + b"a" * 2_000_000 + b"\xe9t\xe9", "t.csv", "0xE9 that is not valid UTF-8"),
    ('{"texte": "Un"}\n{broken\n', "t.jsonl", "t.jsonl#2 is no valid JSON"),
    ('{"a": "Un"}\n', "t.jsonl", "t.jsonl#1 has no column"),
    ("rien", "a.srt", "no subtitle"),
    ("From: a@b\nContent-Type: application/pkcs7-mime\n\nx", "m.eml", "encrypted mail"),
    (b"PAR1 broken PAR1", "t.parquet", "no readable Parquet"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "words"), BAD)
def test_a_file_that_cannot_be_read_says_why(data, name, words):
    with pytest.raises(UnreadableInput, match=words) as caught:
        documents(data, name)
    assert name in str(caught.value)
    assert str(caught.value).endswith(".")


BOUNDS = [
    (b"a" * 101, "a.txt", LimitSettings(bytes=100), "limits.bytes"),
    (b"a" * 101, "a.txt", LimitSettings(characters=100), "limits.characters"),
    (pdf([HEAD, HEAD]), "a.pdf", LimitSettings(pages=1), "limits.pages"),
    (docx(paragraph("a" * 3_000_000)), "a.docx", LimitSettings(), "limits.archive_ratio"),
    (docx(paragraph("a" * 300_000)), "a.docx", LimitSettings(bytes=200_000), "limits.bytes"),
]


@pytest.mark.parametrize(("data", "name", "limits", "words"), BOUNDS)
def test_bounds_hold(data, name, limits, words):
    with pytest.raises(TooLarge, match=words):
        documents(data, name, limits)


@pytest.mark.parametrize("seed", range(5))
def test_broken_bytes_never_raise_anything_but_our_own_errors(seed):
    chance = random.Random(seed)
    samples = [*NAMELESS, *((data if isinstance(data, bytes) else data.encode(), "") for data, *_ in BAD)]
    for data, _ in samples:
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        del broken[chance.randrange(len(broken)) :]
        for name in ("x", "x.html", "x.eml", "x.csv"):
            with contextlib.suppress(DepecheError):
                documents(bytes(broken), name)


def test_a_row_with_more_cells_than_headings_is_refused_and_the_rest_read():
    told = []
    read_ones = texts("titre,texte\nA,Un, deux\nB,Trois\n", "t.csv", refused=lambda source, error: told.append((source, str(error))))
    assert read_ones == ["Trois"]
    assert told == [("t.csv#1", "t.csv#1 has 3 cells under 2 headings; put quotes around a text that holds ','.")]


@given(st.lists(st.lists(st.text("ab é,;.«»", max_size=8), min_size=1, max_size=4), min_size=1, max_size=6))
def test_no_text_of_a_table_is_lost_without_a_word(rows):
    table = "titre,texte\n" + "".join(",".join(row) + "\n" for row in rows)
    told = []
    found = documents(table, "t.csv", refused=lambda source, error: told.append(source))
    kept = "".join(f"{document.title or ''}{document.text}" for document in found)
    for number, row in enumerate(rows, 1):
        cells = ",".join(row).split(",")
        if f"t.csv#{number}" not in told:
            assert all(cell.strip() in kept for cell in cells)
