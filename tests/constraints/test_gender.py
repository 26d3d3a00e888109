"""Gender of persons in texts: whom a sentence speaks of, who is settled by what, what a translation
shows, and how one is begun with another form."""

from __future__ import annotations

import pytest

from doctrans.constraints.gender import (
    agreement,
    begun,
    exchanged,
    neutral,
    persons,
    settling,
    shown,
)
from doctrans.constraints.gender.settling import By
from doctrans.constraints.gender.wishes import Wishes
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The doctor is here.", [("The doctor", None)]),
        ("My friend is a doctor.", [("My friend", None)]),
        ("My mother is a doctor.", [("My mother", F)]),
        ("The old doctor lost her keys.", [("The old doctor", F)]),
        ("The nurse finished his shift.", [("The nurse", M)]),
        ("The female engineer spoke.", [("The female engineer", F)]),
        ("She works as a teacher.", [("a teacher", F)]),
        ("Ms Lee, a doctor, came.", [("Ms Lee", F)]),
        ("Dr Lee met Mr. Park.", [("Dr Lee", None), ("Mr. Park", M)]),
        ("When she arrived, the doctor sat down.", [("the doctor", F)]),
        # The pronoun of somebody's own words is somebody else.
        ("His wife is a lawyer.", [("His", M), ("His wife", F)]),
        ("Her brother is a dancer.", [("Her", F), ("Her brother", M)]),
        ("The teacher and her husband, a surgeon, came.", [("The teacher", F), ("her husband", M)]),
        ("Ms Lee is our lawyer and Mr Park is a cook.", [("Ms Lee", F), ("Mr Park", M)]),
        ("Mrs Dr Lee left.", [("Mrs Dr Lee", F)]),
        # Whom a pronoun means is not sure, or somebody else.
        ("The doctor told him that it was late.", [("The doctor", None), ("him", M)]),
        ("She called her doctor.", [("She", F), ("her doctor", None)]),
        ("The doctor told the nurse that she was tired.",
         [("The doctor", None), ("the nurse", None), ("she", F)]),
        ("Kim called the doctor because she was ill.", [("the doctor", None), ("she", F)]),
        ("The doctor and his wife came.", [("The doctor", M), ("his wife", F)]),
        # Whoever it may be, of both genders.
        ("Dear Sir or Madam,", []),
        ("The waiter or a waitress will come.", []),
        ("Each student must bring his or her card.", [("Each student", None)]),
        ("If the doctor is late, call him/her.", [("the doctor", None)]),
        ("Dear Mr. and Mrs. Park,", []),
        ("Dear Mr./Ms. Park, or Mrs. or Mr. Lee,", []),
        ("My father or my mother signs, if he (or she) is here.", []),
        ("Did he or Mrs. Lee call?", [("he", M), ("Mrs. Lee", F)]),
        ("Was it him or the woman?", [("him", M), ("the woman", F)]),
        ("Call your mother or the doctor.", [("your mother", F), ("the doctor", None)]),
        # Offices without an article, and several of one person.
        ("Keller became editor of a journal.", [("editor", None)]),
        ("Keller served as the co-editor.", [("the co-editor", None)]),
        ("Keller is a painter and a poet.", [("a painter", None)]),
        ("Keller worked as a dancer, teacher and writer.", [("a dancer", None)]),
        ("Keller is Lee's assistant.", [("Lee's assistant", None)]),
        ("She became assistant professor in Bern.", [("assistant professor", F)]),
        ("A prolific writer, Keller lived in Bern.", [("A prolific writer", None)]),
        ("Professor Keller left.", [("Professor Keller", None)]),
        ("Keller was a prolific, admired writer.", [("a prolific, admired writer", None)]),
        ("Keller was an energetic and curious student.",
         [("an energetic and curious student", None)]),
        ("Keller rose to the position of director.", [("director", None)]),
        ("Read the book and its author's notes.", [("its author", None)]),
        # Of things too, but not here.
        ("The plumber asked an honest cook.", [("The plumber", None), ("an honest cook", None)]),
        ("The train hit a truck driver.", [("a truck driver", None)]),
        ("I actually am the designer.", [("the designer", None)]),
        ("It was Keller's last game as coach.", [("coach", None)]),
        ("The driver said that it was late.", [("The driver", None)]),
        # Somebody else, who does something.
        ("She was a teacher in Bern and a doctor treated him.",
         [("a teacher", F), ("a doctor", None), ("him", M)]),
        ("She was a teacher and a nurse came.", [("a teacher", F), ("a nurse", None)]),
        ("She was a sailor since 1958, and a captain for 23 years.", [("a sailor", F)]),
        ("My phone is a player.", []),
        ("The driver tells the kernel what to do.", []),
        ("Kim Lee (1902–1980) was a painter known for her landscapes.", [("a painter", F)]),
        ("Kim Lee was a painter whom Roy praised for her work.", [("a painter", None), ("her", F)]),
        # Nobody, or nobody in particular.
        ("He lost the teacher status.", [("He", M)]),
        ("Vim is an editor.", []),
        ("Use it as user input.", []),
        ("The editor is open.", []),
        ("Install the network driver.", []),
        ("It is a fast and small editor.", []),
        ("The tenant is created in the cloud.", []),
        ("The user account is locked.", []),
        ("The client connects to the server.", []),
        ("Be patient.", []),
        ("The doctors were here.", []),
        ("Save the file in the folder.", []),
        ("", []),
    ],
)  # fmt: skip
def test_persons(sentence: str, found: list[tuple[str, Gender | None]]) -> None:
    assert [(one.words, one.gender) for one in persons.find(sentence)] == found


