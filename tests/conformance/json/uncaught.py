# tests/conformance/json/uncaught.py: the error of a wrong text ends the script with its full name.
import json

json.loads('{"a": 1,\n "b" 2}')
