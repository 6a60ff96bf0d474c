# tests/conformance/tracebacks/syntax_error_augmented_target.py: augmented assignment to a tuple.
(a, b) += 1