BORN = "She was born in Bern."


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ([BORN], "Keller became the editor of a journal.", F),
        ([BORN], "Keller was a painter and a poet.", F),
        (["Her husband was a merchant."], "The author lives in Bern.", F),
        (["His work is known."], "The author lives in Bern.", M),
        (["The actress moved to Bern."], "Keller worked as a teacher.", F),
        # Both are spoken of, or nobody; it is too far away.
        (["She met him."], "Keller became the editor of a journal.", None),
        (["The town is old."], "Keller became the editor of a journal.", None),
        ([BORN, "It is old.", "It is big."], "Keller became a judge and later the mayor.", F),
        ([BORN, "It is old.", "It is big.", "It is far."], "Keller became a judge.", None),
        ([BORN, "It is old."], "The author lives in Bern.", None),
        # Somebody new, nobody in particular, somebody else's, or several.
        ([BORN], "A teacher taught in Bern.", None),
        ([BORN], "Every author lives in Bern.", None),
        ([BORN], "Her doctor lives in Bern.", None),
        ([BORN], "Kim called the doctor.", None),
        ([BORN], "The author met the painter.", None),
    ],
)  # fmt: skip
def test_the_sentences_before_may_tell_the_gender(
    before: list[str], sentence: str, expected: Gender | None
) -> None:
    found = settling.paragraph([sentence], Wishes(), {}, before)[-1]
    guessed = {one.gender for one in found if one.by is By.BEFORE}
    assert guessed == ({expected} if expected else set())
    assert all(one.unsure for one in found if one.by is By.BEFORE)
    # In the same paragraph, and with what goes before a guess.
    assert settling.paragraph([*before, sentence], Wishes(), {})[-1] == found
    for wishes in (Wishes((("editor", M), ("author", M))), Wishes(default=M)):
        for one in settling.paragraph([sentence], wishes, {}, before)[-1]:
            assert one.by in (By.CUSTOMER, By.BEFORE, By.DEFAULT, By.NOBODY, By.SENTENCE)
    customer = settling.paragraph(["The author left."], Wishes((("author", M),)), {}, [BORN])
    assert customer[0][0].by is By.CUSTOMER


WISHES = Wishes((("doctor", F), ("dr lee", M), ("kim", M), ("i", F), ("nurses", F)))


