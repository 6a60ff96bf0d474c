# tests/conformance/pickle/cannot_be_named.py: functions and classes that cannot be found by name.
import pickle

def outer():
    def inner():
        pass

    class Local:
        pass

    return inner, Local, Local(), lambda: 0

def replaced():
    pass

old = replaced

def replaced():
    pass

unnamed = lambda: 0
elsewhere = outer
renamed = type("Other", (), {})
lost = type("Lost", (), {"__module__": "nowhere"})
for value in (*outer(), old, unnamed, renamed, renamed(), lost, [unnamed], {"key": unnamed}):
    try:
        print(pickle.dumps(value))
    except (pickle.PicklingError, AttributeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0], str(error).rsplit(">", 1)[-1])
