"""Fixed French expressions said plainly before the model sees them: “tire la sonnette d'alarme” → “donne l'alerte”.

A small model translates an idiom word by word. What it means, said in common words, it translates well. The figures, names, dates
and negations of the sentence stay where they are; the reader sees the French as it was written.
"""

from __future__ import annotations

import re

_ER = "(e|ent|é|er|era|eront|ait|aient|ant)"  # the endings of verbs in -er: what is said plainly takes the same
_BE = r"((?:n['’])?(?:est|était|sera|serait|reste|demeure|sont|étaient)(?: (?:pas|plus|toujours))?)"
_HAVE = "(a|ont|avait|avaient|aurait|auraient|ayant|avoir)"
_PLAIN = (
    # alarm, life and death
    (rf"tir{_ER} la sonnette d['’]alarme", r"donn\1 l'alerte"),
    (rf"dont le pronostic vital {_BE} engagé", r"dont la vie \1 en danger"),
    (rf"(?<=\b[Ss])on pronostic vital {_BE} engagé", r"a vie \1 en danger"),
    (rf"(?<=\b[Ll])e pronostic vital (d(?:e |u |es |['’])[^,.;]{{3,60}}?) {_BE} engagé", r"a vie \1 \2 en danger"),
    (r"n['’](a|ont|avaient) pu que constater", r"\1 constaté"),
    (r"(?<=\b[Aa]ucun )(blessé|mort|décès|dégât) n['’]est à déplorer", r"\1 n'a été signalé"),
    (r"\bAucune victime n['’]est à déplorer", "Il n'y a pas de victime"),
    (r"s['’]incline(nt)? devant la mémoire", lambda m: ("rendent" if m[1] else "rend") + " hommage à la mémoire"),
    (r"\bendeuillée?(?=s?\b)", "en deuil"),
    # courts and police
    (r"\bdu chef d(?:e |['’])(?=[a-zà-ÿ])", "pour "),
    (r"\bécroué(?=e?s?\b)", "emprisonné"),
    (r"\bdéféré(e?s?) (?:devant le|au) parquet", r"présenté\1 au procureur"),
    (r"\b(a|aurait) pris la fuite", lambda m: "s'est enfui" if m[1] == "a" else "se serait enfui"),
    (r"\b(ont|auraient) pris la fuite", lambda m: "se sont enfuis" if m[1] == "ont" else "se seraient enfuis"),
    (rf"((?:piste|hypothèse|thèse)\b[^,.;]{{0,60}}?) {_BE} privilégiée", r"\1 \2 la plus probable"),
    (r"\ben état d['’]ivresse", "ivre"),
    # figures
    (r"\bpassé(e?s?) sous la barre d(?:es|e) (?=\d)", r"tombé\1 en dessous de "),
    (r"\bpass(e|ent|er|era) sous la barre d(?:es|e) (?=\d)", r"tomb\1 en dessous de "),
    (r"\bfranchi(e?s?) la barre d(?:es|e) (?=\d)", r"dépassé\1 "),
    (r"\bfranchi(t|ssent|r|ra|ront) la barre d(?:es|e) (?=\d)",
     lambda m: "dépass" + dict(t="e", ssent="ent", r="er", ra="era", ront="eront")[m[1]] + " "),
    (r"\bs['’]est inscrite? en (baisse|hausse)", lambda m: "a " + ("baissé" if m[1] == "baisse" else "augmenté")),
    (r"\bs['’]est établie? à (?=\d)", "a été de "),
    (r"\barrêté les comptes", "approuvé les comptes"),
    (rf"\bse délest{_ER} d(?:e |['’])", r"vend\1 "),
    (r"\brenou(e|ent|er) avec (?=l(?:a |es? |['’]))", r"retrouv\1 "),
    # plans and decisions
    (rf"\b{_HAVE} vu le jour", lambda m: m[1] + " été créé" + ("s" if m[1].endswith("nt") else "")),
    (r"\bverr(a|ont) le jour", lambda m: "ser" + m[1] + " créé" + ("s" if m[1] == "ont" else "")),
    (r"(?<=\bdevrait )voir le jour", "être réalisé"),
    (rf"\b{_HAVE} mis la clé sous la porte", r"\1 fermé"),
    (r"\bmett(re|ra|ront) la clé sous la porte", lambda m: "ferm" + dict(re="er", ra="era", ront="eront")[m[1]]),
    (rf"\b{_HAVE} fait peau neuve", lambda m: m[1] + " été rénové" + ("s" if m[1].endswith("nt") else "")),
    (r"\bfait peau neuve", "est rénové"),
    (r"\bfait l['’]unanimité", "est approuvé par tous"),
    (rf"\b{_HAVE} levé le voile sur", r"\1 révélé"),
    (r"\blèv(e|ent) le voile sur", r"révèl\1"),
    (rf"\b{_BE} au point mort", r"\1 à l'arrêt"),
    (rf"\b(?:pass{_ER}) le flambeau à", r"laiss\1 la place à"),
    (r"\b[Rr]evoir (sa|leur) copie", lambda m: "changer " + ("ses" if m[1] == "sa" else "leurs") + " plans"),
    (r"\ben (font|fait|feront|feraient) les frais",
     lambda m: "en souffr" + dict(font="ent", fait="e", feront="iront", feraient="iraient")[m[1]]),
    (r"\bs['’]inscri(?:t|vent|vait) dans la (?:continuité|lignée) d(es|u|e la|e l['’])",
     lambda m: "fait suite " + {"es": "aux", "u": "au", "e la": "à la"}.get(m[1], "à l'")),
    (r"\b[Ii]l a été décidé ce qui suit", "Voici ce qui a été décidé"),
    (r"\bà retirer (?=à l['’]accueil|en mairie|au secrétariat|au guichet|auprès)", "disponible "),
    (r"\bbattu(e?s?) en brèche", r"contesté\1"),
    (r"\bpass(é|er|era|eront) au crible\b", r"examin\1 en détail"),
    (r"\bfait volte-face", "changé d'avis"),
    (r"\baux prises avec", "face à"),
    (rf"\b{_HAVE} débrayé", r"\1 fait grève"),
    (rf"\b{_HAVE} tiré un trait sur", r"\1 mis fin à"),
    (r"\bfait couler beaucoup d['’]encre", "suscite beaucoup de commentaires"),
    (r"\blaissé(e?s?) pour compte", r"oublié\1"),
    (r"\bfait tache d['’]huile", "s'étend"),
    (r"\b(a|ont) fait amende honorable", lambda m: "s'est excusé" if m[1] == "a" else "se sont excusés"),
    (r"\b(donn\w+) gain de cause à", r"\1 raison à"),
    (r"\bbattu le rappel d(?:e |['’])", "rassemblé "),
    (r"\bjeté (?:son|leur) dévolu sur", "choisi"),
    # people at work
    (r"\b(?:est|sont) montée?s? au créneau", lambda m: ("ont" if m[0].startswith("sont") else "a") + " protesté"),
    (rf"\b{_HAVE} mis les bouchées doubles", r"\1 travaillé deux fois plus"),
    (r"\bmett(re|ent|ra|ront) les bouchées doubles",
     lambda m: "travaill" + dict(re="er", ent="ent", ra="era", ront="eront")[m[1]] + " deux fois plus"),
    (r"\bmet(?:tent)? en exergue", lambda m: "soulign" + ("ent" if "tent" in m[0] else "e")),
    (r"\bmis(e?s?) en exergue", r"souligné\1"),
    (r"\bf(?:ait|ont) la sourde oreille", lambda m: "refus" + ("e" if "ait" in m[0] else "ent") + " d'écouter"),
    (r"\btir(e|ent|er) (?:son|leur) épingle du jeu", r"réussi\1"),
    (r"\bde (bon|mauvais) augure", r"un \1 signe"),
    (r"\b(navires?|bateaux?|sous-marins?|frégates?|ferrys?|paquebots?)( (?:\S+ ){0,4}?)mis(e?s?) à l['’]eau", r"\1\2lancé\3"),
    # sport
    (r"\ba été sacrée? (?=champion|meilleur|vainqueur)", "est devenu "),
    (r"\bs['’]est imposée? (?=en \w+ sets|face|devant|contre|sur le score|\d|à domicile|à l['’]extérieur)", "a gagné "),
    (r"\b(a|ont) décroché (?:son|sa|leur) (?:billet|ticket|qualification)",
     lambda m: "s'est qualifié" if m[1] == "a" else "se sont qualifiés"),
    (r"\b(a|ont) déclaré forfait", lambda m: "s'est retiré" if m[1] == "a" else "se sont retirés"),
    (r"^Blessée?s? (?=(?:au|à la|à l['’]|aux)\s?\w+)", "Souffrant d'une blessure "),
)  # fmt: skip
_RULES = tuple((re.compile(pattern), plain) for pattern, plain in _PLAIN)
_TELLING = re.compile(
    r"sonnette|pronostic|constater|déplorer|mémoire|endeuill|chef d|écrou|défér|fuite|privilégi|ivresse|barre|inscri|établi"
    r"|comptes|délest|renou|le jour|la clé|peau neuve|unanimité|voile|point mort|flambeau|copie|les frais|ce qui suit|retirer"
    r"|brèche|crible|volte-face|prises|débray|un trait|encre|créneau|bouchées|exergue|oreille|épingle|augure|à l['’]eau|sacré"
    r"|imposé|pour compte|huile|amende|gain de|rappel|dévolu|décroché|forfait|^Bless"
)


def plainly(text: str) -> str:
    """The sentence with its idioms said in common words."""
    if not _TELLING.search(text):
        return text
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    return text
