# tests/conformance/types/index_arguments.py: what has __index__ or a buffer stands for an int or bytes.
import array


class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


I = Number
show(lambda: "abc".center(I(9),'*'))
show(lambda: "a b c".split(None,I(1)))
show(lambda: [1,2].pop(I(0)))
show(lambda: [1,2].insert(I(0),3))
show(lambda: "abc".find("c",I(1)))
show(lambda: range(I(3)))
show(lambda: chr(I(65)))
show(lambda: (1,2,3).index(2,I(0)))
show(lambda: "ab"*I(2))
show(lambda: [1]*I(2))
show(lambda: int.to_bytes(5,I(2),'big'))
show(lambda: round(2.567,I(1)))
show(lambda: bytes(I(3)))
show(lambda: bytes([I(3)]))
show(lambda: bytearray(b'a').append(I(3)))
show(lambda: b'abc'.find(I(98)))
show(lambda: b"abc".center(I(9)))
show(lambda: hex(I(5)))
show(lambda: "%d"%I(3))
show(lambda: "%x"%I(3))
show(lambda: f"{I(3)!s:>3}"[:2])
show(lambda: b'a' in memoryview(b'a'))
show(lambda: b'a'+memoryview(b'b'))
show(lambda: bytearray(b'a').__iadd__(memoryview(b'b')))
show(lambda: b','.join([memoryview(b'a'),bytearray(b'c')]))
show(lambda: b'abc'.startswith(memoryview(b'a')))
show(lambda: b'abc'.replace(memoryview(b'a'),b'x'))
show(lambda: b'abc'==memoryview(b'abc'))
show(lambda: memoryview(b'abc')==b'abc')
show(lambda: b'abc'.translate(memoryview(bytes(256))))
show(lambda: b'%s'%memoryview(b'x'))
show(lambda: str(memoryview(b'x'),'ascii'))
show(lambda: int(memoryview(b'12')))
show(lambda: float(memoryview(b'12')));t(lambda:int(bytearray(b'12')))
show(lambda: b','.join([array.array('b',[65])]))
show(lambda: b'A'==array.array('b',[65]))
show(lambda: bytearray(b'x')+array.array('b',[65]))
show(lambda: memoryview(array.array('b',[65])).tobytes())
show(lambda: b'A' < memoryview(b'B'))
show(lambda: b''.join(iter([memoryview(b'q')])))
show(lambda: bytearray(b"abc").__setitem__(0, I(66)))
show(lambda: bytes.fromhex(memoryview(b'aa')))
show(lambda: bytearray(b'abc').insert(I(1), I(2)))
show(lambda: b"ab".hex(":", I(1)))
show(lambda: bytes.maketrans(memoryview(b'a'),b'b')[97])
show(lambda: "abc".center("x"))
show(lambda: b"abc".find(1.5))
show(lambda: "a".join([1]))
show(lambda: b"".join([1]))
show(lambda: bytes([object()]))
