# tests/conformance/datetime/times.py: time of day: making, texts, comparing.
import datetime as D
from datetime import *

for text in [
    'time(1,2,3,4)',
    'time(1,2)',
    'time(1)',
    'time()',
    'str(time(1,2,3)),str(time(1,2,3,4))',
    'time(25)',
    'time(1,60)',
    'time(1,2,3,tzinfo=timezone.utc)',
    'str(time(1,2,3,tzinfo=timezone.utc))',
    'time(1,2).isoformat("milliseconds")',
    'time(1,2).isoformat("hours")',
    'time(1,2).isoformat("foo")',
    'time.fromisoformat("01:02:03.5")',
    'time.fromisoformat("T010203")',
    'time.fromisoformat("01:02:03+05:30")',
    'time.fromisoformat("1:2")',
    'time(1,2)<time(1,3)',
    'time(1,2).replace(hour=5)',
    'time(1,2,3,456).strftime("%H:%M:%S.%f")',
    'time(13,2).strftime("%I:%M %p")',
    'bool(time())',
    'time(1,fold=1)',
    'time(1,2).utcoffset()',
    'time.min,time.max,time.resolution',
    'time(1,tzinfo=timezone.utc)<time(1)',
    'time(1,tzinfo=timezone.utc)==time(1)',
]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, type(error), error)
