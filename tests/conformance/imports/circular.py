# tests/conformance/imports/circular.py: names that are not there yet while two modules import each other.
try:
    import circle_of_attributes
except AttributeError as error:
    print(error)
try:
    import circle_of_names
except ImportError as error:
    print(str(error).partition(" (/")[0])
import greeting

try:
    greeting.nothing
except AttributeError as error:
    print(error)
