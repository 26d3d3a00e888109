"""Words that nobody lists as terms: function words, and verbs and adverbs of every text."""

from __future__ import annotations

_WORDS = {
    "en": """
        about above across after again against also although always among another anything around
        away back because been before being below between both cannot come could does doing done
        down during each either else enough even ever every everything first from further gets
        give given goes going have having hence here however inside instead into itself just kind
        last less like made make makes making many might more most much must need needs neither
        never next none nothing often once only other others otherwise over please possible rather
        really same several shall should since some something sometimes soon still such take takes
        than that their theirs them themselves then there therefore these they thing things this
        those though through thus together toward towards under unless until upon used uses using
        very want wants well were what whatever when where whether which while whole whom whose
        will with within without would your yours yourself lets good mine ours shes hers said says
        know knows knew think thought look looks tell told went came gave took seem seems thats
        dont doesnt
    """,
    "de": """
        aber alle allem allen aller alles also andere anderen anderer anderes auch aufgrund außer
        außerdem bereits bevor beim beide beiden beispielsweise bist dabei dadurch dafür dagegen
        daher damit danach dann daran darauf daraus darf darin darüber darum dass davon dazu dein
        deine deinem deinen deiner dem denen denn deren derer derselbe deshalb dessen dich dies
        diese diesem diesen dieser dieses doch dort durch eben eigene eigenen eigentlich eine
        einem einen einer eines einfach einige einigen einmal etwas euch euer eure falls fast ganz
        gegen genau gerade gibt habe haben hast hatte hatten hier hinter ihnen ihre ihrem ihren
        ihrer ihres immer indem innerhalb irgend jede jedem jeden jeder jedes jedoch jene jetzt
        kann kannst kein keine keinem keinen keiner können könnte könnten lassen machen machte
        manche mehr mehrere mein meine meinem meinen meiner mich müssen musste möchte möchten nach
        nachdem neben nicht nichts noch oben ober oder ohne schon sehr seid sein seine seinem
        seinen seiner seines seit selbst sich sicher sind sobald sodass solche solchen sollen
        sollte sollten somit sondern sonst sowie statt tatsächlich trotz über überhaupt unser
        unsere unserem unseren unter viel viele vielen vielleicht vom von vor während wann waren
        warum weil weit weiter weitere weiteren welche welchem welchen welcher welches wenig
        wenige wenn werde werden wird wirklich wieder will wollen wurde wurden würde würden
        zwischen zudem zuerst zuletzt zusammen gehen geht kommen kommt sagen sagt sagte
    """,
    "fr": """
        afin ainsi alors après assez aucun aucune aujourd aussi autre autres avaient avait avant
        avec avez avoir avons beaucoup bien cela celle celles celui cependant certain certaine
        certaines certains cette ceux chaque chez chose choses comme comment contre dans depuis
        dernier derrière desquelles desquels dessous dessus deux devant devez devoir devons doit
        doivent donc dont durant elle elles encore enfin ensuite entre était étaient étant être
        êtes eux faire fait faites faut fois font grâce hors ici ils jamais jusqu laquelle lequel
        lesquelles lesquels leur leurs lors lorsqu lorsque lui maintenant mais malgré même mêmes
        mieux moins notre nous nulle parce parfois parmi partout pendant peut peuvent peux plus
        plusieurs plutôt pour pourquoi pouvez pouvoir pouvons premier près presque puis puisque
        quand quant quel quelle quelles quelqu quelque quelques quels qui quoi rien sans sauf
        selon sera serait seront ses sien sinon soit sommes sont sous souvent suis sur tandis tant
        tous tout toute toutefois toutes très trop une vers voici voilà vont votre vous vraiment
        dire donne donner aller chacun
    """,
    "es": """
        ahora algo alguien alguna algunas alguno algunos ambos ante antes aquel aquella aquellos
        aquí aunque bajo bastante bien cada casi como cómo con contra cosa cosas cual cuál cuales
        cualquier cualquiera cuando cuándo cuanto cuya cuyo debe deben debería desde después donde
        dónde durante ella ellas ello ellos embargo entonces entre eran eras esas ese eso esos
        esta está estaba están estar estas este esto estos estoy fueron gran grandes haber había
        habían hace hacer hacia hasta haya incluso junto luego mayor mejor menos mediante mientras
        mismo misma mismos mucha muchas mucho muchos nada nadie ningún ninguna ninguno nosotros
        nuestra nuestras nuestro nuestros nunca otra otras otro otros para pero poco podemos poder
        podría porque primer primero puede pueden puedes pues quien quién quienes quiere quizá
        según ser será serán sería sido siempre siendo sino sobre solo sólo somos soy suya suyo
        también tampoco tanto tendrá tener tenga tengo tiene tienen tienes toda todas todavía todo
        todos tras tuvo unas uno unos usted ustedes vamos varias varios veces vosotros vuestra
        vuestro dice decir hacen haga
    """,
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def is_one(word: str, language: str) -> bool:
    """False for every word of a language that is not listed here."""
    return word.casefold() in _SETS.get(language, frozenset())
