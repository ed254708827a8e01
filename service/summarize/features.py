"""What is worth knowing about a sentence before it is chosen: small numbers with names, most of them in 0 … 1."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.english import DECISIONS, LAST_MARK, capitalised, content, words
from service.types import Role

_SPOKEN = re.compile(r"[\"“«][^\"”»]{15,}")
_PROTOCOL = re.compile(
    r"\b(thank(s|ed|ing)?|gratitude|congratulat\w+|pay(s|ing)? tribute|paid tribute|honou?r(ed)? to|pleasure|"
    r"delighted|warm welcome|in the presence of|excellenc(y|ies)|delegation|guests of honou?r|cordial|fraternal|"
    r"condolences|best wishes|took the opportunity|speech(es)?)\b",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(@|https?://|www\.|\b(press|media) (contact|office|kit|relations)|\bcontacts?\b ?:|\bfor (more|further) information|"
    r"\bfor immediate release|\bembargo|\babout (the|us)\b ?:|\bfounded in\b|\bfollow us\b|\baccreditation|"
    r"\btel(ephone)?\b\.? ?:|\bphotos?\b|\bdisclaimer|\bend of (the )?(press )?release|\bforward-looking)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^[\"“]?(he|she|it|they|this|these|those|that|such|its|his|her|their|but|however|moreover|furthermore|"
    r"in addition|also|in turn|then|thus|therefore|for (his|her|its|their) part|finally|lastly|secondly|beforehand)\b|"
    r"[\"”»],? (he|she|they) \w+",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(ladies and gentlemen|dear (colleagues|friends|all|members|partners|madam|sir)|good (morning|afternoon|evening)|"
    r"excellenc|your excellenc|madam|mr\.? (president|chair)|hello)\b",
    re.IGNORECASE,
)
_UNFIT: frozenset[Role] = frozenset(("title", "subtitle", "dateline", "embargo", "heading", "table", "about", "contact", "notes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """One sentence as the scorer sees it."""

    position: float  # 1 for the first sentence of the news, falling with each that follows
    centrality: float  # how much of what comes later it announces (directed, Zheng and Lapata 2019)
    title: float  # share of the title's words that it holds
    figures: float
    names: float
    decision: float
    quote: float  # 1 for the quotation most worth keeping: a brief has one
    spoken: float  # share in the words of a person, of every other quotation
    protocol: float
    boilerplate: float
    dangling: float  # begins with a pronoun or link whose sense is in another sentence
    long: float
    fit: bool = True  # False: never said, whatever its score


def features(
    sentences: Sequence[str],
    *,
    title: str = "",
    roles: Sequence[Role] = (),
    matrix: Sequence[Sequence[float]] | None = None,
) -> list[Features]:
    """The features of each sentence; `roles`, where given, has one for each, `matrix` is `likeness(sentences)`."""
    fit = [_fit(s, roles[i] if roles else "body") for i, s in enumerate(sentences)]
    central = _centrality(likeness(sentences) if matrix is None else matrix, fit)
    heading = Counter(content(title))
    found, order = [], 0
    for index, text in enumerate(sentences):
        found.append(_one(text, position=1 / (1 + 0.5 * order), centrality=central[index], title=_share(text, heading),
                          fit=fit[index]))  # fmt: skip
        order += fit[index]
    return _one_quote(found)


def _one_quote(found: list[Features]) -> list[Features]:
    """The first sentence that speaks enough, by a person early in the text, is the quotation; the others only speak."""
    spoken = [i for i, f in enumerate(found) if f.fit and f.spoken > 0.2]
    best = max(spoken, key=lambda i: (found[i].spoken > 0.35, -i), default=None)
    return [replace(f, quote=1.0, spoken=0.0) if i == best else f for i, f in enumerate(found)]


def _one(text: str, *, position: float, centrality: float, title: float, fit: bool) -> Features:
    length = len(text.split())
    digits = len(re.findall(r"\d+(?:[.,]\d+)*", text))
    spoken = sum(len(m[0].split()) for m in _SPOKEN.finditer(text))
    return Features(
        position=position,
        centrality=centrality,
        title=title,
        figures=min(1.0, digits / 3),
        names=min(1.0, len(capitalised(text)) / 8),
        decision=float(bool(DECISIONS.search(text))),
        quote=0.0,
        spoken=min(1.0, spoken / max(length, 1)),
        protocol=float(bool(_PROTOCOL.search(text))),
        boilerplate=float(bool(_BOILERPLATE.search(text))),
        dangling=float(bool(_DANGLING.search(text))),
        long=max(0.0, min(1.0, (length - 30) / 30)),
        fit=fit,
    )


def _fit(text: str, role: Role) -> bool:
    length = len(words(text))
    heading = length < 14 and not LAST_MARK.search(text.strip()) and role != "item"
    least = 3 if role == "item" and re.search(r": .*\d", text) else 5  # "Revenue: €214.6 million (+6.3%)"
    return role not in _UNFIT and length >= least and not heading and not _GREETING.match(text)


def _share(text: str, heading: Counter[str]) -> float:
    return sum((Counter(content(text)) & heading).values()) / max(1, heading.total())


def likeness(sentences: Sequence[str]) -> list[list[float]]:
    """Cosine of tf-idf vectors, each sentence with each: a word is worth less the more sentences of this text hold it."""
    bags = [Counter(content(s)) for s in sentences]
    spread = Counter(word for bag in bags for word in bag)
    holders: dict[str, list[tuple[int, float]]] = {}
    for index, bag in enumerate(bags):
        raw = {w: n * math.log(1 + len(bags) / spread[w]) for w, n in bag.items()}
        norm = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        for word, value in raw.items():
            holders.setdefault(word, []).append((index, value / norm))
    matrix = [[0.0] * len(bags) for _ in bags]
    for held in holders.values():
        for i, value in held:
            for j, other in held:
                matrix[i][j] += value * other
    return matrix


def _centrality(matrix: Sequence[Sequence[float]], fit: Sequence[bool]) -> list[float]:
    """Likeness to the sentences after, less a part of that to those before: what announces outranks what repeats."""
    raw = []
    for i, row in enumerate(matrix):
        after = sum(value for value, fine in zip(row[i + 1 :], fit[i + 1 :], strict=True) if fine)
        before = sum(value for value, fine in zip(row[:i], fit[:i], strict=True) if fine)
        raw.append(after - 0.2 * before if fit[i] else 0.0)
    top, low = max(raw, default=0.0), min(raw, default=0.0)
    return [(value - low) / (top - low) if top > low else 0.0 for value in raw]
