"""What a model reads instead of what an English source says."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints import days, preediting
from doctrans.constraints.preediting import preedited
from doctrans.model import Tagged
from doctrans.putting import preedited as asked
from doctrans.ways import as_it_is, as_plain
from tests.notation import tagged
from tests.test_pipeline import TableEngine


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("The shop closes at 5pm.", "The shop closes at 17:00."),
        ("School closes at 1.30pm on Friday.", "School closes at 13:30 on Friday."),
        ("We close at 5 p.m. on Fridays", "We close at 17:00 on Fridays"),
        ("The bar in the yard closes at 5 p.m.", "The bar in the yard closes at 17:00."),
        ("We close at 5 p.m.", "We close at 17:00."),
        ("Doors open: 8 p.m.", "Doors open: 20:00"),  # a label has no full stop
        ("Doors of the hall open: 8 p.m.", "Doors of the hall open: 20:00"),
        ("Between 2 and 4 p.m. we rest.", "Between 14:00 and 16:00 we rest."),
        ("Open from noon to 2 p.m. daily", "Open from 12:00 to 14:00 daily"),
        ("Lunch is at noon.", "Lunch is at noon."),
        ("Wait 10s before you go.", "Wait 10 seconds before you go."),
        ("It ends after 1s; the limit is 2.5s", "It ends after 1 second; the limit is 2.5 seconds"),
        ("The music of the 60s and 70s.", "The music of the 60s and 70s."),
        ("She is in her 30s.", "She is in her 30s."),
        ("An iPhone 5s is old.", "An iPhone 5s is old."),
        ("A 60s style in the 1990s.", "A 60s style in the 1990s."),
        ("The fashion of the 1980s and 90s.", "The fashion of the 1980s and 90s."),
        ("They fly A380s and 747s.", "They fly A380s and 747s."),
        ("60s", "60s"),
        ("It is on June 3-5.", "It is from 3 to 5 June."),
        ("It is on 3–5 Nov at 10:30.", "It is from 3 to 5 November at 10:30."),
        ("It is on June 3.", "It is on June 3."),
        ("The sale runs Nov. 25-30.", "The sale runs from 25 to 30 November."),
        ("From November 25th to 30th", "From 25 to 30 November"),
        ("The June 3-5 fair, a day of June 3-5", "The June 3-5 fair, a day of June 3-5"),
        ("June 3-5, 2024", "June 3-5, 2024"),
        ("Closed from Dec. 24 to Jan. 1.", "Closed from 24 December to 1 January."),
        ("It runs July 31st – August 2nd, 2024", "It runs from 31 July to 2 August, 2024"),
        ("Between May 5 and June 10", "Between 5 May and 10 June"),
        ("on May 5 and June 10", "on May 5 and June 10"),
        ("May 5 to June 10: closed", "May 5 to June 10: closed"),
        ("from May 5 to 10 June", "from May 5 to 10 June"),
        ("On the basis of Art.  of it", "On the basis of Article  of it"),  # a number is held
        ("Kelsey and Art. Later", "Kelsey and Art. Later"),
        ("See Art. 6 para. 1 lit. b of it.", "See Article 6 (1) lit. b of it."),
        ("See para. 1 of it.", "See paragraph 1 of it."),
        ("Lunch is at 12 noon.", "Lunch is at 12:00."),
        ("Mon to Fri 9am-5pm, Sat 10am", "Monday to Friday 9:00 to 17:00, Saturday 10:00"),
        ("On Sat nav systems are off", "On Sat nav systems are off"),
        ("On the 5th we are closed.", "On the 5th we are closed."),
        ("It leaves at 12:15 a.m. today.", "It leaves at 0:15 today."),
        ("Call us (9 a.m.–5:30 p.m.).", "Call us (9:00 to 17:30)."),
        ("Open Mon-Fri in summer", "Open Monday to Friday in summer"),
        ("Closed Sat–Sun.", "Closed Saturday and Sunday."),
        ("Mon–Fri", "Mon–Fri"),  # a set phrase
        ("Mon–Fri: closed", "Mon–Fri: closed"),
        ("2 tbsp sugar", "2 tablespoons of sugar"),
        ("1 tbsp. honey", "1 tablespoon of honey"),
        ("½ tsp salt", "½ teaspoon of salt"),
        (
            "Add 2 tsp of salt and 1-2 tablespoons oil.",
            "Add 2 teaspoons of salt and 1-2 tablespoons of oil.",
        ),
        (
            "2 tablespoons and 3 tsp, or a 2 tsp measure",
            "2 tablespoons and 3 teaspoons, or a 2 tsp measure",
        ),
        ("1 1/2 cup milk, warm", "1 1/2 cup of milk, warm"),
        ("8 cup coffee maker", "8 cup coffee maker"),
        ("2 lbs potatoes", "2 pounds of potatoes"),
        ("3 cups", "3 cups"),
        ("5 lbs weight limit", "5 lbs weight limit"),
        ("We drank 3 cups daily, 2 cups tea.", "We drank 3 cups daily, 2 cups tea."),
        ("Open Nov–Mar only", "Open November to March only"),
        ("Sun, Dec 31", "Sunday, Dec 31"),
        ("It flies on Tue. at night", "It flies on Tuesday at night"),
        ("Sun and sand", "Sun and sand"),
        ("Updated 15 Aug 2022, Sept. 2010", "Updated 15 August 2022, September 2010"),
        (
            "He left on 5 Oct. The 3rd Mar. was late.",
            "He left on 5 October. The 3rd March was late.",
        ),
        ("Jan. 15, Dec 2023", "January 15, December 2023"),
        ("Mar 12:30, Jun 1.5, Apr 20%, 5 Jan-like", "Mar 12:30, Jun 1.5, Apr 20%, 5 Jan-like"),
        ("Jan came in Aug", "Jan came in Aug"),
        ("From the 16th to the 18th century", "From the 16th century to the 18th century"),
        ("the 12th and 13th centuries", "the 12th century and the 13th century"),
        ("16th-18th-century art", "16th-18th-century art"),
        ("the '60s and ’70s", "the 60s and 70s"),
        ('Al, a.k.a. "Sam", aka Joe', 'Al, also known as "Sam", also known as Joe'),
        ("World War II ended.", "The Second World War ended."),
        ("In World War I he died.", "In the First World War he died."),
        ("a World War II pilot", "a Second World War pilot"),
        ("World War II", "World War II"),  # a set phrase
        ("the bloody World War II years", "the bloody Second World War years"),
        ("the post-World War II years", "the post-World War II years"),
        ("Est. 1985, Hill & Sons bake.", "Founded in 1985, Hill & Sons bake."),
        ("Hill (est. 1985) | EST 1990", "Hill (founded in 1985) | Founded in 1990"),
        ("CORNER BAKERY, EST. 1985", "CORNER BAKERY, FOUNDED IN 1985"),
        ("Cost est. 1985 USD, at 5 EST 2024", "Cost est. 1985 USD, at 5 EST 2024"),
        ("Est. 1985 units. Est. 2024-25", "Est. 1985 units. Est. 2024-25"),
        ("The U.N. met 5 U.N. experts.", "The UN met 5 UN experts."),
        ("the 3rd Monday, the 3rd Avenue", "the third Monday, the 3rd Avenue"),
        ("It costs US$ 1,500.", "It costs 1,500 USD."),
        ("US$2 million were paid.", "2 million USD were paid."),
        ("Revenue was 1.2bn", "Revenue was 1.2 billion"),
        ("The tax is €2.50 p.p. per night.", "The tax is €2.50 per person per night."),
        ("The salary is €55,000 p.a.", "The salary is €55,000 per year."),
        ("At 5 kPa", "At 5 kPa"),
        ("As fig. 3 shows, see figs. 4", "As figure 3 shows, see Fig. 4"),
        ("Paras. 7 to 9 of art. 5(2), Sec. 4.2", "Paragraphs 7 to 9 of article 5(2), Section 4.2"),
        ("under cl. 5, ch. 3 and sec. 12a", "under clause 5, chapter 3 and section 12a"),
        ("Art. 6 para. 1 GDPR", "Article 6 paragraph 1 GDPR"),
        ("See Fig. 3", "See Fig. 3"),
        ("In para. 7 we say so.", "In paragraph 7 we say so."),
        ("We love art. 5 artists came.", "We love art. 5 artists came."),
        ("Wait 10 sec. 3 times", "Wait 10 sec. 3 times"),
        ("We ate a fig. 30 people saw it.", "We ate a fig. 30 people saw it."),
        ("state-of-the-art. It is", "state-of-the-art. It is"),
        ("The 1st, 2nd and 3rd prize", "The first, second and third prize"),
        ("May 3rd is here", "May 3rd is here"),  # dates and centuries are written afterwards
        ("the 3rd of May", "the 3rd of May"),
        ("the 5th century", "the 5th century"),
    ],
)
def test_it_is_spelt_as_models_are_sure_of(text: str, put: str) -> None:
    assert preedited(Tagged(text), "en-GB", "fr").text == put


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("The bus leaves at half past seven.", "The bus leaves at 7:30."),
        ("It opens at half past 7 in the evening.", "It opens at 19:30."),
        ("From ten past eight to a quarter to six", "From 8:10 to 5:45"),
        ("It closes at twenty to nine.", "It closes at 8:40."),
        ("It's five minutes to twelve!", "It's 11:55!"),
        ("It costs five to ten euros.", "It costs five to ten euros."),
        ("Stop at five to ten metres.", "Stop at five to ten metres."),
        ("from a quarter to two thirds", "from a quarter to two thirds"),
        ("The odds are at ten to one.", "The odds are at ten to one."),
        ("the past ten days", "the past ten days"),
        ("The UK left the EU.", "The United Kingdom left the EU."),
        ("the UK market, the UK's size", "the UK market, the UK's size"),
    ],
)
def test_german_is_surer_of_figures_and_full_names(text: str, put: str) -> None:
    assert preedited(Tagged(text), "en", "de").text == put
    assert preedited(Tagged(text), "en", "fr").text == text


def test_spanish_has_decades_with_an_apostrophe() -> None:
    assert preedited(Tagged("the '60s"), "en", "es").text == "the '60s"


def test_examples() -> None:
    assert doctest.testmod(days).failed == doctest.testmod(preediting).failed == 0


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("Sat 10am-2pm, Sun closed", "Saturday 10:00 to 14:00, Sunday closed"),
        ("Closed Mon and Tue.", "Closed Monday and Tuesday."),
        ("Sat: 9 am, Sun: closed", "Saturday: 9:00, Sunday: closed"),
        ("Sun & holidays", "Sunday & holidays"),
        ("Open Mon, Wed & Fri only", "Open Monday, Wednesday & Friday only"),
        ("Mon. – Thurs. 9 – 12", "Monday to Thursday 9 – 12"),
        ("Thursday 24 October, 9.30 – 11.00", "Thursday 24 October, 9:30 – 11:00"),
        ("Open Tuesdays, 9.30-17.00.", "Open Tuesdays, 9:30-17:00."),
        ("Wednesday: €9.30–€11.40 each", "Wednesday: €9.30–€11.40 each"),
        ("up from 9.30 to 17.70 in May", "up from 9.30 to 17.70 in May"),
        ("Read 3.14–3.20.", "Read 3.14–3.20."),
        ("Mon, Wed, Fri", "Mon, Wed, Fri"),  # set phrases, as is a label before a colon
        ("Sat: closed", "Sat: closed"),
        ("The Sun closed at $5.", "The Sun closed at $5."),
        ("Sun, sea and sand", "Sun, sea and sand"),
        ("The U.S. economy and the U.K.", "The US economy and the UK."),
    ],
)
def test_days_and_states_in_full(text: str, put: str) -> None:
    assert preedited(Tagged(text), "en", "es").text == put


def test_only_where_the_outcome_is_known() -> None:
    text = Tagged("We close at 5pm on the 3rd floor.")
    assert preedited(text, "en", "it") is text
    assert preedited(text, "fr", "de") is text
    article = Tagged("See Art. 6 para. 1.")
    assert preedited(article, "en", "de").text == "See Art. 6 paragraph 1."
    assert preedited(text, "en", "de").text == "We close at 17:00 on the 3rd floor."


def test_tags_and_terms_stay_in_their_places() -> None:
    engine = TableEngine({})
    core = tagged("Open <1>until</1> 5pm at the <2>shop</2>")
    native = asked(as_it_is(core, engine), "en", "de").request
    assert native.tagged == tagged("Open <1>until</1> 17:00 at the <2>shop</2>")
    plain = asked(as_plain(core, engine), "en", "de").request
    assert plain.text == "Open until 17:00 at the shop"
    cut = as_it_is(tagged("Open until <1>5</1>pm"), engine)
    assert asked(cut, "en", "de") is cut
