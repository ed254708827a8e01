"""He and she where the French speaks of a body or a thing."""

import pytest

from service.pronouns import Pronouns

SPOKEN = [
    # sentences in order: French, English of the model, English that is right
    [("Le groupe confirme son objectif.", "The group confirms his target.", "The group confirms its target."),
     ("Il n'envisage pas d'acquisition.", "He does not plan any acquisition.", "It does not plan any acquisition."),
     ("Il publiera ses comptes en mai.", "He will publish his accounts in May.", "It will publish its accounts in May.")],
    [("L'opposition dénonce une mesure injuste pour les retraités.", "The opposition calls it unjust.", None),
     ("Elle n'exclut pas de saisir la justice.", "She does not rule out going to court.", "It does not rule out going to court.")],
    [("Le ministère accepte neuf avis ; il conteste les autres.", "The Ministry accepts nine opinions; he disputes the others.",
      "The Ministry accepts nine opinions; it disputes the others.")],
    [("La Cour maintient son « non ».", 'The Court stands by her "no".', 'The Court stands by its "no".')],
    [("La Cour a rendu son avis.", "The Court gave her opinion to her.", "The Court gave its opinion to it.")],
    [("Verrières du Nord, spécialiste du flacon, publie ses comptes.", "Verrières du Nord, a bottle maker, publishes his accounts.",
      "Verrières du Nord, a bottle maker, publishes its accounts."),
     ("Elle emploie 900 personnes.", "She employs 900 people.", "It employs 900 people.")],
    # a person is he or she
    [("La patiente a quitté l'hôpital.", "The patient left the hospital.", None),
     ("Elle devrait recouvrer la vue d'ici à six mois.", "It should recover its sight within six months.",
      "She should recover its sight within six months.")],
    [("« Beaucoup y renonçaient », a rappelé le Dr Mugisha.", '"Many gave up," Dr Mugisha recalled.', None),
     ("Il n'a pas exclu d'étendre le programme.", "It has not ruled out extending the programme.",
      "He has not ruled out extending the programme.")],
    [("« Rien n'est acquis », explique Solène Wagner, responsable de la fouille.", '"Nothing is certain," says Solène Wagner.', None),
     ("En outre, elle demande des moyens.", "In addition, it asks for funds.", "In addition, she asks for funds.")],
    [("« Rien n'est acquis », explique Solène Wagner, responsable.", '"Nothing is certain," says Solène Wagner.', None),
     ("Il est important de continuer.", "It is important to go on.", None)],
    [("M. Diallo préside le comité.", "Mr Diallo chairs the committee.", None), ("Elle publiera son avis.", "It will publish.", None)],
    [("La chercheuse, qui a consacré sa thèse à l'hivernage, précise ce point.",
      "The researcher, who devoted his thesis to wintering, specifies this.",
      "The researcher, who devoted her thesis to wintering, specifies this.")],
    [("La ministre a reçu son homologue et sa délégation.", "The minister met his counterpart and his team.", None)],
    # what belongs to a thing
    [("Le rapport a paru.", "The report is out.", None), ("Ses auteurs doutent.", "His authors have doubts.", "Its authors have doubts.")],
    [("L'Unicef, pour sa part, a alerté.", "UNICEF, for his part, raised the alarm.", "UNICEF, for its part, raised the alarm.")],
    [("La collecte, elle, a progressé.", "Savings, for her part, grew.", "Savings, for its part, grew.")],
    [("La ministre, pour sa part, a salué ce geste.", "The minister, for her part, welcomed it.", None)],
    # a person is in sight, or nobody knows who is meant
    [("La ministre a signé son décret.", "The minister signed her decree.", None), ("Elle part demain.", "She leaves tomorrow.", None)],
    [("Le groupe a nommé Anne Delattre.", "The group appointed Anne Delattre.", None), ("Elle entre en mai.", "She starts in May.", None)],
    [("Le groupe recrute.", "The group is hiring.", None), ("Elle le dirige.", "She runs it.", None)],  # another gender
    [("L'association aide une réfugiée et son fils.", "The association helps a refugee and her son.", None)],
    [("La chanteuse ouvrira le festival.", "The singer will open the festival.", None), ("Elle a 85 ans.", "She is 85.", None)],
    [("Le rapport est sorti.", "The report is out.", None), ("« Il est faux », dit-on.", '"He is wrong," they say.', None)],
    [("Le comité cite ce mot : « Il viendra ».", 'The committee quotes these words: "He will come."', None)],
]  # fmt: skip


@pytest.mark.parametrize("document", SPOKEN, ids=lambda document: document[-1][0])
def test_a_body_is_it_and_a_person_stays(document: list[tuple[str, str, str | None]]):
    pronouns = Pronouns()
    for french, english, right in document:
        assert pronouns.mended(french, english) == (right or english)
