# tests/conformance/binary/uuids.py: identifiers, their parts and forms.
import secrets
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.version, u.variant)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"))
x = uuid.uuid4()
print(len(str(x)), x.version, x == x, uuid.uuid4() == x, x.is_safe, uuid.uuid1().version)
print({u: 1}, sorted([uuid.UUID(int=2), uuid.UUID(int=1)]))
for action in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: setattr(u, "int", 3),
               lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"),
               lambda: uuid.UUID(fields=(1, 2, 3, 4, 5, 6)), lambda: secrets.randbelow(0),
               lambda: secrets.choice([])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(len(secrets.token_bytes(4)), len(secrets.token_hex(8)), secrets.choice([7]))
