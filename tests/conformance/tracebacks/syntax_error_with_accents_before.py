# tests/conformance/tracebacks/syntax_error_with_accents_before.py: the caret counts characters,
# not bytes.
ação = "日本é" + )