@pytest.mark.parametrize(
    ("sentences", "wishes", "expected"),
    [
        (["My friend is a doctor.", "She works in Bern."], Wishes(),
         [(F, By.CONTEXT), (F, By.SENTENCE)]),
        (["A nurse came.", "The nurse was tired.", "He slept."], Wishes(),
         [(M, By.CONTEXT), (M, By.CONTEXT), (M, By.SENTENCE)]),
        (["A nurse met my father.", "He slept."], Wishes(),
         [(None, By.NOBODY), (M, By.SENTENCE), (M, By.SENTENCE)]),
        (["Kim met a nurse.", "He slept."], Wishes(),
         [(None, By.NOBODY), (M, By.SENTENCE)]),
        (["The nurse said that the boss slept.", "She left."], Wishes(),
         [(None, By.NOBODY), (None, By.NOBODY), (F, By.SENTENCE)]),
        (["The doctor is here.", "Every doctor knows it."], WISHES,
         [(F, By.CUSTOMER), (F, By.CUSTOMER)]),
        (["The doctor lost his keys."], WISHES, [(M, By.SENTENCE)]),
        (["Kim is tired.", "I am tired.", "The nurses left."], WISHES,
         [(M, By.CUSTOMER), (F, By.CUSTOMER), (F, By.CUSTOMER)]),
        (["Dr Lee is tired."], WISHES, [(M, By.CUSTOMER)]),
        (["Dr Stone is tired."], Wishes(default=M), [(F, By.TITLE)]),
        (["The boss is here."], Wishes(default=F), [(F, By.DEFAULT)]),
        (["My mother is here."], Wishes(default=M), [(F, By.SENTENCE)]),
    ],
)  # fmt: skip
def test_who_says_the_gender(
    sentences: list[str], wishes: Wishes, expected: list[tuple[Gender | None, By]]
) -> None:
    titled = settling.titles(["I spoke with Ms Ann Stone.", "Mr Lee met Mrs Lee."])
    assert titled == {"stone": F}
    found = settling.paragraph(sentences, wishes, titled)
    assert [(one.gender, one.by) for some in found for one in some] == expected


@pytest.mark.parametrize(
    ("language", "source", "target", "roles", "genders"),
    [
        ("de", "The artist left.", "Die Künstlerin ging.", ["artist"], {F}),
        ("de", "The doctor met the users.", "Die Ärztin traf die Benutzer.", ["doctor"], {F}),
        ("de", "The member left.", "Das Mitglied ging.", ["member"], set()),
        ("de", "Select the user.", "Wählen Sie den Benutzer.", ["user"], {M}),
        ("fr", "The artist left.", "Cette artiste est là.", ["artist"], {F}),
        ("fr", "The artist left.", "L’artiste est là.", ["artist"], set()),
        ("es", "The musician left.", "El músico se fue.", ["musician"], {M}),
        ("es", "The music is new.", "La música es nueva.", [], set()),
    ],
)
def test_what_a_translation_shows(
    language: str, source: str, target: str, roles: list[str], genders: set[Gender]
) -> None:
    assert shown.genders(source, target, language, roles) == genders


@pytest.mark.parametrize(
    ("one", "other", "language", "gender"),
    [
        ("Je suis prêt.", "Je suis prête.", "fr", F),
        ("Je suis prête.", "Je suis prêt.", "fr", M),
        ("Je suis prêt.", "Je suis là.", "fr", None),
        ("Je suis prêt.", "Je suis prêt.", "fr", None),
    ],
)
def test_differing_in_gender(one: str, other: str, language: str, gender: Gender | None) -> None:
    assert shown.differ(one, other, language) is gender


