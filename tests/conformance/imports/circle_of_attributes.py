# tests/conformance/imports/circle_of_attributes.py: imports itself and asks for what comes later.
import circle_of_attributes

print(circle_of_attributes.later)
later = 1
