# tests/conformance/pickle/bad_pickles.py: bytes that are no pickle, or no whole one.
import io
import pickle

for data in (b"", b"\x80", b"\x80\x04", b"\x80\x04K", b"\x80\x06.", b"x", b"\x00", b".", b"N", b"(N",
             b"Na.", b"NNa.", b"h\x00.", b"t.", b"\x85.", b"N\x86.", b"cnowhere\nname\n.",
             b"cbuiltins\nnothing\n.", b"c", b"cos", b"\x80\x04\x95\xff" + b"\0" * 7 + b"N.", b"N}b.",
             b"NR.", b"N)R.", b"N)\x81.", b"K\x01K\x02\x93.", b"Q", b"NQ.", b"(K\x01u.", b"}(K\x01u.",
             b"N(s.", b"X\x01\0\0\0\xff.", b"Iab\n.", b"Sabc\n.", b"\x82\x01.", b"p0\n.", b"g5\n.",
             b"\xff", b"hello", b"}]Ns.", pickle.dumps([1, 2])[:-3]):
    for load in (pickle.loads, lambda data: pickle.load(io.BytesIO(data))):
        try:
            print(load(data))
        except Exception as error:
            text = str(error).split(" on <")[0]
            print(data, type(error).__module__, type(error).__name__, text)
for load, value in ((pickle.loads, "text"), (pickle.loads, 5), (pickle.load, 5)):
    try:
        load(value)
    except TypeError as error:
        print(error)
