# ast: only what needs no syntax tree. A literal is read token by token, after the compiler has
# found that it is an expression.
import re

__all__ = ["literal_eval"]

_TOKEN = re.compile(r"""\s*(?:\\\n\s*|\#[^\n]*\n\s*)*(?:
    (?P<text>(?:[rR]?[bB]?|[bB][rR]|[uU])
        (?:'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))
  | (?P<number>0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+
        |(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?[\d_]+)?[jJ]?)
  | (?P<name>\.\.\.|\w+)
  | (?P<sign>[^\w\s]))""", re.VERBOSE | re.DOTALL)
_NAMES = {"True": True, "False": False, "None": None, "...": ...}


class _Literal:
    def __init__(self, source):
        self._source = source
        self._at = 0
        self._next()

    def _next(self):
        found = _TOKEN.match(self._source, self._at)
        self._start = self._at
        self._kind, self._token = (found.lastgroup, found[found.lastgroup]) if found else ("", "")
        self._at = found.end() if found else len(self._source)

    def _malformed(self, node):
        line = self._source.count("\n", 0, self._start) + 1
        raise ValueError(f"malformed node or string on line {line}: "
                         f"<ast.{node} object at {id(self):#x}>")

    def _takes(self, sign):
        if self._token != sign or self._kind != "sign":
            return False
        self._next()
        return True

    def whole(self):
        value = self._value()
        if self._takes(","):
            value = (value, *self._items(""))
        if self._token:
            self._malformed("BinOp")
        return value

    # A value, and what may stand behind one: `1 + 2j`.
    def _value(self):
        value = self._signed()
        if self._token in ("+", "-") and type(value) in (int, float):
            sign = self._token
            self._next()
            imaginary = self._number() if self._kind == "number" else None
            if type(imaginary) is not complex:
                self._malformed("BinOp")
            value = value + imaginary if sign == "+" else value - imaginary
        if self._token not in ("", ",", ":", ")", "]", "}"):
            self._malformed({"(": "Call", "[": "Subscript", ".": "Attribute"}.get(
                self._token, "BinOp"))
        return value

    def _signed(self):
        if self._token in ("+", "-") and self._kind == "sign":
            sign = self._token
            self._next()
            if self._kind != "number":
                self._malformed("UnaryOp")
            return self._number() if sign == "+" else -self._number()
        if self._kind == "number":
            return self._number()
        if self._kind == "text":
            return self._text()
        if self._kind == "name":
            return self._named()
        if self._takes("("):
            return self._parenthesis()
        if self._takes("["):
            return list(self._items("]"))
        if self._takes("{"):
            return self._braces()
        if self._takes("*"):
            if self._takes("*"):
                raise ValueError("malformed node or string: None")
            self._malformed("Starred")
        self._malformed("UnaryOp")

    def _number(self):
        value = eval(self._token)  # a number's token can be nothing else
        self._next()
        return value

    def _text(self):
        parts = []
        while self._kind == "text":
            parts.append(self._token)
            self._next()
        return eval(" ".join(parts))  # so can a string's

    def _named(self):
        name = self._token
        self._next()
        if name in _NAMES:
            return _NAMES[name]
        if name == "set" and self._takes("(") and self._takes(")"):
            return set()
        if self._kind == "text":
            self._malformed("JoinedStr")
        self._malformed("Call" if self._token == "(" else "Name")

    def _items(self, end):
        items = []
        while self._token and self._token != end:
            items.append(self._value())
            if not self._takes(","):
                break
        if end and not self._takes(end):
            self._malformed("ListComp")
        return items

    def _parenthesis(self):
        if self._takes(")"):
            return ()
        first = self._value()
        if self._takes(")"):
            return first
        return (first, *self._items(")")) if self._takes(",") else self._malformed("GeneratorExp")

    def _braces(self):
        if self._takes("}"):
            return {}
        first = self._value()
        if self._token != ":":
            if not self._takes(","):
                return {first} if self._takes("}") else self._malformed("SetComp")
            return {first, *self._items("}")}
        found = {}
        while True:
            if not self._takes(":"):
                self._malformed("Dict")
            found[first] = self._value()
            if self._takes("}"):
                return found
            if not self._takes(","):
                self._malformed("DictComp")
            if self._takes("}"):
                return found
            first = self._value()


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    source = node_or_string.lstrip(" \t")
    compile(source, "<unknown>", "eval")
    return _Literal(source).whole()
