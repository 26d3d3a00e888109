"""English words that tell a person from a thing, and one person from another: tables of data.

Written for this project; roles and gendered nouns are in `words`.
"""

from __future__ import annotations

from doctrans.constraints.gender.words import GENDERED
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE

PRONOUNS = {"she": F, "her": F, "hers": F, "herself": F, "he": M, "him": M, "his": M, "himself": M}
KINDS = {"she": "subject", "he": "subject", "him": "object"}
TITLES = {"mr": M, "sir": M, "lord": M, "mrs": F, "ms": F, "miss": F, "dame": F, "lady": F}
# Titles of either gender.
OPEN_TITLES = ("dr", "doctor", "prof", "professor", "captain", "judge", "senator", "president",
                "minister", "mayor", "director", "inspector", "officer", "coach")  # fmt: skip
ATTRIBUTES = {"female": F, "pregnant": F, "woman": F, "lady": F, "male": M, "man": M}

# Of things too: a person only if the sentence says so, or the customer by a name.
_THINGS = (
    "client cleaner composer cook designer driver editor guest host inspector manager patient "
    "player reader runner speaker worker broadcaster chief coach collector deputy commander "
    "conductor coordinator expert graduate producer publisher representative supporter "
    "trainer volunteer tenant interpreter delegate courier broker explorer viewer listener "
    "operator"
)
THINGS = frozenset(_THINGS.split())
# Before one of them, what is said of persons alone: the managing editor, a truck driver.
_PERSONAL = (
    "acclaimed ambulance assistant brave cab car contributing costume delivery deputy dress "
    "executive experienced famous fashion head honest hired interior lorry managing married "
    "qualified race racing renowned retired skilled talented tax taxi tractor train tram truck "
    "unemployed van young"
)
PERSONAL = frozenset(_PERSONAL.split())
# Nouns that a role stands before without meaning anybody: the user account.
HEADS = (
    "accounts?|admin|agents?|area|bases?|certificates?|code|controls?|data|defaults?|details|"
    "directory|documentation|experience|fields?|files?|folders?|forms?|groups?|guides?|"
    "handbook|ids?|identity|information|input|interfaces?|levels?|librar(?:y|ies)|licen[cs]es?|"
    "lists?|management|manuals?|menus?|modes?|names?|numbers?|objects?|pages?|passwords?|"
    "permissions?|portals?|profiles?|programs?|properties|records?|requests?|rights?|roles?|"
    "services?|sessions?|settings?|software|stories|story|support|tables?|types?|views?|"
    "stations?|seats?|school|office|meetings?|part|hood|ship|camps?|communit(?:y|ies)|"
    "famil(?:y|ies)|protection|programmes?|statements?|training|associations?|unions?|awards?|"
    "prizes?|institutes?|committees?|councils?|foundations?|leagues?|labels?|status|ranks?|posts?|"
    "positions?|jobs?|careers?"
)
DETERMINERS = (
    "the|an?|my|your|his|her|its|our|their|this|that|each|every|any|some|no|another|one|which|"
    "what|whose"
)
# Before what somebody is, in the past or by office, which is not said of things.
OFFICE = (
    "as|was|were|been|being|became|become|becoming|appointed|elected|named|made|voted|"
    "promoted to|promotion to|rising to|rose to|position of|post of|trained as"
)
ANYONE = frozenset({"each", "every", "any", "no", "another"})
FUNCTION = (
    "of|to|in|on|at|for|from|with|by|and|or|is|was|are|were|be|been|has|had|have|will|can|as|"
    "that|who|which|when|if|than|then|about|after|before|because|but|not|into|over|up|out|off|"
    "down|away|back|again|yesterday|today|while|so|since|until|during|through|the|an?|there"
)

# Nouns with a gender that are no titles and no adjectives.
NOUNS = {
    word: gender
    for gender, words in ((F, GENDERED["en"].female), (M, GENDERED["en"].male))
    for word in words
    if word not in PRONOUNS and word not in TITLES and word not in ATTRIBUTES
} | {"woman": F, "lady": F, "man": M}
