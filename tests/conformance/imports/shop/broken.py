# tests/conformance/imports/shop/broken.py: a module whose body raises.
before = 1
print("broken begins")
raise ValueError("no bread today")
