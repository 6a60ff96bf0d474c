# __builtins__ in the globals of eval() and exec(): what names, imports and classes find.
for source, names in (("len([1])", {}), ("len([1])", {"len": len}), ("[x for x in (1, 2)]", {}),
                      ("open", {"open": "shut"})):
    try:
        print(source, eval(source, {"__builtins__": names}))
    except NameError as error:
        print(source, error)
for source in ("import os", "class A: pass", "print(1)"):
    try:
        exec(source, {"__builtins__": {}})
    except (ImportError, NameError) as error:
        print(source, "->", type(error).__name__, error)
names = {}
exec("x = 1", names)
print(sorted(names), type(names["__builtins__"]))
