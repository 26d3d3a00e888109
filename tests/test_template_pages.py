"""Sources of template languages as people write them: but for the words nothing of them changes."""

from __future__ import annotations

import re

import pytest

from doctrans import Translator
from doctrans.engines.pseudo import _ACCENTS

SHOPIFY = """\
{%- comment -%} A section <b>of ours</b>, "as it was {%- endcomment -%}
<section class="banner" data-id="{{ section.id }}">
  <h2>«Welcome to our shop»</h2>
  {%- if section.settings.show and product.price > 0 -%}
    <p>«From» {{ product.price | money_with_currency | append: ' each' | replace: '.00', '' }}</p>
  {%- else -%}
    <p>«Sold out»</p>
  {%- endif -%}
</section>
{% stylesheet %}
  .banner > p { color: red; }
{% endstylesheet %}
{% javascript %}
  if (a < b) document.write("<p>So it is</p>");
{% endjavascript %}
{% schema %}
{
  "name": "Banner of the shop",
  "settings": [{ "type": "text", "label": "Show <b>all</b> of it" }]
}
{% endschema %}
"""
JEKYLL = """\
<p>«Write this»:</p>
{% highlight ruby %}
def show
  puts 'Hello <b>world' if 1 < 2
end
{% endhighlight %}
<p>«A command is written» {% raw %}{% if page.title %}{% endraw %} «in a page».</p>
{{< highlight go "linenos=table" >}}
if a < b { return "some text" }
{{< /highlight >}}
<p>«The end»</p>
"""
TWIG = """\
{# The form:
   it has <b>two</b> fields #}
{% set options = {
  'label': 'Some text that is no text of the page',
  'help': "And more text of that kind, which goes on for as long as it needs to go on",
  'attr': {'class': 'a b', 'title': 'It is only to be seen by those who look for it'},
  'other': 'Some more text, so that it is long enough to be more than three hundred characters'
} %}
<form>
  {{ form_row(form.name, {'label': 'Your name', 'attr': {'class': 'wide', 'title': 'a b'}}) }}
  <p title="form.name.help">«Please write your» {{ 'name' | trans({'%count%': 1}) }} «here».</p>
</form>
"""
VELOCITY = """\
#* A letter of Velocity *#
## to whom it "may concern <b>all</b>
#set($title = "Some title (of ours")
#parse("header.vm")
<h1>$title</h1>
#if($order.total > 100 && $user.is("a)"))
<p>«Dear» $user.name, «your order of» $!{order.date} «costs» $order.price.format("EUR").</p>
#elseif($x)
<p>«Thank you»</p>
#else
<p>«Good day»</p>
#end
#foreach($item in $items)
<li>$item.name: «ready»</li>
#end
"""
FREEMARKER = """\
<#-- A letter <b>to all</b> -->
<#assign text = "Hello there">
<p>«Dear» ${user.name!"dear visitor"}, «you have» ${(n > 1)?string('some mails','a mail')}.</p>
<#if (n > 1)>
<p title="«Read more» ${a.b?cap_first} <#-- not now -->">«So it is»</p>
<#else>
<p>«We found» ${fn:length(list) > 1 ? "many items" : "one item"} «for you»</p>
</#if>
"""
AMPSCRIPT = """\
%%[ VAR @name SET @name = AttributeValue("First Name")
IF NOT EMPTY(@name) THEN ]%%
<p>«Dear» %%=v(@name)=%%,</p>
%%[ ELSE ]%%
<p>«Dear reader»,</p>
%%[ ENDIF ]%%
<p>«Your number is» %%number%% «or» %recipient.number%.</p>
<p>«So says» {!Contact.FirstName} «to» #user.name#.</p>
"""
FLUID = """\
<h1>{f:translate(key: 'title', default: 'Some title of ours')}</h1>
<p>«Read» {data.title -> f:format.crop(maxCharacters: 5, append: ' and so on')} «now».</p>
{exp:channel:entries limit="3" orderby="date"}
<p>«An entry»</p>
{/exp:channel:entries}
"""
VUE = """\
<template>
  <p>«Good day» {{ name ? 'to ' + name : "to you" }}</p>
</template>
<i18n lang="json">
{
  "en": { "hello": "Hello, {name}!" }
}
</i18n>
<docs>
# How it is used

As it is.
</docs>
"""


@pytest.mark.parametrize(
    "page", [SHOPIFY, JEKYLL, TWIG, VELOCITY, FREEMARKER, AMPSCRIPT, FLUID, VUE]
)
def test_but_for_the_words_nothing_changes(page: str) -> None:
    """`«…»` is around what is translated."""
    source = page.replace("«", "").replace("»", "")
    with Translator("de", "en", engine="pseudo") as translator:
        translated = translator.translate_html(source)
    assert translated == re.sub("«(.*?)»", lambda words: words[1].translate(_ACCENTS), page)