@pytest.mark.parametrize(
    ("language", "text", "word", "gender", "agrees"),
    [
        ("de", "Sie ist eine gute Ärztin.", "Ärztin", F, True),
        ("de", "Sie ist ein guter Ärztin.", "Ärztin", F, False),
        ("de", "Der Lehrkraft war da.", "Lehrkraft", F, False),
        ("de", "Ich half der Lehrkraft.", "Lehrkraft", F, True),
        ("de", "Aus den Reden der Lehrkraft.", "Lehrkraft", F, True),
        ("de", "Bei einem guten Lehrkraft.", "Lehrkraft", F, False),
        ("de", "Sie ist Autorin, der viel schreibt.", "Autorin", F, False),
        ("de", "Die Arzt kam.", "Arzt", M, False),
        ("fr", "Elle est la première autrice.", "autrice", F, True),
        ("fr", "Elle est le premier autrice.", "autrice", F, False),
        ("fr", "Une écrivaine connu.", "écrivaine", F, False),
        ("es", "Es una escritora prolífica.", "escritora", F, True),
        ("es", "Es una escritora prolífico.", "escritora", F, False),
        ("es", "El autora vino.", "autora", F, False),
        ("de", "Unseren Arzt beginnt um acht.", "Arzt", M, False),
        ("de", "Unseren Arzt kennt sie.", "Arzt", M, True),
        ("de", "Den Arzt, der kommt, kennt sie.", "Arzt", M, True),
    ],
)
def test_what_stands_beside_a_word_agrees(
    language: str, text: str, word: str, gender: Gender, agrees: bool
) -> None:
    assert agreement.agrees(text, word, gender, language) is agrees


@pytest.mark.parametrize(
    ("language", "source", "target", "roles", "neutrally"),
    [
        ("de", "The teacher left.", "Die Lehrkraft ging.", ["teacher"], True),
        ("de", "The teacher left.", "Der Lehrkraft ging.", ["teacher"], False),
        ("de", "The teacher left.", "Der Lehrer ging.", ["teacher"], False),
        ("de", "The judge left.", "Die Fachkraft ging.", ["judge"], False),
        ("de", "The boss is a nurse.", "Die Führungskraft ist Krankenschwester.",
         ["boss", "nurse"], False),
        ("fr", "The user left.", "La personne utilisatrice est là.", ["user"], True),
        ("es", "The user left.", "La persona usuaria se fue.", ["user"], True),
    ],
)  # fmt: skip
def test_wordings_without_a_gender(
    language: str, source: str, target: str, roles: list[str], neutrally: bool
) -> None:
    assert neutral.shown(source, target, language, roles) is neutrally


@pytest.mark.parametrize(
    ("language", "text", "words", "begun_with"),
    [
        ("de", "Der alte Lehrer kam.", {"teacher": "Lehrkraft"}, ["Die alte Lehrkraft kam"]),
        ("de", "Die Krankenschwester ging.", {"nurse": "Pflegekraft"}, ["Die Pflegekraft ging"]),
        ("fr", "L’utilisateur est là.", {"user": "personne utilisatrice"},
         ["La personne utilisatrice est"]),
        ("es", "El usuario vino.", {"user": "persona usuaria"}, ["La persona usuaria"]),
    ],
)  # fmt: skip
def test_beginning_without_a_gender(
    language: str, text: str, words: dict[str, str], begun_with: list[str]
) -> None:
    assert begun.neutrally(text, language, words) == begun_with


@pytest.mark.parametrize(
    ("language", "text", "role", "wanted", "begun_with"),
    [
        ("de", "Der Arzt ist hier.", "doctor", F, ["Die Ärztin ist"]),
        ("de", "Ich half dem Zahnarzt.", "doctor", F, ["Ich half der Zahnärztin"]),
        ("de", "Er ist Arzt.", "doctor", F, ["Er ist Ärztin"]),
        ("de", "Die Ärztin kam.", "doctor", M, ["Der Arzt kam", "Den Arzt kam"]),
        ("de", "Ein neuer Arzt kam.", "doctor", F, ["Eine neue Ärztin kam"]),
        ("de", "Sie half der guten Ärztin.", "doctor", M,
         ["Sie half dem guten Arzt", "Sie half des guten Arztes"]),
        ("de", "Er war Editor.", "editor", F, ["Er war Editorin"]),
        ("de", "Wohl niemals Arzt.", "doctor", F, ["Wohl niemals Ärztin"]),
        ("de", "Er ist unser Haus-Arzt.", "doctor", F, ["Er ist unsere Haus-Ärztin"]),
        ("de", "Das kleine Arzt.", "doctor", F, []),
        ("fr", "C’est le premier auteur.", "author", F,
         ["C’est la première autrice", "C’est la première auteure"]),
        ("fr", "Le chanteur est là.", "singer", F, ["La chanteuse est"]),
        ("fr", "Un ami est là.", "friend", F, ["Une amie est"]),
        ("fr", "Mon ami est là.", "friend", F, ["Mon amie est"]),
        ("es", "Hablé al médico.", "doctor", F, ["Hablé a la médica"]),
        ("es", "Ella está aquí.", "doctor", F, []),
    ],
)  # fmt: skip
def test_beginning_with_the_other_form(
    language: str, text: str, role: str, wanted: Gender, begun_with: list[str]
) -> None:
    assert begun.beginnings(text, language, [role], wanted) == begun_with


