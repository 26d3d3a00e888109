"""French and Spanish words that stand behind a word for a person: adjectives, which agree with it,
and others, which do not.

A table, for endings tell too little: *la directora canta*, *el director alemán*. Written for this
project.
"""

from __future__ import annotations

import re

from doctrans.model import Gender

# Masculine/feminine, or one form for both.
_ADJECTIVES = {
    "fr": (
        "général/générale adjoint/adjointe français/française allemand/allemande "
        "anglais/anglaise américain/américaine italien/italienne espagnol/espagnole suisse "
        "belge autrichien/autrichienne européen/européenne canadien/canadienne russe "
        "japonais/japonaise chinois/chinoise britannique irlandais/irlandaise "
        "écossais/écossaise polonais/polonaise hongrois/hongroise suédois/suédoise "
        "norvégien/norvégienne danois/danoise grec/grecque turc/turque brésilien/brésilienne "
        "argentin/argentine mexicain/mexicaine australien/australienne indien/indienne "
        "principal/principale sportif/sportive exécutif/exécutive technique délégué/déléguée "
        "associé/associée artistique politique commercial/commerciale régional/régionale "
        "national/nationale international/internationale financier/financière "
        "administratif/administrative expérimenté/expérimentée qualifié/qualifiée célèbre "
        "renommé/renommée reconnu/reconnue spécialisé/spécialisée indépendant/indépendante "
        "titulaire émérite retraité/retraitée professionnel/professionnelle résident/résidente "
        "invité/invitée social/sociale municipal/municipale fédéral/fédérale militaire "
        "public/publique privé/privée honoraire permanent/permanente diplômé/diplômée "
        "responsable médical/médicale universitaire scientifique littéraire musical/musicale"
    ),
    "es": (
        "general adjunto/adjunta ejecutivo/ejecutiva español/española francés/francesa "
        "alemán/alemana inglés/inglesa italiano/italiana americano/americana estadounidense "
        "mexicano/mexicana argentino/argentina colombiano/colombiana chileno/chilena "
        "peruano/peruana cubano/cubana británico/británica irlandés/irlandesa europeo/europea "
        "ruso/rusa japonés/japonesa chino/china suizo/suiza austríaco/austríaca polaco/polaca "
        "sueco/sueca danés/danesa canadiense australiano/australiana brasileño/brasileña "
        "técnico/técnica asociado/asociada artístico/artística político/política comercial "
        "regional nacional internacional financiero/financiera administrativo/administrativa "
        "experimentado/experimentada cualificado/cualificada famoso/famosa conocido/conocida "
        "reconocido/reconocida especializado/especializada independiente titular "
        "emérito/emérita jubilado/jubilada graduado/graduada invitado/invitada social municipal "
        "federal militar público/pública privado/privada permanente feminista "
        "deportivo/deportiva universitario/universitaria científico/científica "
        "literario/literaria musical responsable principal honorario/honoraria profesional"
    ),
}
_NO_ADJECTIVES = {
    "fr": (
        "a à afin ainsi alors après arriva au aussi aux avait avant avec car chez comme contre "
        "d dans de depuis des dit doit dont du durant elle en entre est et était eut fait fit "
        "fut jusqu l la le les leur lors mais mit n ne nous ont ou où par parce pendant peut "
        "plus pour prit pris puis put qu quand quant que qui quitta s sa sans se selon sera "
        "serait ses si son sous sur tandis un une vers veut vint vit vous y"
    ),
    "es": (
        "a al ante aunque cada como con contra cuando de del desde dijo donde durante e el ella "
        "en entre era es está estaba fue ha había hace hacia hasta hizo junto la las le les lo "
        "los mientras murió ni no nos o para pero por porque puede pudo puso que quien quiso se "
        "según será si sin sobre son su supo sus tenía tiene todo tras trajo tuvo u un una vino "
        "y ya"
    ),
}
# Verbs that no adjective looks like.
_VERB = {
    "fr": re.compile(r"\w{2,}(?:ait|aient|era|erait|[^l]a)"),
    "es": re.compile(r"\w{2,}(?:ó|aba|aban|ará|erá|irá)"),
}
_WORD = re.compile(r"\s+(?P<word>[^\W\d_]+)(?P<more>['’-])?")


def _agreeing(language: str) -> dict[Gender, dict[str, str]]:
    forms = [pair.partition("/") for pair in _ADJECTIVES[language].split()]
    pairs = [(man, woman or man) for man, _, woman in forms]
    return {
        Gender.FEMININE: dict(pairs),
        Gender.MASCULINE: {woman: man for man, woman in pairs},
    }


_AGREEING = {language: _agreeing(language) for language in _ADJECTIVES}
_OTHERS = {language: frozenset(some.split()) for language, some in _NO_ADJECTIVES.items()}


def agreeing(rest: str, language: str, wanted: Gender) -> str | None:
    """What stands behind a word that is of the wanted gender now; None where the next word may be
    an adjective that is not known.

    >>> agreeing(" allemand arriva.", "fr", Gender.FEMININE)
    ' allemande arriva.'
    """
    made, at = "", 0
    while found := _WORD.match(rest, at):
        word = found["word"]
        if found["more"] or not word.islower() or word in _OTHERS[language]:
            break
        form = _AGREEING[language][wanted].get(word)
        if form is None:
            if _VERB[language].fullmatch(word):
                break
            return None
        made += rest[at : found.start("word")] + form
        at = found.end("word")
    return made + rest[at:]
