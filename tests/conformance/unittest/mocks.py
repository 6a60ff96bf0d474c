# tests/conformance/unittest/mocks.py: objects that remember what is done with them.
import asyncio
import os
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, patch, sentinel

m = Mock()
m.foo(1, a=2)
m.bar.baz("x")
print(m.mock_calls, m.method_calls, m.foo.call_args, m.foo.called, m.foo.call_count)
m.foo.assert_called_once_with(1, a=ANY)
m.foo(5)
for action in (lambda: m.foo.assert_called_with(3), lambda: m.foo.assert_not_called(),
               lambda: m.foo.assert_called_once(), lambda: m.nope.assert_called(),
               lambda: m.foo.assert_any_call(9), lambda: m.foo.assert_has_calls([call(7)]),
               Mock(side_effect=KeyError("k")), lambda: Mock(spec=["a"]).b,
               lambda: Mock(spec=dict).zzz, lambda: len(Mock()), lambda: Mock().assert_foo()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
steps = Mock(side_effect=[1, 2])
print(steps(), steps(), Mock(return_value=3)(), Mock(side_effect=lambda x: x * 2)(4))
g = MagicMock()
g.__len__.return_value = 7
g.__getitem__.side_effect = lambda key: key
print(len(g), g["q"], list(g), int(g), 3 in g, isinstance(Mock(spec=dict), dict))


class A:
    x = 1

    def method(self):
        return "real"


with patch("os.getcwd", return_value="/fake") as fake:
    print(os.getcwd(), fake.called)
with patch.object(A, "method", return_value="mocked"):
    print(A().method())
with patch.object(A, "x", new_callable=PropertyMock, return_value=77):
    print(A().x)
print(A().method(), A.x, sentinel.thing, call.foo.bar(3))
with patch.dict(os.environ, {"NEW": "1"}, clear=True):
    print(dict(os.environ))


@patch("os.getpid")
def patched(getpid):
    getpid.return_value = 9
    return os.getpid()


async def main():
    waited = AsyncMock(return_value=4)
    print(await waited(1))
    waited.assert_awaited_once_with(1)


print(patched())
asyncio.run(main())
