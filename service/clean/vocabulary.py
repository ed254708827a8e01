"""The words of page chrome, French and English, as `key` of `lines.py` writes them (lower case, straight apostrophes)."""

from __future__ import annotations

MENU_CERTAIN = """
aller au contenu|aller au contenu principal|aller au menu|aller à la navigation|aller à la recherche|accéder au contenu
passer au contenu|passer au contenu principal|skip to content|skip to main content|skip navigation|menu principal
navigation|navigation principale|toggle navigation|ouvrir le menu|fermer le menu|afficher le menu|afficher/masquer
main menu|menu|rechercher|rechercher sur le site|lancer la recherche|search|fermer|close|se connecter|connexion
déconnexion|s'identifier|log in|login|sign in|sign up|register|mon compte|my account|mentions légales|legal notice
plan du site|sitemap|site map|politique de confidentialité|politique des cookies|gestion des cookies|privacy policy
terms of use|conditions d'utilisation|conditions générales d'utilisation|cgu|cookie policy|protection des données
données personnelles|gérer les cookies|espace membre|extranet|intranet
"""

TOOLS = """
haut de page|retour en haut|retour en haut de page|back to top|retour à la liste|retour aux actualités
retour à l'accueil|retour aux communiqués|voir tout|voir plus|tout voir|see all|view all|see more|ok
toutes les actualités|tous les communiqués|tous les articles|toute l'actualité|afficher plus|charger plus|load more
article précédent|article suivant|previous post|next post|previous article|next article|page suivante|page précédente
lire la suite|lire plus|read more|en savoir plus|learn more|cliquez ici|click here|écouter|écouter l'article
écouter cet article|lire l'article|a+ a-|a- a+|a+|a-|agrandir le texte|taille du texte|contraste|version imprimable
imprimer|imprimer cette page|imprimer l'article|imprimer la page|imprimer le communiqué|print|print this page
version pdf|télécharger|télécharger le pdf|télécharger en pdf|download|download pdf|envoyer par e-mail
envoyer par mail|envoyer par courriel|envoyer à un ami|envoyer cette page|send by email|email this|favoris
ajouter aux favoris|laisser un commentaire|laissez un commentaire|annuler la réponse|leave a comment|leave a reply
commentaires|comments|aucun commentaire|no comments|publicité|advertisement|annonce|sponsorisé|sponsored
plus d'options|signaler|signaler un abus|signaler une erreur|abonnez-vous|s'abonner|subscribe|s'inscrire|newsletter
tous nos communiqués|nos communiqués|visit the page|footer|pied de page|en-tête|header|cookies|javascript est désactivé
loading|chargement|chargement en cours
"""

MENU_LIKELY = """
accueil|home|home page|page d'accueil|actualités|actualité|toute l'actualité|à la une|news|à propos|à propos de nous
qui sommes-nous|qui sommes-nous ?|about|about us|contact|contacts|contactez-nous|nous contacter|contact us
publications|nos publications|événements|évènements|events|agenda|calendrier|médias|médiathèque|multimédia|media
presse|press|espace presse|salle de presse|press room|newsroom|communiqués|communiqués de presse|press releases
discours|speeches|dossiers|dossiers de presse|documents|documentation|ressources|resources|bibliothèque|emploi|emplois
carrières|careers|jobs|recrutement|offres d'emploi|nous rejoindre|rejoignez-nous|appels d'offres|marchés publics
galerie|galerie photos|photos|photothèque|vidéos|vidéo|videos|vidéothèque|podcasts|blog|faq|foire aux questions
accessibilité|accessibilité : non conforme|accessibilité : partiellement conforme|crédits|credits|recherche|inscription
mon espace|organisation|l'organisation|l'institution|institution|le ministère|ministère|le ministre|la ministre
l'entreprise|la société|le groupe|groupe|l'université|l'association|la fondation|la fédération|la banque|le musée
le festival|organigramme|missions|nos missions|nos actions|actions|nos projets|projets|projects|programmes|nos programmes
partenaires|nos partenaires|partners|services|nos services|produits|boutique|panier|billetterie|faire un don
faites un don|aidez-nous|je donne|devenir membre|don|donate
nous soutenir|soutenez-nous|adhérer|adhésion|langue|langues|language|languages|précédent|suivant|previous|next
éducation|culture|sciences|science|recherche et innovation|international|société|politique|économie|sport|santé|jeunesse
environnement|régions|monde|opinions|investisseurs|finance|gouvernance|stratégie|histoire|présentation|études|formation
formations|démarches|vie municipale|ma ville|statistiques|lettre d'information|infolettre|alertes|rss|flux rss|plus
accepter|refuser|aide|help|thèmes|tous|toutes|all|nos activités|activités|domaines d'action|pays|campagnes|agir
états membres|member states|dernières actualités|actualités récentes|les plus lus|most read|liens utiles|useful links
what we do|who we are|where we work|get involved|ce que nous faisons|suivez-nous|follow us|réseaux sociaux|social media
imprimerie|signets|abonnement|nos métiers|réglementation|données
fr|en|ar|es|pt|de|it|nl
"""

SHARE = """
facebook messenger|facebook|twitter|x (twitter)|twitter (x)|linkedin|linked in|whatsapp|telegram|instagram|youtube
pinterest|messenger|reddit|tumblr|viber|flickr|tiktok|threads|bluesky|mastodon|snapchat|google+|google plus|copier le lien
copy link|copier l'url|copier|tweet|tweeter|tweetez|partager|partagez|partage|share|share this|envoyer|e-mail|email
mail|courriel|imprimer|print|sms|skype|vk|pocket|digg|stumbleupon|x|f|in|plus|line|wechat|partager sur|share on
j'aime|like|commenter|comment|réagir
"""

SHARE_CERTAIN = """
facebook|twitter|linkedin|whatsapp|telegram|messenger|tweeter|tweet|partager|partagez|share|share this|copier le lien
copy link|pinterest|reddit|tumblr|partager cet article|partager cette page|partager l'article|partager sur
partager ce communiqué|partager cette actualité|share this article|share this page|share this post|share on|share via
partager sur les réseaux sociaux|partagez cet article|partager via|partager par|j'aime|like|partager :|suivez-nous
"""

LANGUAGES = """
français|francais|french|anglais|english|العربية|عربي|arabe|español|espagnol|português|portugais|deutsch|italiano
nederlands|русский|中文|türkçe|kiswahili|malagasy|fr|en|ar|es|pt|de|nl|it|ru|zh|fra|eng|ara
"""

TOPIC_HEADS = """
lire aussi|à lire aussi|a lire aussi|lire également|à lire également|voir aussi|à voir aussi|sur le même sujet
sur le même thème|articles similaires|articles liés|articles connexes|articles récents|article récent|related articles
related posts|related news|read also|see also|also read|you may also like|you might also like|vous aimerez aussi
vous aimerez peut-être|cela peut vous intéresser|ces articles pourraient vous intéresser|dans la même rubrique
dans la même catégorie|à découvrir aussi|à découvrir également|autres actualités|autres communiqués|autres articles
dernières actualités|derniers articles|derniers communiqués|les plus lus|les plus consultés|most read|most popular
recent posts|latest news|other news|plus d'actualités|more news|à ne pas manquer|nos autres actualités
related topics|more to explore|more on this topic|communiqués récents|actualités récentes|actualités liées
actualités associées|contenus associés|nos derniers communiqués
"""


def words(table: str) -> frozenset[str]:
    """The entries of one table above."""
    return frozenset(entry for line in table.split("\n") for entry in line.split("|") if entry)