EXCHANGED = [
    ("de", "judge", F, "Der alte Richter ging.", "Die alte Richterin ging."),
    ("de", "doctor", F, "Der Arzt, der kam, sang.", "Die Ärztin, die kam, sang."),
    ("de", "doctor", M, "Die Ärztin, die kam, sang.", None),  # who are many?
    ("de", "doctor", F, "Der Arzt nahm seine Tasche.", None),
    ("de", "doctor", F, "Es regnete.", None),
    ("fr", "lawyer", F, "En tant qu'avocat, Lee gagna.", "En tant qu'avocate, Lee gagna."),
    ("fr", "lawyer", F, "C’est l’avocat de Lee.", "C’est l’avocate de Lee."),
    ("fr", "director", F, "Le directeur adjoint vint.", "La directrice adjointe vint."),
    ("fr", "director", F, "Le directeur ravi vint.", None),
    ("fr", "judge", F, "Le juge est mort.", None),
    ("fr", "judge", F, "Il est mort devant le juge.", None),  # who?
    ("fr", "judge", F, "Lee est mort par le juge.", "Lee est mort par la juge."),
    ("fr", "judge", F, "Lee est mort par le juge qui vint.", None),
    ("fr", "director", F, "Lee a été élu directeur.", "Lee a été élue directrice."),
    ("fr", "director", M, "Lee a été nommée directrice.", "Lee a été nommé directeur."),
    ("fr", "actor", M, "La nouvelle actrice arriva.", "Le nouvel acteur arriva."),
    ("es", "director", F, "Lee fue nombrado director.", "Lee fue nombrada directora."),
    ("es", "doctor", F, "El médico español llegó.", "La médica española llegó."),
    ("es", "doctor", F, "El médico español es famoso.", None),
    ("es", "director", F, "Vi al mejor director.", "Vi a la mejor directora."),
    ("es", "director", F, "Vi el mejor director.", "Vi la mejor directora."),
    ("fr", "director", F, "Lee a été nommée directeur.", "Lee a été nommée directrice."),
    ("es", "writer", F, "Era poeta, escritor y actor.", "Era poeta, escritora y actor."),
    ("es", "professor", F, "Lee se hizo profesor.", "Lee se hizo profesora."),
    ("es", "translator", M, "La traductora alemana llegó.", "El traductor alemán llegó."),
]


@pytest.mark.parametrize(("language", "role", "gender", "text", "other"), EXCHANGED)
def test_words_for_a_person_exchanged(
    language: str, role: str, gender: Gender, text: str, other: str | None
) -> None:
    made = exchanged.texts("", text, language, [role], gender)
    assert made == ([other] if other else [])
    if other:
        assert exchanged.shown(text, language, [role]) is not gender
        assert exchanged.shown(other, language, [role]) is gender


