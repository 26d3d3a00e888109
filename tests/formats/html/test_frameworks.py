"""Pages of Razor, Angular, Blade, Svelte and JSX: their words are translated, their code is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import doctrans
from doctrans.constraints import frameworks
from doctrans.constraints.embedded import Language
from doctrans.engines.pseudo import _ACCENTS
from doctrans.formats.html import HtmlFormat
from doctrans.formats.html.tokenizer import Kind, attributes, tokenize
from doctrans.ports import ReadOptions
from tests.formats.html.soup import translate

PLAIN = {accented: plain for plain, accented in _ACCENTS.items()}

RAZOR = """\
@page "/orders/{id:int}"
@model Shop.Models.Order
@using System.Collections.Generic
@inject IOptions<ShopOptions> Options
@{
    ViewData["Title"] = "Your order";
    var lines = new List<string>();
    if (Model.Count < 3 && Model.Total > 10)
    {
        lines.Add("few");
    }
}
@* A comment for <b>colleagues</b> *@
<title>@ViewData["Title"] - «The shop»</title>
<h1>@ViewData["Title"] «of» @Model.Customer.Name</h1>
<p>«Write to» help@example.org, help@@example.org, @(Model.Count > 1 ? "all" : "one") «of them».</p>
@if (Model.Lines.Count == 0)
{
    <p>«Your basket is empty».</p>
}
else if (Model.Total > 100)
{
    <p>«You save» <b>@Model.Saved.ToString("C")</b> «today».</p>
} else {
    var best = Model.Lines.First(l => l.Price < 5);
    @: «The best item is» @best.Name «today»
    <br>
    <text>«Nothing to save»</text>
}
<ul>
    @foreach (var item in Model.Lines) {
        <li class="@(item.New ? "new" : "")">@item.Name «costs» @item.Price.ToString("C")</li>
        count++;
        @if (item.Sold) { <i>«Sold out»</i> }
    }
</ul>
@Html.LabelFor(m => m.Email) @Html.TextBoxFor(m => m.Email, new { @class = "form-control" })
<img src="@Url.Content("~/a.png")" alt="«Picture of» @item.Name" title="@Model.Title">
@using (Html.BeginForm("Save", "Order")) {
    @Html.AntiForgeryToken()
    <button type="submit">«Save the order»</button>
}
@section Sidebar {
    «Read» <a href="/help">«our help»</a> «first».
}
@await Html.PartialAsync("_Footer", Model)
@switch (Model.State) {
    case 1: <p>«New order»</p> break;
    default:
        <p>«Old order»</p>
        break;
}
<p>@Html.Raw("<b>now</b>") «in stock».</p>
"""
ANGULAR = """\
<h1>«Inbox of» {{ user.name }}</h1>
@let name = user.name + ' says; hi';
@if (messages.length > 1) {
  «You have» {{ messages.length }} «messages».
} @else if (messages.length === 1) {
  <p>«You have one message».</p>
} @else {
  <p>«You have no messages»</p>
}
<ul>
  @for (item of items; track item.id; let i = $index) {
    <li (click)="open(item)">«Open item» {{ i + 1 }} «now»</li>
  } @empty {
    <li>«There are no items»</li>
  }
</ul>
@defer (on viewport; prefetch on idle) {
  <app-list label="«All items»" />
} @placeholder (minimum 1s) {
  «Please wait»
} @loading (after 100ms; minimum 1s) {
  <p>«Loading the list»</p>
} @error { <p>«The list failed».</p> }
@switch (mode) {
  @case ('admin') { <b>«Admin area»</b> }
  @default { <b>«User area»</b> }
}
@if (open) {
  <p>«Write to» support&#64;example.com, {{ '}' }}.</p>
  <p>{n, plural, =1 {«one item»} other {«many items»}}</p>
  «Braces» &#123; «and» &#125; «are words»
}
<p>«You have» {{ n }} «message»@if (n !== 1) {s} «in your inbox».</p>
<p>«Hello» @if (user) { «dear friend» } «of the house»</p>
<p>«A set» {1, 2}, «and a» } «brace»</p>
"""
BLADE = """\
@extends('layouts.app')
@section('title', 'Your page')
@section('content')
    «Welcome back to the shop»!
    @include('partials.box', ['title' => 'Box title', 'items' => ['a' => [1, 2]]])
    @php
        $total = $a < 3 ? $list->count() : 0;
        $html = "<b>bold</b>";
    @endphp
    <form method="POST">
        @csrf
        @method('PUT')
        <label title="@lang('m.tip')">@lang('m.welcome'), «dear» @choice('m.user', 3)!</label>
        <input placeholder="@lang('messages.search')" name="q">
        @error('email')
            <p>{{ $message }} «in the form»</p>
        @enderror
        @can('update', $post) <a href="#">«Edit the post»</a> @endcan
        @auth
            «You are signed in».
        @else
            «Please sign in».
        @endauth
        «Hello» @guest «dear guest» @endguest «of ours»
    </form>
    @component('mail::button', [
        'url' => route('a'),
    ])
        «Open the order»
    @endcomponent
    @if (count($items) > 1)
        <p>«Many items»</p>
    @elseif (isset($a['x']))
        <p>«One item»</p>
    @else
        <p>«No items»</p>
    @endif
    <script>var data = @json($data);</script>
    <p>«You have» @if ($n > f(1, [2, g(3)])) «many» @else «no» @endif «messages».</p>
    <p>«Write to» a@b.com, @@if «or» @home.</p>
