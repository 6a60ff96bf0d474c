# tests/conformance/tracebacks/syntax_error_walrus_unparenthesized.py: a walrus at statement level.
x := 5
