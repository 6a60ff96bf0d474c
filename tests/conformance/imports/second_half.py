# tests/conformance/imports/second_half.py: imports a module that imports this one.
from first_half import start

end = 2