@endsection
@push('scripts')
@endpush
"""
SVELTE = """\
<script>
  let count = 0;
</script>
<svelte:head><title>«Shop of» {name}</title></svelte:head>
<h1>«Hello» {name}!</h1>
<p>{#if n === 1}«one message»{:else}{n} «messages»{/if} «in your inbox»</p>
{#if count > 10}
  <p>{count} «is greater than» 10</p>
{:else if count < 5}
  {count} «is less than» 5
{:else}
  <p>«Something else»</p>
{/if}
<ul>
  {#each items as item, i (item.id)}
    {@const area = item.w * item.h}
    <li class:active={i > 3} on:click={() => open(item)}>
      {i + 1}: {item.name.trim()} «has» {area} «points»
    </li>
  {:else}
    <li>«No items»</li>
  {/each}
</ul>
{#await promise}
  <p>«Please wait»</p>
{:then { a, b }}
  <p>«The value is» {a}</p>
{:catch error}
  <p>«Something failed»: {error.message}</p>
{/await}
<div>{@html "<b>x</b>"} «more text»</div>
<button title={t("save now")} on:click={() => setOpen(true)} class="x">«Open the door»</button>
<p>«Ask» <input placeholder={`Hello ${name}`} bind:value={name} alt="«A picture of» {name}"></p>
<p>«You have» {n} «message»{#if n > 1}s{/if} «in it».</p>
"""
JSX = """\
<div className="app" style={{ color: "red" }}>
  <Header title={t("save now")} subtitle="Some subtitle" {...props} />
  {/* a comment for <b>us</b> */}
  {open && <p>«Some words for» {user.name} «here»</p>}
  {items.length > 0 ? (
    <ul>
      {items.map((item) => (
        <li key={item.id} onClick={() => choose(item)}>«Choose» {item.name} «now»</li>
      ))}
    </ul>
  ) : (
    <p>«There are no items»</p>
  )}
  <p><button onClick={() => setOpen(true)} className="x">«Open»</button></p>
  <p><button
    disabled={a > b}
    title={`Hello ${name}`}
  >«Save your changes»</button></p>
  <p>«Hello» <b>{name}</b>, «you have» {count} «new messages»{'.'}</p>
  <p><img src={logo} alt="«The logo of the shop»" /></p>
  <p>{format(date, "d. M. yyyy")} «is the day»</p>
  {open && <>«A fragment» <b>«with tags»</b> «and words»</>}
  {rows.map(row => { return <p>«A row of» {row.name}</p>; })}
</div>
"""
PAGES = {"Razor": RAZOR, "Angular": ANGULAR, "Blade": BLADE, "Svelte": SVELTE, "JSX": JSX}


def marked(page: str) -> tuple[str, str]:
    """A page without the marks around its words, and its pseudo-translation."""
    parts = page.replace("»", "«").split("«")
    words = [part.translate(_ACCENTS) if n % 2 else part for n, part in enumerate(parts)]
    return "".join(parts), "".join(words)


@pytest.mark.parametrize("name", PAGES)
def test_words_are_translated_and_all_else_stays(name: str) -> None:
    page, expected = marked(PAGES[name])
    assert (
        doctrans.translate_html(page, "de", "en", engine="pseudo").splitlines()
        == expected.splitlines()
    )


@pytest.mark.parametrize(
    "page",
    [
        "<p>Write to me@example.org, @home or @page (see {below}), if (in doubt) { ask }.</p>",
        "<style>@media (width: 9px) { p { } } @page { margin: 0 }</style><p>A } b { c, @if you",
        "<script>if (a<b) { x={y: 1} } else { z }</script><p>{a note} and @else</p>",
        '<script type="application/ld+json">{"@context": "x", "@type": "y"}</script>',
        "<p>{{#if a}}b{{/if}} {{:c}} <a title={{ x }} href={$y} alt={% z %}>d</a>",
        "<p>Velocity: <code>#set($x = 1)</code>. Comments begin with ## and <code>#end</code>.</p>",
        "<pre>#if ($debug)\n#set($a = 1)\n#end</pre>\n## A heading\n<p>#parse('a')</p>",
        "<script>let r=a<b\nlet o={}</script><p>The set {one, two} is small",
        "<script>var t='<a href={url}>x</a>'; t += '{#if a}b{/if}'</script><p>The set {one, two}",
        "<script src='react.js'></script><script type='text/babel'>a = <b c={d}>{e}</b></script>",
        "<!-- {#if a}b{/if} <a b={c}> --><p title='{#if a}b{/if}'>{a note}",
        "<input placeholder='Enter {#if x}'><p>{a note} {#if x}",
        "<p>{html}<b>a</b>{/html} {a note}{/each}",
        "<p>The {$x} smarty {if $a}yes{/if} and a {literal note}",
        "<pre><code>{#if a}b{/if}</code></pre><textarea>{#if a}b{/if}</textarea><p>{a note}",
        "<style>@page\n{ margin: 0 }</style><p>@home.Please read @bob(me)",
        "<p>In CSS:</p>\n@page\n{ margin: 0 }\n<p>@await the answer",
        "<script>// @page\n</script><p>@{ it's <b>bold words</b>",
        "<pre>\n@{\n  a = 1\n}\n</pre><p>Write @{ a } and @{\n b",
        "<!-- Author: @model Foo -->\n<p>@home.Please read @bob(me)",
        "<p>By @model Foo\n" + "<br>\n" * 30 + "@model Foo\n<p>@home",
        "<p>Thanks to @php, @csrf and @endif.</p><!-- @csrf\n@endif --><p>@guest",
        "<script>/** @default {} */ /** @error {x} */</script><p>Set {1, 2} and } it",
        "<p>A tag @default {} or @error {x} or @empty { of JSDoc",
        "<p>Meet @section 5 { or }, @let us = go, @for you (of all)</p>",
    ],
)
def test_other_pages_have_none(page: str) -> None:
    assert frameworks.used(page) == frameworks.Used()


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("@using A.B\n@page\n<p>a", frameworks.RAZOR),
        ("@* a *@\n<!-- b -->\n@page\r\n<p>a", frameworks.RAZOR),
        ('<p>a</p>\n@page "/a"\n', frameworks.RAZOR),
        ("<!DOCTYPE html>\n@{\n    a = 1;\n}\n<p>", frameworks.RAZOR),
        ("<p>a</p>\n@{ Layout = null; }", frameworks.RAZOR),
        ("<p>a</p>\n@{ a = 1;\n  b = 2;\n}", frameworks.RAZOR),
        ("<form>@csrf</form>", frameworks.BLADE),
        ("a\n  @endif\nb", frameworks.BLADE),
        ("a @php b(); @endphp", frameworks.BLADE),
        ("@switch (a) { @default { b } }", frameworks.ANGULAR),
        ("{#if a}b{:else}", frameworks.BRACES),
        ("<textarea a='b' /><p c={d}>", frameworks.BRACES),
    ],
)
def test_languages(page: str, language: Language) -> None:
    assert frameworks.used(page).language is language


@pytest.mark.parametrize(
    ("page", "expected"),
    [  # what stands in code is between `«` and `»`
        ("@{ var a = 1; } Text", "«@{ var a = 1; }» Text"),
        ("@model A\n@{ a { b Text", "«@model A»\n«@{» a { b Text"),  # has no end
        ("@model A\n<div>@{ a { b</div> } c", "«@model A»\n<div>«@{ a { b»</div> } c"),
        ("@model A\n<i>@{ <p>a</p></i> } c", "«@model A»\n<i>«@{ »<p>a</p></i> } c"),
        (
            "@foreach (a) { @:<div> b } @c\n d(); } e",
            "«@foreach (a) { @:»<div> b } @c«\n d(); }» e",
        ),
        ("@section A { b { c } d } e", "«@section A {» b { c } d «}» e"),
        ("@model A<B>\n@Model.C d", "«@model A<B>»\n@Model.C d"),
        (
            '@model A\n@{ a("}"); /* } */ // }\n b } c',
            '«@model A»\n«@{ a("}"); /* } */ // }\n b }» c',
        ),
        (
            "@model A\n@{ <p>a<p>b</p>c</p> d(); } e",
            "«@model A»\n«@{ »<p>a<p>b</p>c</p>« d(); }» e",
        ),
        ("@model A\n@{ <br/> a(); <hr> } e", "«@model A»\n«@{ »<br/>« a(); »<hr>« }» e"),
        ("@model A\n@{ F<int>(a<b, c); } d", "«@model A»\n«@{ F<int>(a<b, c); }» d"),
        ("@if (a) {<b>b</b>} else {<i>c</i>} d", "«@if (a) {»<b>b</b>«} else {»<i>c</i>«}» d"),
        ("@if (a) { b } @else { c } d", "«@if (a) {» b «}» «@else {» c «}» d"),
        (
            "@for (a of b; track a) { {{ {c: '}'} }} }",
            "«@for (a of b; track a) {» {{ {c: '}'} }} «}»",
        ),
        ("<a b={c}>{d ? <b>e</b> : f} g", "<a b={c}>«{d ? »<b>e</b>« : f}» g"),
        ("<a b={c}>{d} {e.f('}')} g", "<a b={c}>{d} {e.f('}')} g"),
        ("@csrf\n@php $a = '<b>' @endphp b", "«@csrf»\n«@php $a = '<b>' @endphp» b"),
    ],
)
def test_code(page: str, expected: str) -> None:
    found = [
        f"«{page[t.start : t.end]}»" if t.kind is Kind.CODE else page[t.start : t.end]
        for t in tokenize(page)
    ]
    assert "".join(found) == expected


def test_braces_written_as_references_stay_so_beside_others() -> None:
    page = "@section B {<p>{a} word &#125;</p>}"
    translated = doctrans.translate_html(page, "de", "en", engine="pseudo")
    assert translated.endswith(" &#125;</p>}")


def test_code_without_an_end_is_told() -> None:
    document = HtmlFormat().read(b"@model A\n<p>@{ a { b</p><p>Text</p>", ReadOptions())
    assert [note.code for note in document.notes] == ["code-unclosed"]
    assert [segment.text for segment in document.segments] == ["Text"]


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("<a b={c} d>", "{c}"),
        ("<a b={() => c('}')}/>", "{() => c('}')}"),
        ('<a b={t("x y", { z: "<" })} d>', '{t("x y", { z: "<" })}'),
        ("<a b={`x ${y} z`}>", "{`x ${y} z`}"),
        ("<a b={{ c }} d>", "{{ c }}"),
        ("<a b={c d>", "{c"),  # has no end
        ("<a b={c}d e>", "{c}d"),
        ("<a b={{{{{c d}}}}}>", "{{{{{c d}}}}}"),  # too deep, but for what others write so
        ("<a b={[{[{[{c d}]}]}]}>", "{[{[{[{c"),  # too deep
    ],
)
def test_values_in_braces(tag: str, value: str) -> None:
    (token,) = tokenize(tag)
    assert attributes(tag, token)["b"].value(tag) == value


SOUP = (
    "@model A\n", "@{ ", "@if (a) {", "} else {", "}", "{", " @else {", "@: ", "\n", "@section B {",
    "@a.b(c)", "@(d)", "@*", "*@", "@csrf", "@php ", " @endphp", "@yield('a')", "{#if a}", "{/if}",
    "{a && ", "<b c={d}>", "<p>", "</p>", "<br>", "<>", "</>", "</b>", "<text>", "</text>",
    " word ", "two words", '"', "'", "//", "/*", ";", "(", ")", "@", "{{ x }}", "&#125;",
    "<script>", "</script>", "<!--", "-->",
    '<b title="@a.b c">',
)  # fmt: skip
soups = st.lists(st.sampled_from(SOUP), max_size=30).map("".join)


@given(soups)
def test_tokens_tile_any_text(page: str) -> None:
    tokens = tokenize(page)
    assert "".join(page[token.start : token.end] for token in tokens) == page
    assert all(token.end > token.start for token in tokens)


@settings(max_examples=300)
@given(soups)
def test_words_may_change_in_any_page(page: str) -> None:
    format = HtmlFormat()
    document = format.read(page.encode(), ReadOptions())
    changed = translate(document, lambda text: text.replace("word", "other"))
    written = format.write(changed).data
    format.verify(changed, written)


@pytest.mark.parametrize("hint", ["@csrf ", "@model A\n", "@if (a) {", "<a b={c}>"])
@pytest.mark.parametrize(
    "unit",
    [
        "@if (", "@if (a) {", "@{ ", "@*", "@(", "@a['", '@a("', "@a(()", "@section A {", "@php ",
        "@let a =", "@let a='", "{", "{`", "{{", "a{#if ", "{/*", "}", '<a b={"', "<a b={(", "@: ",
        "@a<b", "a@@b", "\n@page", "\n@model A", "@{ <p>", "{a && <p>", "@{/*", '@{"\\"', "@a(x) ",
        "\n  @a(x) ", "<code>", "<!-- ", "<script>", " a='", ' a="', "<pre>a</pre", "\n@{",
        "\n@{ a;", "\n", " ", "<pre ", "@endif", "\n@csrf",
    ],
)  # fmt: skip
def test_repetition_is_linear(hint: str, unit: str) -> None:
    """Quadratic time would be minutes."""
    began = time.process_time()
    page = hint + unit * (100_000 // len(unit))
    frameworks.expressions(page, frameworks.used(page).language)
    assert tokenize(page)[-1].end == len(page)
    assert time.process_time() - began < 10
