# csv.writer: what is quoted or escaped, in every dialect.
import csv
import io

opts = [{}, {"delimiter": ";"}, {"quotechar": "'"}, {"escapechar": "\\"}, {"skipinitialspace": True}, {"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_NONNUMERIC}, {"strict": True}, {"doublequote": False, "escapechar": "\\"}, {"dialect": "excel-tab"}]
rows = [["a", 1, 2.5, None, True], ["q\"x", "a,b", "l\nm", "\r", ""], [""], [None], [], ["é", "x;y", "t\tz", "\\"], (i for i in range(2)), "str", {"k": 1}, 5, [1j, b"b", [1]]]
for o in opts + [{"quoting": csv.QUOTE_ALL}, {"lineterminator": "\n"}, {"dialect": "unix"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}]:
    o = {k: v for k, v in o.items() if k != "strict"}
    for r in rows:
        if not isinstance(r, (list, str, dict, int)): r = tuple(range(2))
        f = io.StringIO(newline="")
        try: n = csv.writer(f, **o).writerow(r); print(o, r, n, repr(f.getvalue()))
        except Exception as e: print(o, r, type(e).__name__, e)
