"""Quotations and who said them: « … », a déclaré X; X a salué « … »; « … », a-t-elle ajouté; over several sentences too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.release.cast import Appearance, Cast
from service.release.functions import COURTESY, FULL_NAME
from service.release.nouns import Speech
from service.types import Sentence

_MARK = re.compile(r"[«»“”]|\"")
_SAID = (
    r"(?:déclar|affirm|indiqu|soulign|ajout|précis|expliqu|rappel|insist|estim|assur|annonc|confi|lanc|salu|plaid|not|relev|relèv|observ"
    r"|comment|témoign|racont|résum|martel|martèl|rappell|regrett|déplor|dénonc|plaisant|ironis|tempér|tempèr|nuanc|justifi|gliss"
    r"|lâch|implor|murmur|imag|illustr|exhort|invit|appel|appell|exprim|expos|avanc|considèr|considér|jug|confirm|affirm|interrog|suggér"
    r"|suggèr|souhait|réaffirm|réitér|qualifi|parl|remerci|formul|évoqu|détaill|constat|signal|inform|alert|analys|lou|félicit"
    r"|réjou|enthousiasm|réagi|indign|amus|exclam|insurg|étonn|inquiét|inquièt|mand|recommand|chois|clam|estim|conseill|répliqu|rétorqu|concèd|concéd"
    r"|relat|proclam|critiqu|encourag|accus|défend|not|cit|hasard|trouv)"
    r"(?:é|ée|és|ées|e|ent|ait|a|i|ie|is|it|er|ant)\b"
)
_IRREGULAR = (
    r"(?:conclu|conclut|averti|avertit|avertir|prévenu|prévient|prévenir|reconnu|reconnaît|admis|admet|promis|promet|soutenu|soutient|poursuivi"
    r"|poursuit|réagi|réagit|écrit|écrivent|dit|disent|répondu|répond|ému|émue|émeut|voit|voient|sourit|souvient|fait (?:valoir"
    r"|observer|remarquer|savoir|part|état)|mis en garde|met en garde|rendu hommage|redit|prédit|repris|reprend|démenti"
    r"|applaudi|tenu à|dépeint|décrit|entendu|convenu|convient|plaint|émis|rappelant|soulignant|ajoutant|précisant|estimant"
    r"|affirmant|déclarant|jugeant|évoquant|dénonçant|saluant|faisant (?:valoir|observer|remarquer))\b"
)
SPEAKS = re.compile(rf"(?:\b{_SAID}|\b{_IRREGULAR})", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^[\s,]*(?:(?:a|ont|avait|s[’']est|est|y voit)?\s?-?\s?t?-?\s?(?:[\w’']+-)?(?:t-)?(?P<who>il|elle|ils|elles)\b"
    r"|(?:leur |lui |nous |s[’']\w+\s)?(?:a|avait|ont|\w+e|s[’']est|s[’']\w+e|\w+it)(?:-t)?-(?P<who2>il|elle|ils|elles)\b)"
)
_NAMED_SO = re.compile(
    r"\b(?:intitulée?s?|baptisée?s?|dénommée?s?|surnommée?s?|nommée?s?|appelée?s?|thème|slogan|titre|programme|projet|opération|campagne"
    r"|exposition|prix|festival|ouvrage|film|livre|roman|recueil|label|plan|initiative|dispositif|plateforme|application|fonds"
    r"|chaire|promotion|concours|trophée|rapport|année|édition|mention|réserve|devise|collection|atelier|journée|forum|colloque|série|mot"
    r"|expression|terme|avis|emprunt|loi|décret|opus|guide|site|portail|réseau|compte|statut|dite?|rubrique)\s*:?\s*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"(?:[—–-]\s*)?(?:{COURTESY}\s)?(?P<name>{FULL_NAME})(?:,\s|\s?[–—-]\s|\s\(|$)")
_FEWEST, _WHOLE = 4, 8  # words of a quotation with a speaker; of one without


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation with the words of its first sentence before it and of its last one after it."""

    text: str
    first: int
    last: int
    before: str
    after: str