NOT_EXCHANGED = [
    ("fr", "director", F, "Le directeur arrive demain."),  # a verb, or an adjective?
    ("fr", "director", F, "Le directeur parle lentement."),
    ("es", "director", M, "La directora canta."),
    ("es", "director", F, "El director recibe dinero."),
    ("es", "director", F, "El director llegó cansado."),
    ("es", "director", F, "El director está contento."),
    ("es", "director", F, "El director, nacido en Madrid, llegó."),
    ("es", "director", F, "Vi al director y lo saludé."),
    ("es", "doctor", F, "Médico/a y director/a"),
    ("fr", "director", F, "Né en 1950, le directeur vint."),
    ("fr", "director", F, "Le directeur, fatigué, partit."),
    ("fr", "director", F, "Le directeur est devenu célèbre."),
    ("fr", "director", F, "Monsieur le directeur vint."),
    ("fr", "director", F, "Une réunion de directeurs"),
    ("fr", "actor", F, "Lee est un acteur français né à Paris."),
    ("fr", "judge", M, "Le juge arrive."),  # he is one
    ("de", "buyer", F, "Der Verkäufer ging."),  # somebody else
    ("de", "doctor", F, "Der Zahnarzt ging."),
    ("de", "doctor", F, "Der Arzt traf den Arzt."),
    ("de", "doctor", F, "Der Arzt oder die Ärztin kam."),
    ("de", "doctor", F, "Arzt/Ärztin gesucht"),
    ("de", "doctor", F, "ARZT GESUCHT"),
    ("de", "doctor", F, "Jemand, der Arzt ist"),
    ("de", "doctor", F, "Ein sehr guter Arzt kam."),
    ("de", "doctor", F, "Der Arzt aus Bonn, der kam, ist krank."),
    ("de", "doctor", F, "Der Arzt verlor sein Haus."),
    ("de", "witness", F, "Er sah zwei Fahrzeuge."),  # things
    ("de", "customer", F, "Es dauert zehn Sekunden."),
    ("de", "cook", F, "Lee will kochen."),
    ("de", "teacher", F, "Die anderen Lehrer gingen."),  # many
    ("de", "teacher", F, "Lee sprach mit Lehrern."),
    ("de", "professor", F, "Einer der Professoren kam."),
    ("de", "president", F, "Herr Präsident kam."),
    ("de", "employee", M, "Die Angestellte ging."),
]


@pytest.mark.parametrize(("language", "role", "gender", "text"), NOT_EXCHANGED)
def test_where_something_else_may_change_nothing_is_exchanged(
    language: str, role: str, gender: Gender, text: str
) -> None:
    assert not exchanged.texts("", text, language, [role], gender)


def test_many_words_are_not_exchanged_in_all_ways() -> None:
    """Each article may become one of two."""
    text = " und ".join(f"die {word}" for word in ("Ärztin", "Köchin", "Lehrerin", "Malerin"))
    roles = ["doctor", "cook", "teacher", "painter"]
    assert len(exchanged.texts("", text, "de", roles, M)) == 16
    assert not exchanged.texts("", f"{text} und die Richterin", "de", [*roles, "judge"], M)


def test_what_a_german_article_becomes_is_not_always_known() -> None:
    assert exchanged.texts("", "Eine junge Richterin kam.", "de", ["judge"], M) == [
        "Ein junger Richter kam.",
        "Einen jungen Richter kam.",
    ]
    assert exchanged.texts("", "Der Bericht einer Analystin", "de", ["analyst"], M) == [
        "Der Bericht einem Analysten",
        "Der Bericht eines Analysten",
    ]


def test_the_source_explains_pronouns() -> None:
    text = "Er dankte dem Arzt."
    assert exchanged.texts("He thanked the doctor.", text, "de", ["doctor"], F) == [
        "Er dankte der Ärztin."
    ]
    assert not exchanged.texts("They thanked the doctor.", text, "de", ["doctor"], F)


def test_words_for_somebody_that_the_source_does_not_have() -> None:
    assert exchanged.strangers("The medic left.", "Der Chirurg ging.", "de", ["x"]) == ["surgeon"]
    both = "Der Chirurg und der Arzt gingen."
    assert not exchanged.strangers("The doctor left.", both, "de", ["doctor"])
    assert not exchanged.strangers("The medic met the surgeons.", "Die Chirurg.", "de", ["x"])
