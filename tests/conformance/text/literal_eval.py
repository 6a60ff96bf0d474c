# ast.literal_eval: literals, and what it refuses.
import ast

for source in ("1", " -1.5e3", "+7", "0xff", "1_000", "1 + 2j", "-3-4J", "'a' \"b\"", "b'x' rb'\\n'",
               "r'\\d'", "'''three\nlines'''", "u'ü\\u00e9\\n\\x41'", "True", "None", "...", "()", "(1,)",
               "(1, 2, )", "1, 2", "[]", "[1, [2, (3, None)], {'k': {1, 2}}]", "{}", "{'a': 1, 'b': [True],}",
               "{1, 'x', (2,)}", "{1}", "set()", "(((5)))", "[\n 1,  # one\n 2\n]", "{'a': -1, (1, 2): 'x'}",
               "{'s': 'a, b: {c}', \"q\": \"it's\"}", "'\\\\'"):
    value = ast.literal_eval(source)
    print(repr(source), type(value).__name__, value)
for source in ("x", "f()", "__import__('os').system('x')", "1 + 1", "[x for x in (1,)]", "f'{1}'", "a.b", "-'a'",
               "lambda: 0", "1 if 2 else 3", "not 1", "[1][0]", "{**{}}", "'a' + 'b'", "print('hi')", "1 < 2",
               "[1", "a b", "1 +", "{1: 2, 3}", 5, None, [1]):
    try:
        print(source, ast.literal_eval(source))
    except (ValueError, SyntaxError, TypeError) as error:
        text = str(error).partition(": <ast.")[0]
        print(repr(source), type(error).__name__, text)
