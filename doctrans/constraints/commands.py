"""Commands to a reader, familiar and polite: *öffne* and *öffnen Sie*, *ouvre* and *ouvrez*, *abre*
and *abra*.

A table of verbs that stand first in instructions; those whose familiar form is a noun or an
adjective as well (*Suche*, *Sichere*, *Teile*) are left out in German. In French and Spanish the
familiar form is that of a statement too (*supprime* is *removes*), so that it counts only where the
English source begins with a command, and something it is done to follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_DE = (
    "achte aktiviere aktualisiere beachte bearbeite beginne benutze bereite bestelle bestätige "
    "besuche bewege bleibe bringe deaktiviere definiere drehe drücke entdecke entferne erfahre "
    "erhitze ermittle ersetze erstelle erweitere erzeuge exportiere finde führe gehe genieße "
    "gieße halte hebe hole importiere installiere kaufe klicke koche konfiguriere kontaktiere "
    "kontrolliere kopiere lade lege lösche markiere melde mische nenne notiere nutze platziere "
    "probiere prüfe registriere reinige rufe rühre schalte schicke schließe schneide schreibe "
    "sende serviere setze speichere starte tippe trage trenne verbinde vergleiche vermeide "
    "verschiebe versuche verwalte verwende warte wasche wechsle wiederhole wähle zeige ziehe "
    "ändere öffne überprüfe übertrage"
)
_OTHERS_DE = {
    "gib": "geben", "lies": "lesen", "nimm": "nehmen", "sieh": "sehen", "vergiss": "vergessen",
    "ermittle": "ermitteln", "wechsle": "wechseln", "füge": "fügen", "klick": "klicken",
    "schau": "schauen", "mach": "machen", "komm": "kommen", "lass": "lassen", "denk": "denken",
    "schließ": "schließen", "ruf": "rufen", "bleib": "bleiben", "führ": "führen", "zieh": "ziehen",
    "dreh": "drehen", "drück": "drücken", "geh": "gehen", "hol": "holen", "leg": "legen",
    "sag": "sagen", "schalt": "schalten", "schick": "schicken", "schreib": "schreiben",
    "wähl": "wählen", "lösch": "löschen", "prüf": "prüfen", "iss": "essen", "hilf": "helfen",
}  # fmt: skip
_FR = (
    "accède active actualise ajoute annule apporte assure choisis colle compare complète "
    "configure confirme connecte conserve consulte contacte copie coupe crée découvre déplace "
    "désactive développe efface enregistre entre envoie essaie explore exporte extrais ferme "
    "fournis garde glisse importe imprime indique installe insère lance lis mets modifie montre "
    "mélange nettoie obtiens ouvre partage passe place prends protège prépare présente remplace "
    "remplis rends renvoie retire récupère réinitialise saisis sauvegarde suis supprime "
    "sélectionne teste tourne trouve télécharge utilise verse visite vois vérifie écris évite"
)
_OTHERS_FR = {
    "accède": "accédez", "appuie": "appuyez", "choisis": "choisissez", "complète": "complétez",
    "écris": "écrivez", "envoie": "envoyez", "essaie": "essayez", "extrais": "extrayez",
    "fournis": "fournissez", "insère": "insérez", "lis": "lisez", "mets": "mettez",
    "nettoie": "nettoyez", "obtiens": "obtenez", "prends": "prenez", "protège": "protégez",
    "récupère": "récupérez", "remplis": "remplissez", "rends": "rendez", "renvoie": "renvoyez",
    "saisis": "saisissez", "suis": "suivez", "vois": "voyez",
}  # fmt: skip
_ES = (
    "accede activa actualiza administra agrega anota apaga aprende arrastra asegura añade busca "
    "cambia cancela cierra coloca compara completa comprueba conecta configura confirma "
    "conserva consulta contacta copia corta crea define desactiva descarga descubre desliza "
    "desplaza edita elige elimina encuentra envía escribe especifica espera evita explora "
    "exporta gira guarda importa imprime incluye indica ingresa inicia inserta instala "
    "introduce lava lee limpia lleva marca mezcla modifica muestra mueve obtén oprime pega pide "
    "prepara presiona protege prueba pulsa recibe recuerda reemplaza rellena repite respalda "
    "revisa selecciona sigue sirve solicita sube sustituye toca toma usa utiliza vacía verifica "
    "visita vuelve"
)
_OTHERS_ES = {
    "accede": "acceda", "descubre": "descubra", "escribe": "escriba", "imprime": "imprima",
    "lee": "lea", "mueve": "mueva", "vuelve": "vuelva", "recibe": "reciba", "sube": "suba",
    "oprime": "oprima", "protege": "proteja", "elige": "elija", "sigue": "siga", "repite": "repita",
    "pide": "pida", "sirve": "sirva", "introduce": "introduzca", "incluye": "incluya",
    "sustituye": "sustituya", "añade": "añada", "aprende": "aprenda", "define": "defina",
    "obtén": "obtenga", "haz": "haga",
    "pon": "ponga", "llama": "llame", "ve": "vaya",
    "entra": "entre", "abre": "abra", "ten": "tenga", "escoge": "escoja",
}  # fmt: skip
# Familiar with whatever follows, and their polite forms.
_REFLEXIVE_ES = {
    "únete": "únase", "regístrate": "regístrese", "inscríbete": "inscríbase",
    "suscríbete": "suscríbase", "asegúrate": "asegúrese", "dirígete": "diríjase",
    "ponte": "póngase", "quédate": "quédese", "mantente": "manténgase",
    "conéctate": "conéctese", "prepárate": "prepárese", "fíjate": "fíjese",
    "acuérdate": "acuérdese", "olvídate": "olvídese", "tómate": "tómese",
}  # fmt: skip
# Verbs that begin English commands.
_ENGLISH = (
    "access activate add adjust allow answer apply ask assign attach avoid back begin bring "
    "browse build buy call cancel change check choose clean clear click close collect combine "
    "compare complete configure confirm connect consider contact continue copy create cut "
    "define delete describe disable disconnect discover download drag draw drop edit empty "
    "enable ensure enter erase explain explore export extract fill find finish fold follow get "
    "give go hand heat help hold identify import include increase insert install invite join "
    "keep know learn leave let lift list listen load lock log look lower make manage mark "
    "measure mix modify monitor mount move name note obtain open order organize pack park paste "
    "pay perform pick place plan plug point pour prepare press prevent print protect provide "
    "pull push put read receive record reduce register remember remove rename repeat replace "
    "report request reset restart restore return review right-click rinse run save say scan "
    "scroll search see select send serve set share show sign sort specify start stay stir stop "
    "store submit subscribe support switch take talk tap tell test tick transfer try turn type "
    "uninstall unlock unplug update upgrade upload use verify view visit wait wash watch wear "
    "work write"
)
ENGLISH = frozenset(_ENGLISH.split())


def _polite_de(familiar: str) -> str:
    """*Speichern Sie* for *speichere*."""
    of_ern = familiar.endswith("ere") and not familiar.endswith("iere")
    regular = f"{familiar[:-1] if of_ern else familiar}n"
    return f"{_OTHERS_DE.get(familiar, regular)} Sie"


def _polite_fr(familiar: str) -> str:
    return _OTHERS_FR.get(familiar, f"{familiar.removesuffix('e')}ez")


def _polite_es(familiar: str) -> str:
    stem = familiar[:-1]  # of verbs in -ar
    for end, other in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(end):
            stem = stem.removesuffix(end) + other
            break
    return _OTHERS_ES.get(familiar, f"{stem}e")


_SUR_FR = ("appuie", "clique", "tape")
_A_ES = ("accede", "entra", "llama", "ve", "vuelve")
# Of each language, the polite form of a familiar one.
POLITE: Mapping[str, Mapping[str, str]] = {
    "de": {familiar: _polite_de(familiar) for familiar in (*_DE.split(), *_OTHERS_DE)},
    "fr": {familiar: _polite_fr(familiar) for familiar in (*_FR.split(), *_SUR_FR)},
    "es": {familiar: _polite_es(familiar) for familiar in (*_ES.split(), *_OTHERS_ES)}
    | _REFLEXIVE_ES,
}


def _of_several(polite: str) -> str:
    """*Schließt*, to several readers, of *schließen Sie*; it is *closes*, too."""
    stem = polite.removesuffix(" Sie").removesuffix("n").removesuffix("e")
    return f"{stem}et" if stem[-1] in "dt" or stem.endswith(("ffn", "chn")) else f"{stem}t"


# Of German verbs, to several readers and polite.
SEVERAL_DE = {_of_several(polite): polite for polite in POLITE["de"].values()}
# What it is done to: a word that comes with a noun, or a name.
_NAME = r"(?-i:[A-ZÄÖÜÁÉÍÓÚÀÇ«“„\"])"
_OBJECT_DE = rf"(?:d(?:ie|as|en|em|er)\b|(?:ein|kein|[Ii]hr|dein|dies)\w*\b|alle\b|{_NAME})"
_OBJECT_FR = (
    r"(?:l[ae]s?\b|l['’]|une?\b|vos\b|votre\b|t(?:a|es|on)\b|ces?\b|cette\b|tou[st]|"
    rf"{_NAME})"
)
_OBJECT_ES = (
    r"(?:(?:el|l[ao]s?|un|un[ao]s?|sus?|tus?|est[aeo]s?|es[aeo]s?|tod[ao]s?|clic)\b|"
    rf"en (?:el|la|los|las) |{_NAME})"
)
_NOT_ES = r"^\W*(?:no|nunca) (?!es\b|tod|ambas|más\b|menos\b|antes\b|[smt]e\b|l[aeo]s?\b|para\b)"


def _first(forms: Iterable[str], behind: str = "") -> str:
    """A pattern of texts that begin with one of the forms."""
    ahead = f" (?={behind})" if behind else r"\b"
    return rf"^\W*(?:{'|'.join(forms)}){ahead}"


# Sure, whatever the source says.
SURE_DE = _first(POLITE["de"])
SURE_ES = rf"\b(?:{'|'.join(_REFLEXIVE_ES)})\b"
# The second of two clauses begins with one; where somebody says *ich* it is that verb.
LATER_DE = re.compile(rf"(?<=[,;:] )(?:{'|'.join(POLITE['de'])})\b")
# What a translation of a command begins with.
NEGATED_FR = re.compile(rf"^\W*(?:n['’]|ne )(?:{'|'.join(POLITE['fr'])})\b", re.IGNORECASE)
NEGATED_ES = re.compile(rf"{_NOT_ES}\w+[ae]s\b", re.IGNORECASE)
FAMILIAR_DE = re.compile(_first(SEVERAL_DE, _OBJECT_DE), re.IGNORECASE)
FAMILIAR_FR = re.compile(
    rf"{_first(POLITE['fr'], _OBJECT_FR)}|{_first(_SUR_FR, 'sur')}|{NEGATED_FR.pattern}",
    re.IGNORECASE,
)
FAMILIAR_ES = re.compile(rf"{_first(POLITE['es'], _OBJECT_ES)}|{NEGATED_ES.pattern}", re.IGNORECASE)
POLITE_ES = re.compile(
    rf"{_first(POLITE['es'].values(), _OBJECT_ES)}|{_NOT_ES}\w+[ae]\b", re.IGNORECASE
)


def is_one(english: str) -> bool:
    """Whether an English sentence begins with a verb of commands.

    >>> is_one("Visit the main page"), is_one("The main page")
    (True, False)
    """
    found = _BEGINNING.match(english)
    return found is not None and found[1].casefold() in ENGLISH


_BEGINNING = re.compile(r"\W*(?:please )?(?:(?:do not|don['’]t|never) )?([\w-]+)", re.IGNORECASE)
