"""French sentences become English ones that were checked, retried where they failed, and say what is doubtful.

Every sentence goes through a ladder of attempts, all pending sentences of a rung in one call of the engine: with names and
terms carried around the model; the same with a wider beam where words were made up, and then with rare nouns looked up;
with figures, dates and acronyms carried too; with fewer again; plain; without repeated n-grams; in smaller clauses. A
sentence leaves the ladder when no fault is left and nothing severe, and every term is said as the glossary wants it; only a
fault, such as a loop, sends it past the plain rung. What no attempt could translate is kept in French inside ⟦ ⟧ and
flagged as severe: nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from service import clauses, rows
from service.attempts import Attempt, Trial, goes_on
from service.carry import KINDS, SPELLED, Carried, mask
from service.confidence import UNCALIBRATED, Grader, left_out
from service.config import Settings
from service.coverage import uncovered
from service.engines import Decoding, Translator
from service.faults import faults
from service.glossary import Glossary
from service.invariants import check, repair
from service.invariants.addresses import ADDRESS
from service.invented import invented, respelled
from service.language import guess_language, is_english
from service.markup import Marked, unmark
from service.memory import Memory
from service.normalise import Normalised, normalise
from service.rare import rare_nouns, unanswered, with_rare
from service.recall import Recall
from service.spelling import styled
from service.types import Candidate, Finding, Rendering

CARRIED = (KINDS, KINDS - {"figure"}, KINDS - {"figure", "term"})  # the more is carried, the more may be lost
PLAIN: frozenset[str] = frozenset()
ALTERNATIVES = 4  # other English of a sentence that a reader may ask for
WIDE = 12  # the beam for a sentence with words made up


@dataclass(frozen=True, slots=True)
class Plan:
    """A normalised sentence cut into clauses, each masked: what the engine is given."""

    normalised: Normalised
    parts: tuple[clauses.Clause, ...]
    carried: tuple[Carried, ...]

    @property
    def sources(self) -> list[str]:
        return [c.text for c in self.carried]


class SentenceTranslator:
    """An engine with everything around it that makes its text trustworthy. Safe to call from several threads."""

    def __init__(self, engine: Translator, settings: Settings, *, memory: Memory | None = None) -> None:
        self.engine, self.settings = engine, settings
        self.grader = Grader(engine.calibration, settings.translator)
        self.notes = () if engine.calibration or engine.name == "echo" else (UNCALIBRATED,)
        self.words = engine.words and engine.words | rare_nouns().english_words  # none: nothing is known of what it met
        self.recall = Recall(memory, engine.name, settings) if memory else None
        carry = engine.placeholders and settings.translator.carry
        self.ladder = (
            *([Attempt(SPELLED), Attempt(SPELLED, wide=True), Attempt(SPELLED, rare=True)] if carry else []),
            *(map(Attempt, CARRIED) if carry else []),
            Attempt(PLAIN),
            *([] if carry else [Attempt(PLAIN, wide=True)]),
            Attempt(PLAIN, no_repeat=3, beam=1),
            Attempt(PLAIN, no_repeat=3, shrink=3),
        )

    def translate(self, sentences: Sequence[str], *, glossary: Glossary) -> list[Rendering]:
        """One rendering for each sentence, in order; repeated sentences are translated once, rows of tables cell by cell."""
        if tables := {s: parts for s in sentences if (parts := rows.cells(s))}:
            inside = [cell for parts in tables.values() for cell in parts[::2] if rows.wordy(cell)]
            whole = [*(s for s in sentences if s not in tables), *inside]
            told = dict(zip(whole, self.translate(whole, glossary=glossary), strict=True))
            return [rows.joined(tables[s], told, self.settings.brief.dates) if s in tables else told[s] for s in sentences]
        untouched = {words: words for s in sentences for words in unmark(s).kept}
        glossary = glossary.with_terms(untouched) if untouched else glossary
        known = self.recall.get(sentences, glossary) if self.recall else {}
        new = [s for s in dict.fromkeys(sentences) if s not in known]
        fresh = dict(zip(new, self._render(new, glossary), strict=True))
        if self.recall and fresh:
            self.recall.put(fresh, glossary)
        return [known.get(s) or fresh[s] for s in sentences]

    def _render(self, sentences: list[str], glossary: Glossary) -> list[Rendering]:
        kept = {s: passed for s in sentences if (passed := _left_as_it_is(s))}
        marked = {s: unmark(s) for s in sentences if s not in kept}
        pending = {s: self._normalised(m.plain, glossary) for s, m in marked.items()}
        trials = self._climb(pending, glossary)
        return [kept.get(s) or self._settle(marked[s], trials[s]) for s in sentences]

    def _normalised(self, french: str, glossary: Glossary) -> Normalised:
        return normalise(french, acronyms=glossary.acronyms, plain=self.settings.translator.plain)

    def _climb(self, pending: dict[str, Normalised], glossary: Glossary) -> dict[str, Trial]:
        """The best trial of every sentence."""
        best: dict[str, Trial] = {}
        seen: dict[Decoding, dict[str, list[Candidate]]] = {}  # a rung that carries nothing more asks nothing again
        for attempt in self.ladder:
            asked = {s: n for s, n in pending.items() if s not in best or goes_on(attempt, best[s])}
            plans = {s: self._plan(n, attempt, glossary) for s, n in asked.items()}
            hypotheses = self._run([text for plan in plans.values() for text in plan.sources], attempt, seen)
            for sentence, plan in plans.items():
                trial = self._judge(plan, hypotheses, glossary)
                if sentence not in best or trial.rank < best[sentence].rank:
                    best[sentence] = trial
        return best

    def _plan(self, normalised: Normalised, attempt: Attempt, glossary: Glossary) -> Plan:
        comfort = self.settings.translator.comfort // attempt.shrink
        parts = clauses.split(normalised.text, partial(self._fits, comfort))
        terms = with_rare(glossary, normalised.text) if attempt.rare else glossary
        hide = partial(mask, glossary=terms, dates=self.settings.brief.dates, kinds=attempt.kinds)
        carried = tuple(hide(p.text) if attempt.kinds else Carried.plain(p.text) for p in parts)
        return Plan(normalised, parts, carried)

    def _fits(self, comfort: int, text: str) -> bool:
        """Characters first: counting the tokens of a megabyte would take longer than translating its parts."""
        return len(text) <= comfort * 12 and self.engine.count(text) <= comfort

    def _run(
        self, sources: Iterable[str], attempt: Attempt, seen: dict[Decoding, dict[str, list[Candidate]]]
    ) -> dict[str, list[Candidate]]:
        beam = attempt.beam or self.settings.translator.beam
        beam = max(beam, WIDE) if attempt.wide and beam > 1 else beam
        wanted = beam if attempt.wide else min(beam, self.settings.translator.candidates)
        decoding = Decoding(beam=beam, candidates=wanted, no_repeat=attempt.no_repeat)
        known = seen.setdefault(decoding, {})
        new = [text for text in dict.fromkeys(sources) if text not in known]
        if new:
            known.update(zip(new, self.engine.translate(new, decoding), strict=True))
        return known

    def _judge(self, plan: Plan, hypotheses: dict[str, list[Candidate]], glossary: Glossary) -> Trial:
        """The best candidate of every clause, joined, repaired and checked as one sentence."""
        chosen = [
            self._choose(part.text, carried, hypotheses[carried.text], glossary)
            for part, carried in zip(plan.parts, plan.carried, strict=True)
        ]
        if len(chosen) == 1:
            return replace(chosen[0], english=plan.normalised.restore(chosen[0].english))
        english = clauses.join([trial.english for trial in chosen], plan.parts)
        whole = self._checked(plan.normalised.text, english, glossary)
        return replace(
            whole,
            english=plan.normalised.restore(whole.english),
            score=min(trial.score for trial in chosen),
            faults=tuple(f for trial in chosen for f in trial.faults),
        )

    def _choose(self, french: str, carried: Carried, candidates: list[Candidate], glossary: Glossary) -> Trial:
        """The candidate that keeps most of what must be kept; the model's order decides between equals."""
        trials: list[Trial] = []
        for candidate in sorted(candidates, key=lambda c: -c.score):
            if trials and min(trial.rank for trial in trials) <= (False, 0, 0, -candidate.score):
                break  # even without a fault this one, and those after it, would not be better
            restored = carried.restore(candidate.text)
            if restored is None:
                lost = Finding("placeholder_lost", "The model lost a name or figure that was carried around it.", "severe")
                trials.append(Trial(english=candidate.text, score=candidate.score, faults=(lost,)))
                continue
            wrong = tuple(Finding(name, note, "severe") for name, note in faults(carried.text, candidate))
            if self.settings.translator.engine != "echo":  # whose French is what was asked for
                wrong += _untranslated(carried, restored)
            trials.append(replace(self._checked(french, restored, glossary), score=candidate.score, faults=wrong))
        best = min(trials, key=lambda trial: trial.rank)
        others = (carried.restore(c.text) for c in candidates[:ALTERNATIVES])
        return replace(best, candidates=tuple(o for o in others if o and o != best.english))

    def _checked(self, french: str, english: str, glossary: Glossary) -> Trial:
        repaired, notes = repair(french, english, glossary=glossary, dates=self.settings.brief.dates)
        strange = invented(french, repaired, self.words, glossary.english_words)
        if strange:
            repaired, slips = respelled(french, repaired, self.words, strange)
            notes, strange = (*notes, *slips), invented(french, repaired, self.words, glossary.english_words)
        doubts = check(french, repaired, glossary=glossary)
        lost, findings = uncovered(french, repaired), (*notes, *doubts, *strange)
        return Trial(
            english=repaired, score=0.0, findings=findings, left_out=len(lost), invented=len(strange),
            missed=unanswered(french, repaired, lost),
        )  # fmt: skip

    def _settle(self, sentence: Marked, trial: Trial) -> Rendering:
        if not trial.usable:
            why = trial.faults[0]
            finding = Finding(why.check, f"Not translated, the French is kept. {why.note}", "severe")
            return Rendering(english=f"⟦{sentence.plain.strip()}⟧", confidence="low", findings=(finding,))
        findings = (*trial.faults, *trial.findings)
        english = _headed(sentence.plain, styled(trial.english, self.settings.brief))
        return Rendering(
            english=sentence.restore(english) if sentence.marks else english,
            confidence=self.grader.grade(trial.score, left_out(sentence.plain, english), findings),
            findings=findings,
            candidates=trial.candidates,
            score=trial.score,
        )


