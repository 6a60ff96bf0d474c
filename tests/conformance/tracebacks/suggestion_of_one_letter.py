# tests/conformance/tracebacks/suggestion_of_one_letter.py: suggestions count bytes of names, of one letter too.
é = 1
ñ
