"""What `check` sees and what it lets pass, by kind."""

import json
from pathlib import Path

import pytest

from service.glossary import institutions
from service.invariants import check, repair

CASES = [json.loads(line) for line in (Path(__file__).parent.parent / "data/invariants.jsonl").read_text().splitlines()]

SAME = [
    ("Il ferme samedi à minuit et rouvre lundi à midi.", "It closes at midnight on Saturday and reopens at noon on Monday."),
    ("Le plus grand paquebot jamais construit, plus que jamais attendu", "The largest liner ever built, more awaited than ever"),
    ("La toile, jamais montrée, est à Namur.", "The painting, which has never been shown, is in Namur."),
    ("Un pont de 1 234,5 mètres et 12 hectares de bois", "A 1,234.5-metre bridge and 12 wooded hectares"),
    ("Contact : +221 77 123 45 67.", "Contact: +221 77 123 45 67."),
    ("Le numéro vert 0800 12 345 est ouvert.", "The toll-free number 0800 12 345 is open."),
    ("La récolte a atteint 1 234,5 tonnes.", "The harvest reached 1,234.5 tonnes."),
    ("Le programme compte 12.500 bénéficiaires.", "The programme has 12,500 beneficiaries."),
    ("Un million et demi d'élèves.", "A million and a half pupils."),
    ("Un million et demi d'élèves.", "One and a half million pupils."),
    ("Au moins trois pays", "At least three countries"),
    ("Moins de 10 000 élèves", "Fewer than 10,000 pupils"),
    ("Plus de 300 personnes", "Over 300 people"),
    ("Deux millions de personnes", "2 million people"),
    ("Entre 3 et 4 millions d'euros", "Between 3 million and 4 million euros"),
    ("De 3 à 4 millions d'euros", "€3-4 million"),
    ("Il coûte 1,2 milliard de dollars.", "It costs $1.2bn."),
    ("Un billion de francs", "One trillion francs"),
    ("58 MDH", "MAD 58 million"),
    ("Quatre-vingt-dix-sept pays", "97 countries"),
    ("Soixante et onze pays", "Seventy-one countries"),
    ("Deux mille vingt et un", "2021"),
    ("mille neuf cent quatre-vingt-quatre", "1984"),
    ("depuis dix-huit ans", "for eighteen years"),
    ("une dette de dix-huit ans", "an eighteen-year debt"),
    ("La moitié des élèves", "Half of the pupils"),
    ("50 % des élèves", "50 per cent of the pupils"),
    ("une douzaine de pays", "a dozen countries"),
    ("Les deux ministres", "Both ministers"),
    ("Il en reste une.", "There is one left."),
    ("les trois quarts", "three quarters"),
    ("les années 60", "the 1960s"),
    ("les années quatre-vingt", "the Eighties"),
    ("depuis trente ans", "for three decades"),
    ("dans quinze jours", "in two weeks"),
    ("dans quinze jours", "in a fortnight"),
    ("pendant 18 mois", "for one and a half years"),
    ("La 5e session", "The fifth session"),
    ("au XXIe siècle", "in the 21st century"),
    ("le 1er mai", "on 1 May"),
    ("le 1er mai", "on May 1st"),
    ("mercredi 13 janvier 2021", "Wednesday, January 13, 2021"),
    ("du 14 au 17 décembre 2020", "from 14 to 17 December 2020"),
    ("le 05/03/2021", "5 March 2021"),
    ("à 18h30", "at 6:30 p.m."),
    ("à 18 h 30", "at 6.30pm"),
    ("à 9 heures", "at nine o'clock"),
    ("à 9 heures", "at 9 a.m."),
    ("72 heures", "72 hours"),
    ("à minuit", "at midnight"),
    ("l'année 2020-2021", "the year 2020-21"),
    ("l'année 2020-21", "the year 2020-2021"),
    ("à 30 000 € par an", "at EUR 30,000 a year"),
    ("5 000 francs CFA", "CFAF 5,000"),
    ("+212 5 37 00 00 52", "+212-5-37-00-00-52"),
    ("Le G20 et la COVID-19", "The G20 and Covid-19"),
    ("L'Airbus A320", "The Airbus A320"),
    ("Il ne faut pas partir.", "One must not leave."),
    ("Il n'y a aucun doute.", "There is no doubt."),
    ("Il ne vend que des livres.", "He sells books."),
    ("N'hésitez pas à nous écrire.", "Feel free to write to us."),
    ("M. Poutine est là.", "Mr. Poutine is there."),
    ("En mars, Mars et le Mali", "In March, Mars and Mali"),
    ("Il peut venir.", "He may come."),
    ("L'ACFA et le GIEC publient un avis.", "The FACA and the IPCC publish an opinion."),
    ("Le SNC travaille avec l'ONU.", "The CDS is working with the UN."),
    ("La délégation béninoise est à Bamako.", "Benin's delegation is in Bamako."),
    ("Les Turques et les Grecques sont là.", "Greek and Turkish women are there."),
    ("Les règles ne sont pas sans effet.", "The rules are not without effect."),
    ("L'OIEC et l'UE lancent un appel.", "The EU and the ICCE are launching an appeal."),
    ("La directive 2013/36/UE est publiée.", "Directive 2013/36/EU has been published."),
    ("Le Service numérique canadien (SNC) est né.", "The Canadian Digital Service is born."),
    ("L'Argentine et le Chili signent.", "Argentina and Chile sign."),
    ("Les clubs anglais et la France jouent.", "The English clubs play."),
    ("Les présidents sud-coréen et béninois sont là.", "The South Korean president is there."),
    ("La Corée du Sud exporte.", "The Republic of Korea exports."),
    ("Les ICP du groupe sont bons.", "The group's KPIs are good."),
    ("Un PDF est joint.", "PDFs are enclosed."),
    ("La COVID-19 recule.", "COVID is receding."),
    ("La Colombie-Britannique signe.", "British Columbia signs."),
    ("Ces critères sont clairs et non discriminatoires.", "Those criteria are clear and non-discriminatory."),
    ("Le montant ne change pas.", "The amount remains the same."),
    ("Il reste dans les murs, sans délai.", "He is within the walls, at once."),
    ("Le pont pourrait-il ouvrir ?", "Does the bridge open?"),
    ("Aucun blessé n'est à déplorer.", "No injuries were reported."),
    ("Il partira sans aucun doute demain.", "He will certainly leave tomorrow."),
    ("Le produit est non conforme.", "The product is non-compliant."),
    ("Le sommet aura lieu en mai.", "The summit takes place in May."),
    ("La ministre a dit que le pont coûtera cher.", "The minister said the bridge is expensive."),
    ("L'ouvrage aura coûté 3 millions.", "The work cost 3 million."),
    ("Le pont pourrait ouvrir.", "The bridge is likely to open."),
    ("La Fromagerie des Trois Combes retire un lot.", "The dairy of Trois Combes is recalling a batch."),
]