def spans(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Outermost quotations in order; one left open ends with its paragraph, so that a lost mark swallows no page."""
    depth, words, first, before = 0, "", 0, ""
    for index, sentence in enumerate(sentences):
        text = " ".join(sentence.text.split())
        if depth and (sentence.paragraph > sentences[index - 1].paragraph and not text.startswith(("«", "»"))):
            depth, words = 0, ""
        position = 0
        for mark in _MARK.finditer(text):
            opens = mark[0] in "«“" or (mark[0] == '"' and not depth)
            if opens and not depth:
                depth, words, first, before, position = 1, "", index, text[: mark.start()], mark.end()
            elif opens and mark.start() == 0 and first < index:
                position = mark.end()  # French opens each paragraph of a long quotation again
            elif opens:
                depth += 1
            elif depth:
                depth -= 1
                if not depth:
                    yield Span((words + text[position : mark.start()]).strip(), first, index, before, text[mark.end() :])
        if depth:
            words += text[position:] + " "


def find_speeches(sentences: Sequence[Sentence], cast: Cast) -> tuple[Speech, ...]:
    """The quotations that somebody says; names of programmes and titles of works are none."""
    found: list[Speech] = []
    for span in spans(sentences):
        count = len(span.text.split())
        if count < _FEWEST or sentences[span.first].role in ("title", "subtitle", "heading", "about", "contact"):
            continue
        who = _speaker(span, sentences, cast, found)
        if who is None and (count < _WHOLE or _NAMED_SO.search(span.before) or _continues(span)):
            continue
        if who is not None and _NAMED_SO.search(span.before) and not _introduced(span.before):
            continue
        person = who.person if who else None
        name = person.name if person else (_lowered(who.words) if who else None)
        sentences_of = tuple(range(span.first, span.last + 1))
        found.append(Speech(text=span.text, speaker=name, function=person.function if person else "", sentences=sentences_of))
    return tuple(found)


def _continues(span: Span) -> bool:
    """Whether the quotation is only a part of its sentence."""
    return bool(span.before.strip(" –—-")) or len(span.after.split()) > 1


def _introduced(before: str) -> bool:
    return before.rstrip().endswith(":")


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:] if re.match(r"L[ea’']", words) else words


def _speaker(span: Span, sentences: Sequence[Sentence], cast: Cast, found: Sequence[Speech]) -> Appearance | None:
    after = span.after
    if len(after.split()) > 1 and (pronoun := _PRONOUN.match(after)):
        return _before(span.first, cast, (pronoun["who"] or pronoun["who2"]).startswith("elle"), _leading(span, cast))
    if re.match(r"[\s,.!?…]*(?:,|[a-z])", after) and (said := SPEAKS.search(after[:60])):
        who = _subject_after(after, said.end(), span.last, cast)
        if who:
            return who
    if span.before.strip(" –—-"):
        return _subject_before(span.before, span.first, cast)
    return _around(span, sentences, cast, found)


def _leading(span: Span, cast: Cast) -> Sequence[Appearance]:
    return cast.appearances(span.before, span.first) if span.before else ()


def _subject_after(after: str, verb_end: int, index: int, cast: Cast) -> Appearance | None:
    """The subject that follows an inverted verb, with at most an aside between: "a confié, ému, le maire"."""
    rest = after[verb_end:]
    for who in cast.appearances(rest, index):
        between = rest[: who.start]
        if len(between.split()) <= 9 and not re.search(r"\s(?:et|que|qui|dont|avec\s(?:l|s|M))", between):
            return who
        break
    bare = re.match(rf"\s(?:(?:en|avec|sans|non\ssans)\s\w+\s)?(?P<name>{FULL_NAME}|[A-ZÀ-Þ][\w’'-]+)(?=[,.;]|\s[a-zà]|$)", rest)
    return Appearance(0, 0, bare["name"], None, None) if bare else None


def _subject_before(before: str, index: int, cast: Cast) -> Appearance | None:
    """The subject of the sentence that leads into the quotation; the sentence must speak ("a salué", "pour", ":")."""
    verbs = list(SPEAKS.finditer(before))
    people = cast.appearances(before, index)
    view = re.search(r"(?:^|[,;]\s|–\s)(?:[Pp]our|[Ss]elon|[Dd][’']après)\s$", before[: people[-1].start]) if people else None
    if view or (people and _introduced(before) and not verbs):
        return people[-1]
    if not verbs:
        return None
    last = verbs[-1]
    acting = [p for p in people if p.end <= last.start()]
    pronoun = list(
        re.finditer(
            r"(?:^|[,;]\s|et\s)(?P<who>[Ii]l|[Ee]lle|Ce\sdernier|Cette\sdernière)\s(?:a|s[’']est|y)\b", before[: last.start()]
        )
    )
    if pronoun and (not acting or pronoun[-1].start() > acting[-1].end):
        who = pronoun[-1]["who"]
        return _before(index, cast, who.lower() in ("elle", "cette dernière"), acting, last="derni" in who)
    if acting:
        return _subject(acting, before)
    inverted = [p for p in people if p.start >= last.end()]
    return inverted[0] if inverted and before[last.end() : inverted[0].start].strip(" ,") == "" else None


def _subject(acting: list[Appearance], before: str) -> Appearance:
    """Of several people before the verb, the one who is not named after a preposition."""
    free = [p for p in acting if not re.search(r"(?:avec|de|du|des|d[’']|par|à|au|et|sur|sous|que)\s$", before[: p.start])]
    return (free or acting)[-1]


def _before(index: int, cast: Cast, woman: bool, here: Sequence[Appearance] = (), *, last: bool = False) -> Appearance | None:
    """He or she: the nearest person of that gender, in this sentence before the quotation or up to five sentences back.

    `last`: "ce dernier", the last one named and not the first. Somebody of unknown gender only where nobody else is near.
    """
    near = [list(here), *(list(cast.in_sentence(i)) for i in range(index - 1, max(-1, index - 6), -1))]
    for people in near:
        sure = [p for p in people if p.woman is woman and (p.person or p.words)]
        if sure:
            who = sure[-1] if last else sure[0]
            return who if who.person else (cast.only(woman, index) or who)
    unsure = {p.person.name: p for people in near for p in people if p.person and p.woman is None}
    return cast.only(woman, index) or (next(iter(unsure.values())) if len(unsure) == 1 else None)


def _signature(span: Span, sentences: Sequence[Sentence], cast: Cast) -> Appearance | None:
    """ "— Jean Côté, maire de Sainte-Pétronille" under the words that he said."""
    if span.last + 1 >= len(sentences) or "\n" not in sentences[span.last].gap or span.after.strip(" .!?"):
        return None
    below = " ".join(sentences[span.last + 1].text.split())
    found = _SIGNED.match(below)
    if not found or len(below.split()) > 20 or below.endswith("."):
        return None
    here = cast.in_sentence(span.last + 1)
    return here[0] if here and here[0].person else Appearance(0, 0, found["name"], None, None)


def _around(span: Span, sentences: Sequence[Sentence], cast: Cast, found: Sequence[Speech]) -> Appearance | None:
    """A sentence that is only a quotation: it is signed on the line below, its introduction ends in a colon, or it goes on
    with the speech before it."""
    if signed := _signature(span, sentences, cast):
        return signed
    if not span.first:
        return None
    previous = " ".join(sentences[span.first - 1].text.split())
    if previous.endswith(":"):
        return _subject_before(previous, span.first - 1, cast)
    if found and span.first - 1 in found[-1].sentences and sentences[span.first - 1].paragraph == sentences[span.first].paragraph:
        last = found[-1].speaker
        known = next((a for i in found[-1].sentences for a in cast.in_sentence(i) if a.person and a.person.name == last), None)
        return known or (Appearance(0, 0, last, None, None) if last else None)
    return None
