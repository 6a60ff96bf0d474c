# DictReader and DictWriter; dialects with a name.
import csv
import io

d = csv.DictReader(io.StringIO("a,b\n1,2\n\n3\n4,5,6,7\n"), restkey="more", restval="none")
print(d.line_num, d.fieldnames, [dict(x) for x in d], d.line_num)
d = csv.DictReader(["1,2"], fieldnames=["x", "y"]); print(next(d), list(csv.DictReader([])))
f = io.StringIO(); w = csv.DictWriter(f, ["b", "a"], restval="-"); print(w.writeheader()); w.writerows([{"a": 1}, {"a": 2, "b": 3}]); print(repr(f.getvalue()))
try: w.writerow({"zz": 1})
except ValueError as e: print(e)
try: csv.DictWriter(f, [], extrasaction="x")
except ValueError as e: print(e)
class Pipe(csv.Dialect):
    delimiter = "|"; quoting = csv.QUOTE_MINIMAL; quotechar = '"'; lineterminator = "\n"
csv.register_dialect("pipe", Pipe); csv.register_dialect("semi", delimiter=";"); print(csv.list_dialects(), csv.get_dialect("pipe").delimiter, csv.get_dialect("semi").lineterminator)
print(list(csv.reader(["a|b"], "pipe")), list(csv.reader(["a|b"], Pipe)), list(csv.reader(["a|b"], Pipe())))
csv.unregister_dialect("pipe")
for f in (lambda: csv.get_dialect("pipe"), lambda: csv.unregister_dialect("pipe"), lambda: csv.register_dialect(5)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Bad(csv.Dialect): delimiter = 5
try: Bad()
except csv.Error as e: print(e)
print(csv.field_size_limit(5), csv.field_size_limit())
try: list(csv.reader(["abcdef"]))
except csv.Error as e: print(e)
r = csv.reader(["a,b", "c"]); print(next(r), r.line_num, r.dialect.delimiter, csv.QUOTE_ALL, csv.excel.delimiter, csv.Error.__module__)
