"""A translated document keeps its format: what is no text stays as it was, and no word of the English is lost."""

import contextlib
import io
import itertools
import random
import re
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from service.config import LimitSettings
from service.errors import DepecheError, TooLarge, UnreadableInput
from service.readers import read
from service.writers import write_translated
from service.writers.spread import Piece, spread, translated

sys.path.insert(0, str(Path(__file__).parent.parent / "readers"))
from made_files import docx, odt, paragraph, pdf

ENGLISH = {
    "Le conseil a approuvé le plan d’action de l’ICESCO pour 2021.": "The council has approved ICESCO’s action plan for 2021.",
    "Le conseil a approuvé le plan d’action.": "The council has approved the action plan.",
    "conseil": "council",
    "plan d’action": "action plan",
    "Le plan": "The plan",
    "Voir le site.": "See the site.",
    "le site": "the site",
    "Suites": "Follow-up",
    "Un point": "One point",
    "Coût : 3 € & plus": "Cost: €3 & more",
}


def english(paragraphs):
    return [ENGLISH.get(text, text.upper()) for text in paragraphs]


def echo(paragraphs):
    return list(paragraphs)


def write(data, name, translate=english, **options):
    return write_translated(data.encode() if isinstance(data, str) else data, name=name, translate=translate, **options)


PAGES = [
    (
        "<p>Le <b>conseil</b> a approuvé le <a href='/p?a=1&b=2'>plan d’action</a>.</p>",
        "<p>The <b>council</b> has approved the <a href='/p?a=1&b=2'>action plan</a>.</p>",
    ),
    ("<p><strong><i>Suites</i></strong></p>", "<p><strong><i>Follow-up</i></strong></p>"),
    ("<p>Voir <a href=x>le site</a>.</p>", "<p>See <a href=x>the site</a>.</p>"),
    ("<nav><a href=1>Suites</a> <a href=2>Un point</a></nav>", "<nav><a href=1>Follow-up</a> <a href=2>One point</a></nav>"),
    ("<p><b>Suites.</b> Un point</p>", "<p><b>SUITES.</b> UN POINT</p>"),
    ("<ul><li>Un point<li><b>Suites</b></ul>", "<ul><li>One point<li><b>Follow-up</b></ul>"),
    ("Suites<br>Un point<br/>", "Follow-up<br>One point<br/>"),
    ("<table><tr><td>Suites<td>Un point</table>", "<table><tr><td>Follow-up<td>One point</table>"),
    ("<p>Co&ucirc;t&nbsp;: 3&nbsp;&euro; &amp; plus</p>", "<p>COÛT\u00a0: 3\u00a0€ &amp; PLUS</p>"),
    ("<script>var Suites = '<p>Suites</p>';</script><style>p:after{}</style>",) * 2,
    ("<p translate=no>Suites</p><p lang=ar>Suites</p><p class='notranslate x'>Suites</p>",
     "<p translate=no>Suites</p><p lang=ar>Suites</p><p class='notranslate x'>Follow-up</p>"),
    ("<!-- Suites --><![CDATA[Suites]]><?php Suites ?>",) * 2,
    ("<p lang='fr-FR'>Suites</p><a hreflang='fr'>Suites</a>", "<p lang='en'>Follow-up</p><a hreflang='fr'>Follow-up</a>"),
    ("<p>a < b et <code>x &lt; y</code> ici</p>", "<p>A &lt; B ET <code>x &lt; y</code> ICI</p>"),
    ("<html><title>Suites</title><body>Suites", '<html lang="en"><title>Follow-up</title><body>Follow-up'),
]  # fmt: skip


@pytest.mark.parametrize(("french", "wanted"), PAGES)
def test_html_text_is_replaced_and_tags_stay(french, wanted):
    assert write(french, "a.html").decode() == wanted


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig", "utf-16"])
def test_html_keeps_its_encoding(encoding):
    declared = '<meta charset="windows-1252">' if encoding == "cp1252" else ""
    page = f"<html lang=fr>{declared}<p>L’été</p>"
    out = write(page.encode(encoding), "a.html", lambda paragraphs: ["Summer → €"] * len(paragraphs)).decode(encoding)
    assert out == f"<html lang=en>{declared}<p>Summer {'&#8594;' if declared else '→'} €</p>"


INLINE = ("<b>{}</b>", '<a href="/x?a=1&amp;b=2" title="l\'été > ici">{}</a>', "<span class=x><i>{}</i></span>", "<em>{}</em>!",
          "<img src=a.png alt='été'>{}", "{}<br>", "<code>{}</code>", '<q lang="fr">{}</q>', "<!-- note -->{}", "<sup>{}</sup>")  # fmt: skip