LOST = [
    ("7 litres par jour, loin des 15 litres", "7 litres a day, far from the 15 beds", "'15 litres' counts something else"),
    ("Moins de 10 000 élèves sont inscrits.", "10,000 pupils are enrolled.", "upper bound"),
    ("Au moins 300 personnes ont défilé.", "300 people marched.", "lower bound"),
    ("La hausse est de plus de 4 %.", "The rise is 4%.", "lower bound"),
    ("En 1994, 12 morts.", "In 1994, dead.", "'12'"),
    ("Le prix est de 1 234,5 euros.", "The price is 1,234.6 euros.", "'1 234,5'"),
    ("Il y a 12 élèves.", "There are 13 pupils.", "'13' is not in the French"),
    ("3 milliards d'euros", "3 million euros", "'3 milliards'"),
    ("un billion de francs", "a billion francs", "'un billion'"),
    ("Quatre-vingt-dix-sept pays", "Eighty-seven countries", "'Quatre-vingt-dix-sept'"),
    ("le mardi 4 mai", "on Wednesday 4 May", "'mardi'"),
    ("le 4 juin", "on 4 July", "'juin'"),
    ("le 05/03/2021", "on May 3, 2021", "month"),
    ("à 14 h 30", "at 3.30 p.m.", "'14 h 30'"),
    ("à 14h30", "at 2:30 a.m.", "time"),
    ("La 5e session", "The sixth session", "'5e'"),
    ("au XIVe siècle", "in the 13th century", "XIVe"),
    ("30 000 euros", "30,000 dollars", "euro"),
    ("12 % des élèves", "12 of the pupils", "per cent"),
    ("https://a.org/b?c=1", "https://a.org/b?c=2", "'https://a.org/b?c=1'"),
    ("presse@exemple.org", "press@exemple.org", "'presse@exemple.org'"),
    ("#ÉducationPourTous", "#EducationForAll", "'#ÉducationPourTous'"),
    ("Tél. : +212 5 37 00 00 52", "Tel.: +212 5 37 00 00 53", "telephone"),
    ("L'UNESCO et l'ICESCO ont signé.", "UNESCO and the council signed.", "'ICESCO'"),
    ("L'OMS a publié.", "The organisation published.", "'OMS'"),
    ("M. Youssef Amrani dirige.", "Mr. Youssef Smith leads.", "Youssef Amrani"),
    ("L'OIEC lance un appel.", "The IPCC is launching an appeal.", "'OIEC'"),
    ("L'OIEC et l'ONU lancent un appel.", "The UN is launching an appeal.", "'OIEC'"),
    ("La délégation béninoise est arrivée.", "The Malian delegation has arrived.", "'Malian'"),
    ("Les autorités nigériennes ont fermé la frontière.", "The Nigerian authorities closed the border.", "'nigériennes'"),
    ("Les règles ne sont pas sans effet.", "The rules are without effect.", "denies"),
    ("Elles ne portent pas d'étiquette ; qui douterait demande.", "They bear a label; anyone unsure should ask.", "denies"),
    ("La toile, jamais montrée au public, est à Namur.", "The painting, ever shown to the public, is in Namur.", "denies"),
    ("L'alerte vaut de 18 heures à samedi minuit.", "The alert runs from 6 p.m. to Saturday.", "midnight"),
    ("Le bureau ferme à midi.", "The office closes.", "noon"),
    ("Les frais ne sont pas remboursés.", "Costs are reimbursed.", "denies"),
    ("L'OIEC lance un appel.", "The GDP is launching an appeal.", "'OIEC'"),
    ("L'Organisation de l'enseignement catholique (OEC) signe.", "The WHO signs.", "'OEC'"),
    ("L'Argentine et le Bénin signent.", "Chile and Benin sign.", "'Chile'"),
    ("Le président sud-coréen est arrivé.", "The Japanese president has arrived.", "'sud-coréen'"),
    ("La Corée du Sud exporte.", "North Korea exports.", "'North Korea'"),
    ("L'équipe d'Angleterre a gagné.", "The Italian team won.", "'Angleterre'"),
    ("La COVID-19 recule.", "COVID-18 is receding.", "'COVID-19'"),
    ("Ils ne sont pas chers.", "They are dear.", "denies"),
    ("Aucune décision n'a été prise.", "A decision has been taken.", "denies"),
    ("Nul ne peut entrer.", "Anyone can enter.", "denies"),
    ("Ni le maire ni le préfet ne viendront.", "The mayor and the prefect will come.", "denies"),
    ("Il est recommandé de ne pas le consommer.", "You are advised to eat it.", "denies"),
    ("Le total est de 4 lots, et non de 6 lots.", "The total is 4 lots, of 6 lots.", "denies"),
    ("Le règlement (UE) nº 575/2013 ne suffit pas.", "Regulation (EU) No 575/2013 is enough.", "denies"),
    ("Sans accord, le texte tombe.", "With an agreement, the text falls.", "'Sans'"),
    ("Le produit non conforme est en vente.", "The compliant product is on sale.", "'non conforme'"),
    ("Le pont coûtera 3 millions.", "The bridge cost 3 million.", "'coûtera'"),
    ("Le sommet aura lieu en mai.", "The summit took place in May.", "'aura'"),
    ("Les clés seront remises mardi.", "The keys were handed over on Tuesday.", "'seront'"),
    ("Le projet pourrait coûter 3 millions.", "The project costs 3 million.", "'pourrait'"),
    ("Il devrait ouvrir en mai.", "It opened in May.", "'devrait'"),
    ("Le ministre lance un appel à projets national", "The minister lance un appel à projets national", "French"),
    ("LE MINISTRE LANCE UN APPEL À PROJETS", "THE MINISTER LANCE UN APPEL À PROJETS", "French"),
]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_a_right_translation_raises_no_alarm(french, english):
    assert check(french, english, glossary=institutions()) == ()


