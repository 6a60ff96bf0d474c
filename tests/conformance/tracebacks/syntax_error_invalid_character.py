# tests/conformance/tracebacks/syntax_error_invalid_character.py: a character that is in no token.
x = 5 € 3
