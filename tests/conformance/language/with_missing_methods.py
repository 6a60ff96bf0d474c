# tests/conformance/language/with_missing_methods.py: what `with` says about an object that is no
# context manager.
class OnlyEnter:
    def __enter__(self):
        pass


for thing in (5, OnlyEnter()):
    try:
        with thing:
            print("never")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
