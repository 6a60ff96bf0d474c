# tests/conformance/pickle/old_pickles.py: opcodes that only old protocols have.
import pickle

for data in (b"I5\n.", b"I01\n.", b"I00\n.", b"L5L\n.", b"L-7\n.", b"F1.5\n.", b"S'abc'\n.",
             b"S\"a\\n\"\n.", b"U\x03abc.", b"T\x02\0\0\0ab.", b"Vab\\u1234\n.", b"(lp0\nI1\na.",
             b"(dp0\nS'a'\nI1\ns.", b"(I1\nI2\ntp0\n0g0\n.", b"(cbuiltins\nset\n(lo.",
             b"(ibuiltins\nlist\n.", b"c__builtin__\nunicode\n.", b"cexceptions\nValueError\n.",
             b"ccopy_reg\n_reconstructor\n.", b"N2\x86.", b"(NN1N.", b"N0N.", b"(K\x01K\x02d.",
             b"\x8f(K\x01\x90.", b"(K\x01K\x02\x91.", b"]K\x01a."):
    print(data, pickle.loads(data))
for encoding in ("latin-1", "bytes"):
    print(pickle.loads(b"U\x01\xe9.", encoding=encoding))
try:
    pickle.loads(b"U\x01\xe9.")
except UnicodeDecodeError as error:
    print(error)
