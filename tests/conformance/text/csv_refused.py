# What csv refuses.
import csv
import io

for bad in ({"delimiter": ""}, {"delimiter": 5}, {"delimiter": ";;"}, {"quotechar": "ab"}, {"quoting": 9}, {"quoting": "x"}, {"lineterminator": 5}, {"foo": 1}, {"quotechar": None}, {"escapechar": 3}, {"dialect": "nope"}, {"quotechar": ""}, {"delimiter": None}):
    try: csv.reader([], **bad); print(bad, "fine")
    except Exception as e: print(bad, type(e).__name__, e)
try: list(csv.reader([b"x"]))
except csv.Error as e: print(e)
try: csv.writer(5)
except TypeError as e: print(e)
try: csv.reader(5)
except TypeError as e: print(e)