def _headed(french: str, english: str) -> str:
    """With a capital at its head where the French has one; iPhone, which the French has too, keeps its own."""
    at = next((i for i, letter in enumerate(english) if letter.isalpha()), len(english))
    first = next((letter for letter in french if letter.isalpha()), "")
    begun = english[:at].rstrip(" -")[-1:].isdigit()  # "12th edition"
    if begun or not first.isupper() or not english[at : at + 1].islower() or english[at:].split(maxsplit=1)[0] in french:
        return english
    return english[:at] + english[at].upper() + english[at + 1 :]


def _untranslated(carried: Carried, english: str) -> tuple[Finding, ...]:
    """A hypothesis that is still French. Carried French titles do not count: the frame alone is looked at."""
    if len(carried.text.split()) >= 5 and guess_language(english)[0] == "fr":
        return (Finding("untranslated", "The sentence came back in French.", "severe"),)
    return ()


def _left_as_it_is(sentence: str) -> Rendering | None:
    """What no French-English model should touch: signs, figures and addresses alone, English, other scripts."""
    if not any(map(str.isalpha, ADDRESS.sub("", sentence))):
        return Rendering(english=sentence)
    if is_english(sentence):
        return Rendering(english=sentence, findings=(Finding("english_kept", "Already in English.", "note"),))
    latin = sum(c.isascii() or c < "ɐ" for c in sentence if c.isalpha())
    if latin * 2 < sum(map(str.isalpha, sentence)):
        finding = Finding("not_french", "Not French and not translated.", "severe")
        return Rendering(english=sentence, confidence="low", findings=(finding,))
    return None