BLOCK = ("<p>{}</p>", "<p>{}", "<ul><li>{}<li>fin</ul>", "<table><tr><td>{}</td><td>2</td></tr></table>", "<h2 id=h>{}</h2>",
         "<div><p>{}</p>après</div>", "<blockquote>{}</blockquote>", "<dl><dt>{}<dd>oui</dl>", "<section><br>{}<hr></section>",
         "<details><summary>{}</summary>plus</details>")  # fmt: skip
SPLIT = ("Un mot {} et la suite.", "{}", "« {} », dit-il")
PATTERNS = [
    block.format(split.format(one.format("très important") + " " + other.format("ici")))
    for block, (one, other), split in itertools.product(BLOCK, zip(INLINE, INLINE[3:] + INLINE[:3], strict=True), SPLIT)
]


class Outline(HTMLParser):
    """The tags of a page in order, as an independent parser sees them, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(str(self.get_starttag_text()))

    def handle_endtag(self, tag):
        self.tags.append(f"</{tag}>")

    def handle_comment(self, data):
        self.tags.append(data)

    def handle_data(self, data):
        self.words += re.findall(r"\w+", data.lower())


def test_three_hundred_tag_patterns_survive():
    """With an echo every byte stays; with another text every tag stays in its place, and every word comes through."""
    assert len(PATTERNS) == 300
    for pattern in PATTERNS:
        page = f"<html><body>{pattern}</body></html>"
        same = '<html lang="en">' + pattern.replace('lang="fr"', 'lang="en"').join(["<body>", "</body></html>"])
        assert write(page, "a.html", echo).decode() == same
        other = write(page, "a.html", lambda texts: ["The very " + " ".join(t.upper().split()[::-1]) for t in texts]).decode()
        assert Outline(other).tags == Outline(same).tags
        assert set(Outline(page).words) - set(Outline(other).words) == set()
        kinds = [e.tag for e in etree.HTML(same).iter()]
        assert [e.tag for e in etree.HTML(other).iter()] == kinds


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<p>", "</p>", "<", ">", "<a href='", "'", '"', "&amp;", "été ", "<!--", "-->", "<br>"])
    )
)
def test_any_soup_of_tags_comes_back_with_an_echo(soup):
    page = "".join(soup)
    if page.strip():
        assert write(page, "a.html", echo).decode() == page


def test_unclosed_tags_do_not_cost_quadratic_time():
    write("<a href='x " * 10_000, "a.html", echo)


MARKDOWN = """---
titre: Suites
---
# Suites

