"""Code of template languages between signs, as patterns of what stands between these: `{{ … }}`,
`{% … %}`, `<% … %>`, `${ … }`.

It may be long, go over several lines, and have strings and braces of its own. None goes on behind
another beginning of its kind, so that no stretch of a text is looked at often.
"""

from __future__ import annotations

_MOST = "{0,3000}+"
_FEW = "{0,500}+"
IN_BLOCK = rf"(?:[^%{{]|%(?!\}})|\{{(?!%)){_MOST}"  # {% … %}
IN_SQUARE = rf"(?:[^%\[]|%(?!\])|\[(?!%)){_MOST}"  # [% … %]
IN_SCRIPT = rf"(?:[^%?<]|[%?](?!>)|<(?![%?])){_MOST}"  # <% … %>, <?php … ?>
# Behind <?php and <?=: one word, or what looks like code; prose may name both signs.
PHP = (
    r"(?=\s*+(?:[\"'\[#]|/[/*]|(?:echo|print|return|include|require|use|namespace)\b"
    r"|[\w\\:]++\s*+\?>)"
    rf"|(?:[^?$(;={{}}'<]|\?(?!>)|<(?![%?])){_MOST}[$(;={{}}'])"
)
IN_RAW = rf"(?:[^!{{]|!(?!!\}})|\{{(?!!!)){_MOST}"  # {!! … !!}
IN_AMPSCRIPT = rf"(?:[^\]%]|\](?!%%)|%(?!%\[)){_MOST}"  # %%[ … ]%%
IN_VALUE = rf"(?:[^=%]|=(?!%%)|%(?!%=)){_MOST}"  # %%= … =%%

# Those that braces end. Strings and braces in them are looked for first; what has quotes or braces
# that are none of them ends at the first end. A string holds no end of two braces: an apostrophe
# begins none.
_STRING = rf"\"(?:[^\"}}\n]|\}}(?!\}})){_FEW}\"|'(?:[^'}}\n]|\}}(?!\}})){_FEW}'"
_INNER = rf"\{{(?:{_STRING}|[^{{}}]){_FEW}\}}"
_BRACES = rf"\{{(?:{_STRING}|[^{{}}]|{_INNER}){_FEW}\}}"
_SINGLE = r"\}(?!\})|\{(?!\{)"
IN_BRACES = (  # {{ … }}
    rf"(?:(?:{_STRING}|{_BRACES}|[^{{}}]|{_SINGLE}){_MOST}(?=\}}\}})|(?:[^{{}}]|{_SINGLE}){_MOST})"
)
IN_HOLE = rf"(?:(?:{_STRING}|{_BRACES}|[^{{}}]){_MOST}(?=\}})|[^{{}}]{_MOST})"  # ${ … }
# ${ … } and #{ … } again, where no words stand side by side but those that are operators: else it
# is mathematics or prose, as *#{x : x is even}*.
_OPERATORS = r"(?:and|or|not|empty|eq|ne|lt|gt|le|ge|div|mod|instanceof|new|typeof|await)\b"
EXPRESSION = (
    rf"(?:(?:{_STRING}|{_BRACES}|{_OPERATORS}|\w++(?!\s++(?!{_OPERATORS})\w)|[^\w{{}}\"']){_MOST}"
    rf"(?=\}})|[^{{}}\s]{{1,100}}+)"
)

# #set( … ), with brackets and strings of its own, in a line.
_QUOTED = r"\"[^\"\n]{0,500}+\"|'[^'\n]{0,500}+'"
_DEEPEST = rf"\((?:{_QUOTED}|[^()\n]){{0,300}}+\)"
_DEEPER = rf"\((?:{_QUOTED}|[^()\n]|{_DEEPEST}){{0,300}}+\)"
BRACKETS = rf"\((?:{_QUOTED}|[^()\n]|{_DEEPER}){{0,1000}}+\)"

# <#if … >, in which > stands in brackets or strings, if at all.
_ROUND = r"\((?:[^()<\n]|\([^()<\n]{0,200}+\)){0,200}+\)"
IN_ANGLE = rf"(?:\"[^\"<\n]{{0,200}}+\"|{_ROUND}|[^<>\n]){{0,1000}}+"

COMMENT = (
    rf"\{{\{{!--(?:[^-{{]|-(?!-\}}\}})|\{{(?!\{{!--)){_MOST}--\}}\}}"  # Handlebars
    rf"|\{{\{{--(?:[^-{{]|-(?!-\}}\}})|\{{(?!\{{--)){_MOST}--\}}\}}"  # Blade
    rf"|\{{#(?=[\s-])(?:[^#{{]|#(?!\}})|\{{(?!#)){_MOST}(?<=[\s-])#\}}"  # Jinja, Twig
    rf"|<#--(?:[^-<]|-(?!->)|<(?!#--)){_MOST}-->"  # FreeMarker
    rf"|#\*(?:[^*#]|\*(?!#)|#(?!\*)){_MOST}\*#"  # Velocity
)
