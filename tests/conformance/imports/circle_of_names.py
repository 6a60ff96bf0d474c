# tests/conformance/imports/circle_of_names.py: imports itself and asks for what comes later.
from circle_of_names import later

later = 1
