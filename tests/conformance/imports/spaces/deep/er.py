# tests/conformance/imports/spaces/deep/er.py: two folders down.
value = 42
