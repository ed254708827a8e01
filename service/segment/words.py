"""What a full stop follows and what a sentence begins with: the words that segmentation knows."""

TITLES = frozenset(
    """m mm mme mmes mlle mlles mr mrs ms dr drs dre pr prs pre prof me mes mgr mgrs st ste sts stes sr gal gén gen col cdt cne
    cpt cap lt sgt adj amb sén dép hon rév vve ph ch s.e s.e.m s.e.mme s.a.r s.a.s s.a.i s.m s.s s.exc s.em r.p n.d
    s.e.mm ll.mm ll.aa ll.ee ss.mm l.m""".split()
) - {"mes", "cap", "me", "ms"} | {"Me"}
"""Before a name: never the end. `Me` (maître) only with its capital."""

ANNOUNCING = frozenset(
    """cf apr av ave bd bld boul bvd fg rte pl imm bât apt tél tel téléc télec fax réf ref resp approx env p.ex c.-à-d c.à.d i.e
    e.g vs ibid op loc sect suppl trad illustr coord fasc auj dept dépt c.c p.o p.p p.i éds eds nos n.o ss""".split()
)
"""Before what they announce: never the end."""

NUMBERED = frozenset(
    """art al alin p pp vol chap ch fig tab ann n no t ed éd ex § dir coll min max app ill rééd liv tit sous-al
    col v c s arr circ ord règl reg""".split()
)
"""Before a number or a name, but also words of their own: the end where a sentence plainly begins."""

CLOSING = frozenset("inc cie ltd ltée corp sté ets éts ass assoc sa s.a s.a.r.l sarl a.m p.m hab jr".split())
"""After a name or a figure: the end where a sentence plainly begins."""

MONTHS = frozenset("janv jan févr fév fevr fev mars avr juil juill sept oct nov déc dec lun mar mer jeu ven sam dim".split())

STARTERS = frozenset(
    """le la les l un une des du de d au aux ce cet cette ces c ça cela celui celle ceux celles ceci son sa ses leur leurs notre
    nos votre vos mon ma mes il ils elle elles on nous vous je j tu qui que qu quoi dont où quel quelle quels quelles lequel
    laquelle chaque tout toute tous toutes plusieurs certains certaines aucun aucune nul nulle quelque quelques tel telle
    et ou mais or donc car ni si s lorsque lorsqu quand comme puisque puisqu quoique bien afin pour par avec sans sous sur dans
    en entre vers chez contre depuis pendant durant dès après avant à selon suivant malgré outre hors jusqu parmi lors
    ainsi aussi alors enfin ensuite puis cependant toutefois néanmoins pourtant toujours déjà encore enfin désormais
    aujourd hier demain ici là parallèlement également notamment parce grâce concernant quant y n ne pas non oui plus
    moins très trop peu beaucoup deux trois quatre cinq six sept huit neuf dix interrogé interrogée présent présente
    réuni réunis réunie réunies lancé lancée créé créée premier première autre autres même seul seule seuls merci rendez
    voici voilà est sont était ont avait sera étaient the this it in on at a""".split()
) - {"a"}
"""Capitalised, they begin a sentence and not a name."""

CONTINUING = frozenset(
    """le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre vos qui que qu dont et ou ni
    pour par avec sans sous sur dans en entre vers chez contre depuis pendant dès à selon très est sont a ont
    sera seront lors afin comme ne n s se the of and to in for with mm mme m""".split()
)
"""At the end of a line, they promise a next one."""

JOINING = frozenset(
    "de du des d et ou pour par avec dans en sur sous entre vers au aux à chez contre qui que qu dont of and for in".split()
)
"""At the beginning of a line, they continue the one before."""

LETTERED = frozenset(
    """hall annexe plan groupe catégorie point bloc bâtiment salle vitamine hépatite zone classe type option partie
    section lot volet ligne porte quai série poule terminal tranche variante aile allée étape niveau
    note tableau figure grade liste""".split()
)
"""Before a single letter that names them: "le hall C." may end a sentence, "l'auteur C." may not."""

PARTICLES = frozenset("La Le Les Saint Sainte San Al El Ben Bin Ould De Du Van Von".split())
"""At the end of a line, they promise a name."""
