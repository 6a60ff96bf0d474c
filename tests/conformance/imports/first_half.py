# tests/conformance/imports/first_half.py: imports a module that imports this one.
from second_half import end

start = 1
