# tests/conformance/types/names_of_builtins.py: what builtins has, and the texts of what site adds.
import builtins

print([name for name in dir(builtins) if name != "__build_class__"])
print(help)
print(license)
print(exit, quit)
print(type(help).__name__, type(copyright).__name__, callable(credits), callable(breakpoint))
