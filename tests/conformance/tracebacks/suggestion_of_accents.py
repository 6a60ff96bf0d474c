# tests/conformance/tracebacks/suggestion_of_accents.py: suggestions count bytes of names.
cão = pão = 1
print(cão + pao2)
