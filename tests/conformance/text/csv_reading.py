# csv.reader: quotes, escapes, ends of lines, in every dialect.
import csv
import io

tests = ['a,b,c\n', '"a","b ""q""",c\r\n', 'x,,\n', '\n', 'a;"b;c";d\n', "'a','b'\n", 'a\\,b,c\n', '"multi\nline",2\n', '"open', 'a"b,c\n', '"a"b,c\n', ' a, "b"\n', '1,2.5,"3"\n', 'é,日本\n', 'a\tb\n', 'a,b\rc,d\n']
opts = [{}, {"delimiter": ";"}, {"quotechar": "'"}, {"escapechar": "\\"}, {"skipinitialspace": True}, {"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_NONNUMERIC}, {"strict": True}, {"doublequote": False, "escapechar": "\\"}, {"dialect": "excel-tab"}]
for o in opts:
    for t in tests:
        try: print(o, repr(t), list(csv.reader(io.StringIO(t, newline=""), **o)))
        except Exception as e: print(o, repr(t), type(e).__module__, type(e).__name__, e)
