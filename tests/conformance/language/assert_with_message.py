# tests/conformance/language/assert_with_message.py: `assert` raises with its message, evaluated
# only on failure.
def message():
    print("message evaluated")
    return "too small"


for n in (5, 1):
    try:
        assert n > 3, message()
        print("fine", n)
    except AssertionError as e:
        print(repr(e), e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e), e.args)
