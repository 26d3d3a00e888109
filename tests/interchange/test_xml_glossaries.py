"""TBX in its versions and styles, and TMX, as glossaries."""

from __future__ import annotations

import pytest

from doctrans.constraints.terms.entries import Entry
from doctrans.errors import GlossaryError
from doctrans.interchange import glossary, tmx

MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="subjectField">software</descrip>
 <langSet xml:lang="en"><tig><term>window</term><termNote type="partOfSpeech">noun</termNote></tig>
 </langSet>
 <langSet xml:lang="de">
  <ntig><termGrp><term>Ansicht</term></termGrp></ntig>
  <tig><term>Fenster</term>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  <tig><term>Scheibe</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 </langSet>
 <langSet xml:lang="fr"><tig><term>fenêtre</term></tig></langSet>
</termEntry>
</body></text></martif>
"""
DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="1"><min:subjectField>software</min:subjectField>
<langSec xml:lang="en-US"><termSec><term>window</term><min:partOfSpeech>noun</min:partOfSpeech>
</termSec></langSec>
<langSec xml:lang="de"><termSec><term>Ansicht</term></termSec><termSec><term>Fenster</term>
<min:administrativeStatus>preferred</min:administrativeStatus></termSec>
<termSec><term>Scheibe</term><min:administrativeStatus>superseded</min:administrativeStatus>
</termSec></langSec></conceptEntry></body></text></tbx>
"""
TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>window</seg></tuv><tuv xml:lang="de"><seg>Scheibe</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Window</seg></tuv><tuv xml:lang="de"><seg>Fenster</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Window</seg></tuv><tuv xml:lang="de"><seg>Fenster</seg></tuv></tu>
<tu><tuv xml:lang="en-GB"><seg>user <bpt i="1">&lt;b></bpt><hi>account</hi><ept i="1">&lt;/b></ept>
</seg></tuv><tuv lang="DE"><seg>Nutzerkonto</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Close the window.</seg></tuv>
 <tuv xml:lang="de"><seg>Schließen Sie das Fenster.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>file</seg></tuv><tuv xml:lang="fr"><seg>fichier</seg></tuv></tu>
</body></tmx>
"""


def read(text: str, target: str = "de") -> tuple[Entry, ...]:
    return glossary.read(text.encode(), "terms", "en", target)


@pytest.mark.parametrize("text", [MARTIF, DCT])
def test_tbx(text: str) -> None:
    [entry] = read(text)
    assert (entry.source, entry.target, entry.part_of_speech, entry.domain) == (
        "window", "Fenster", "noun", "software",
    )  # fmt: skip
    assert (entry.admitted, entry.forbidden) == (("Ansicht",), ("Scheibe",))
    assert entry.line == (5 if text is MARTIF else 4)
    assert [e.target for e in read(text, "fr")] == (["fenêtre"] if text is MARTIF else [])


def test_homonyms_of_a_termbase_are_no_fault() -> None:
    concept = MARTIF[MARTIF.index("<termEntry") : MARTIF.index("</body>")]
    other = concept.replace("Fenster", "Luke").replace("Scheibe", "Fenster")
    [entry] = read(MARTIF.replace("</body>", f"{other}</body>"))
    assert entry.target == "Fenster" and "Luke" in entry.admitted
    assert entry.forbidden == ("Scheibe",)


def test_tmx() -> None:
    window, account = read(TMX)
    assert (window.source, window.target, window.admitted) == ("Window", "Fenster", ("Scheibe",))
    assert (account.source, account.target) == ("user account", "Nutzerkonto")
    pairs = [unit[:2] for unit in tmx.units(TMX.encode(), "terms", "en", "de")]
    assert pairs[-1] == ("Close the window.", "Schließen Sie das Fenster.")
    assert len(pairs) == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MARTIF.replace("</langSet>\n</termEntry>", ""), "terms: line 15: It is no XML"),
        (TMX[:300], "It is no XML"),
        ("<html><p>x</p></html>", "neither TBX nor TMX"),
        ("<!DOCTYPE tmx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><tmx>&a;</tmx>", ""),
        (
            '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>\n<conceptEntry><langSec xml:lang="en"><termSec>'
            "<term>&a;</term></termSec></langSec></conceptEntry></tbx>",
            "line 2: It says &a;, an entity",
        ),
    ],
)
def test_what_is_no_glossary(text: str, said: str) -> None:
    if not said:  # nothing is fetched
        assert read(text) == ()
        return
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert said in caught.value.message


def test_utf_16() -> None:
    text = TMX.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>')
    assert len(glossary.read(text.encode("utf-16"), "terms", "en", "de")) == 2
