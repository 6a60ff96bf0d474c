# tests/conformance/imports/import_errors.py: what importing a module beside the script says.
import sys


def attempt(statement):
    try:
        exec(statement, {"__name__": "__main__"})
    except Exception as error:
        text = str(error).replace(sys.path[0], "DIR")
        print(statement, "->", type(error).__name__, text, getattr(error, "name", None))


def never():
    # Named, so that they come with the script.
    import first_half
    import greeting
    import shop.broken
    import shop.misspelt


attempt("import nowhere")
attempt("import shop.nowhere")
attempt("import greeting.part")
attempt("from greeting import nobody")
attempt("from shop import nobody")
attempt("from shop.nowhere import x")
attempt("import shop.broken")
attempt("import shop.broken")
print("shop.broken" in sys.modules)
attempt("import shop.misspelt")
attempt("import first_half")
print("first_half" in sys.modules, "second_half" in sys.modules)
attempt("from . import greeting")