Le **conseil** a approuvé le [plan d’action](http://x.org/a_b(c)) de l’ICESCO
pour *2021*.

- Un point
  1. Suites
- [ ] Un point

> Un point

```
Suites
```

| Suites | Un point |
|--------|:--------:|
| 1      | `Suites` |

La fonction `le plan` à voir sur <http://x.org> ici

Suites
======

[ref]: http://x.org "Suites"
![Suites](x.png) Suites
"""


def test_markdown_keeps_its_marks():
    wanted = (
        MARKDOWN.replace("# Suites", "# Follow-up")
        .replace(
            "Le **conseil** a approuvé le [plan d’action](http://x.org/a_b(c)) de l’ICESCO\npour *2021*.",
            "The **council** has approved ICESCO’s [action plan](http://x.org/a_b(c)) for *2021*.",
        )
        .replace("Un point", "One point")
        .replace("1. Suites", "1. Follow-up")
        .replace("| Suites |", "| Follow-up |")
        .replace("La fonction `le plan` à voir sur <http://x.org> ici", "LA FONCTION `le plan` À VOIR SUR <http://x.org> ICI")
        .replace("\nSuites\n===", "\nFollow-up\n===")
        .replace(") Suites", ") Follow-up")
    )
    assert write(MARKDOWN, "a.md").decode() == wanted
    assert write(MARKDOWN, "a.md", echo).decode() == MARKDOWN


PLAIN = [
    ("a.txt", "Suites\r\n\r\n  Un point\r\n", "Follow-up\r\n\r\n  One point\r\n", "utf-8"),
    ("a.txt", "Suites\n", "Follow-up\n", "utf-16"),
    ("a.txt", "\ufeffSuites\n", "\ufeffFollow-up\n", "utf-8"),
    ("a.csv", "titre;texte\r\nA;Suites\r\nB;\"Un point\r\n\r\nSuites\"\r\n",
     "titre;texte;texte_en\r\nA;Suites;Follow-up\r\nB;\"Un point\r\n\r\nSuites\";\"One point\r\n\r\nFollow-up\"\r\n", "utf-8"),
    ("a.tsv", "texte\tn\nSuites\t1\n", "texte\tn\ttexte_en\nSuites\t1\tFollow-up\n", "utf-8"),
    ("a.jsonl", '{"n": 1, "texte": "Suites"}\n\n"Un point"\n',
     '{"n": 1, "texte": "Suites", "texte_en": "Follow-up"}\n\n{"text": "Un point", "text_en": "One point"}\n', "utf-8"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "french", "wanted", "encoding"), PLAIN)
def test_text_formats_keep_their_form(name, french, wanted, encoding):
    assert write(french.encode(encoding), name).decode(encoding) == wanted


SRT = (
    "1\n00:00:01,000 --> 00:00:03,000\n<i>Le conseil a approuvé</i>\n\n"
    "2\n00:00:03,500 --> 00:00:05,000 align:start\nle plan d’action.\n\n"
    "3\n00:00:20,000 --> 00:00:22,000\nSuites\n"
)


def test_subtitles_keep_their_times_and_share_out_a_sentence():
    assert write(SRT, "a.srt").decode() == (
        SRT.replace("Le conseil a approuvé", "The council has approved")
        .replace("le plan d’action.", "the action plan.")
        .replace("Suites", "Follow-up")
    )
    assert write(SRT, "a.srt", echo).decode() == SRT


def test_xliff_gets_targets_and_keeps_those_of_people():
    unit = '<trans-unit id="{}"><source>{}</source>{}</trans-unit>'.format
    file = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="fr"><body>{}</body></file></xliff>'
    source = 'Voir <g id="1">le site</g><ph id="2">&lt;br/&gt;</ph>.'
    out = write(
        file.format(unit(1, source, "<target/>") + unit(2, "Suites", "<target>Kept</target>") + unit(3, "Suites", "")), "a.xlf"
    )
    root = etree.fromstring(out)
    assert [etree.tostring(t, encoding="unicode", with_tail=False).split(">", 1)[1] for t in root.iter("{*}target")] == [
        'See <g id="1">the site</g><ph id="2">&lt;br/&gt;</ph>.</target>',
        "Kept</target>",
        "Follow-up</target>",
    ]
    assert [t.get("state") for t in root.iter("{*}target")] == ["needs-review-translation", None, "needs-review-translation"]
    assert next(root.iter("{*}file")).get("target-language") == "en"
    assert [s.getnext().tag.endswith("target") for s in root.iter("{*}source")] == [True] * 3


BOLD = "<w:rPr><w:b/></w:rPr>"


def test_docx_keeps_runs_tables_headers_notes_and_other_parts():
    bold = f"<w:r>{BOLD}<w:t>con</w:t></w:r><w:r>{BOLD}<w:t>seil</w:t></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Suites')}</w:tc><w:tc>{paragraph('Un point')}</w:tc></w:tr></w:tbl>"
    body = paragraph("Le ", bold, " a approuvé le plan ", "d’action.") + table
    original = docx(body, header1=paragraph("Suites"), footnotes=paragraph("Un point"))
    out = write(original, "a.docx")
    (document,) = read(out, name="a.docx", limits=LimitSettings())
    assert document.text == "The council has approved the action plan.\n\nFollow-up | One point\n\nOne point"
    assert [r.text for r in document.removed] == ["Follow-up"]
    before, after = zipfile.ZipFile(io.BytesIO(original)), zipfile.ZipFile(io.BytesIO(out))
    assert before.namelist() == after.namelist()
    assert before.read("word/media/image1.png") == after.read("word/media/image1.png")
    xml = after.read("word/document.xml").decode()
    assert re.search(r'<w:b/></w:rPr><w:t xml:space="preserve">council</w:t>', xml)


def test_a_docx_of_word_still_opens_in_python_docx(tmp_path: Path):
    import docx as python_docx

    made = python_docx.Document()
    made.add_heading("Suites", 1)
    line = made.add_paragraph("Le ")
    line.add_run("conseil").bold = True
    line.add_run(" a approuvé le plan d’action.")
    made.add_paragraph("Un point", style="List Bullet")
    made.add_table(1, 1).cell(0, 0).text = "Suites"
    made.sections[0].header.paragraphs[0].text = "Suites"
    made.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.docx").write_bytes(write((tmp_path / "a.docx").read_bytes(), "a.docx"))
    out = python_docx.Document(str(tmp_path / "b.docx"))
    assert [p.text for p in out.paragraphs] == ["Follow-up", "The council has approved the action plan.", "One point"]
    assert [(r.text, r.bold) for r in out.paragraphs[1].runs][1] == ("council", True)
    assert out.tables[0].cell(0, 0).text == "Follow-up"
    assert out.sections[0].header.paragraphs[0].text == "Follow-up"


def test_odt_keeps_spans_and_its_first_member():
    body = "<text:h>Suites</text:h><text:p>Voir <text:span text:style-name='B'>le site</text:span>.</text:p>"
    out = write(odt(body), "a.odt")
    archive = zipfile.ZipFile(io.BytesIO(out))
    assert archive.namelist()[0] == "mimetype"
    xml = archive.read("content.xml").decode()
    assert "<text:h>Follow-up</text:h>" in xml
    assert 'See <text:span text:style-name="B">the site</text:span>.' in xml


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_an_echo_gives_back_the_text_of_office_documents(name):
    data = docx(paragraph("Un ", f"<w:r>{BOLD}<w:t>mot</w:t></w:r>", "<w:r><w:tab/><w:t> ici </w:t></w:r>")) if name == "a.docx" else odt(
        "<text:p>Un<text:s/> <text:span>mot</text:span><text:tab/>ici</text:p>"
    )  # fmt: skip
    before, after = (list(read(d, name=name, limits=LimitSettings())) for d in (data, write(data, name, echo)))
    assert before == after


REFUSED = [
    (pdf([[(60, 700, 10, "Un")]]), "a.pdf", UnreadableInput, "read but not written", {}),
    (b"a" * 11, "a.txt", TooLarge, "limits.bytes", {"limits": LimitSettings(bytes=10)}),
    (b"a,b\n1,2\n", "a.csv", UnreadableInput, "columns are a, b", {}),
    (b"{broken\n", "a.jsonl", UnreadableInput, "a.jsonl#1 is no valid JSON", {}),
    (b"rien", "a.srt", UnreadableInput, "no subtitle", {}),
]


@pytest.mark.parametrize(("data", "name", "kind", "words", "options"), REFUSED)
def test_what_cannot_be_written_says_why(data, name, kind, words, options):
    with pytest.raises(kind, match=words):
        write(data, name, **options)


def test_an_error_of_the_translator_is_not_taken_for_a_broken_file():
    def fails(paragraphs):
        raise ZeroDivisionError

    for name, data in [("a.html", b"<p>Un"), ("a.txt", b"Un"), ("a.docx", docx(paragraph("Un")))]:
        with pytest.raises(ZeroDivisionError):
            write(data, name, fails)
    assert not issubclass(ZeroDivisionError, DepecheError)


def test_a_fixed_piece_stays_and_the_english_that_fell_to_it_as_well():
    pieces = [Piece("Voir ", ()), Piece("x()", "code", fixed=True), Piece(" et ", ()), Piece("ici", "b"), Piece(".", ())]
    assert spread(pieces, "Look at x() and here.", ["", "", "", "here", ""]) == ["Look at ", "x()", " and ", "here", "."]
    lost = spread(pieces, "Look at it and here.", ["", "", "", "here", ""])
    assert lost[1] == "x()"
    assert "".join(lost).replace("x()", " ").split() == "Look at it and here.".split()


@pytest.mark.parametrize("seed", range(6))
def test_broken_bytes_never_raise_anything_but_our_own_errors(seed):
    chance = random.Random(seed)
    whole = [docx(paragraph("Un mot")), odt("<text:p>Un mot</text:p>"), MARKDOWN.encode(), SRT.encode(), PAGES[0][0].encode()]
    for data in [*whole, b"a;texte\n1;Un\n", b'{"texte": "Un"}\n', b"<xliff><source>Un</source></xliff>"]:
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        for name in ("x", "x.html", "x.md", "x.srt", "x.csv", "x.jsonl", "x.xlf"):
            with contextlib.suppress(DepecheError):
                write(bytes(broken), name, echo)


words = st.text(st.sampled_from("ab ’.,é\n"), max_size=12)


@given(st.lists(st.tuples(words, st.sampled_from(["", "b", "i"])), min_size=1, max_size=6), words)
def test_spreading_loses_no_letter(pieces, text):
    units = [Piece(piece, style or ()) for piece, style in pieces]
    parts = spread(units, text.strip(), [""] * len(units))
    assert len(parts) == len(units)
    if any(piece.text.strip() for piece in units):
        assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.lists(st.lists(words, min_size=1, max_size=4), max_size=4))
def test_an_unchanged_translation_changes_nothing(units):
    pieces = [[Piece(text, i) for i, text in enumerate(unit)] for unit in units]
    assert translated(pieces, echo) == units
