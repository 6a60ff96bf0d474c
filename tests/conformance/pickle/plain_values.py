# tests/conformance/pickle/plain_values.py: plain values: the bytes of every protocol, and back.
import pickle

values = [None, True, False, 0, 255, 256, 65535, 65536, -1, 2**31 - 1, -2**31, 2**31, -2**63, 2**63,
          10**30, -10**30, 2**2100, 0.0, -0.5, 1e300, float("inf"), 1 + 2j, "", "a", "é€😀", "a\nb\\",
          "\ud800", "x" * 300, b"", b"abc", b"\xff" * 300, bytearray(b"ab"), Ellipsis,
          NotImplemented]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for value in values:
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print(protocol, data if len(data) < 80 else (len(data), data[:20]), back == value,
              type(back) is type(value))
