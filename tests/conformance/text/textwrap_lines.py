# tests/conformance/text/textwrap_lines.py: wrapping with all options, shorten, dedent, indent.
import textwrap

TEXT = """The quick-witted brown fox -- it said -- jumped over the lazy-dog's well-known --option
a--b x-ray e-mail foo-bar-baz.  It was good.  Then "done." And more,
   with tabs\tand  spaces   supercalifragilisticexpialidocious-well a-b-c-d 1-2-3 end"""
for width in (5, 10, 20, 40, 70):
    for options in ({}, {"break_long_words": False}, {"break_on_hyphens": False},
                    {"drop_whitespace": False}, {"fix_sentence_endings": True},
                    {"initial_indent": "* ", "subsequent_indent": "    "},
                    {"max_lines": 2, "placeholder": "..."}, {"max_lines": 1, "placeholder": "-"},
                    {"expand_tabs": False, "replace_whitespace": False}, {"tabsize": 4}):
        print(width, options, textwrap.wrap(TEXT, width, **options))
print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11),
      textwrap.shorten("Hello world", width=10, placeholder="..."))
for call in (lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("aa bb", 3),
             lambda: textwrap.fill("  a b c", 3)):
    try:
        print(repr(call()))
    except ValueError as error:
        print(error)
for text in ("    a\n      b\n   \n    c\n\t", "\ta\n\t  b\n \tc", "  a\n  \n", ""):
    print(repr(textwrap.dedent(text)))
print(repr(textwrap.indent("a\n\n b\n  \n", "> ")))
print(repr(textwrap.indent("a\n\n", "> ", lambda line: True)))