@pytest.mark.parametrize(("french", "english", "told"), LOST)
def test_what_is_lost_or_altered_is_told(french, english, told):
    findings = check(french, english, glossary=institutions())
    assert any(told in finding.note for finding in findings)
    assert all(finding.level in ("doubt", "severe") for finding in findings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_right_example_stays_as_it_is(case):
    english, notes = repair(case["fr"], case["ok_example"], glossary=institutions())
    assert (english, notes) == (case["ok_example"], ())
    assert check(case["fr"], english, glossary=institutions()) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_wrong_example_is_mended_or_flagged(case):
    english, _ = repair(case["fr"], case["bad_example"], glossary=institutions())
    lower = english.lower()
    right = all(any(text.lower() in lower for text in one_of) for one_of in case["all_of"])
    right = right and not any(text in english for text in case["none_of"])
    assert right or check(case["fr"], english, glossary=institutions())


def test_a_plain_sentence_has_no_findings_and_an_empty_one_neither():
    assert check("Bonjour à tous.", "Hello everyone.") == ()
    assert check("", "") == ()


WEEKDAYS = [
    ("Le mardi 7 février", "On 7 February", ["doubt"]),
    ("Mardi, le 7 février", "On 7 February", ["doubt"]),
    ("Du lundi 6 au mardi 7 février", "From Monday 6 to 7 February", ["doubt"]),
    ("Le mardi 7 février", "On Monday 7 February", ["severe"]),
    ("Mardi, il a signé.", "He signed.", ["severe"]),
]


@pytest.mark.parametrize(("french", "english", "levels"), WEEKDAYS)
def test_a_weekday_left_out_beside_its_date_is_a_doubt_and_another_one_severe(french, english, levels):
    assert [f.level for f in check(french, english) if f.check == "weekday_kept"] == levels


BODIES = [("L'OMS publie un avis.", "The WTO publishes an opinion.", "severe"), ("L'OMS publie.", "The body publishes.", "doubt")]


@pytest.mark.parametrize(("french", "english", "level"), BODIES)
def test_another_institution_is_severe_and_a_missing_one_a_doubt(french, english, level):
    assert [f.level for f in check(french, english, glossary=institutions())] == [level]
