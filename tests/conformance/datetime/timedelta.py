# tests/conformance/datetime/timedelta.py: timedelta: making, arithmetic, texts.
import datetime as D
from datetime import *

for text in [
    'timedelta(days=1,seconds=2,microseconds=3)',
    'timedelta()',
    'timedelta(-1)',
    'timedelta(hours=-5)',
    'str(timedelta(-1,5))',
    'str(timedelta(days=2,hours=3,microseconds=5))',
    'str(timedelta(hours=25))',
    'timedelta(weeks=1,days=1.5)',
    'timedelta(seconds=0.1234567)',
    'timedelta(microseconds=0.5)',
    'timedelta(microseconds=1.5)',
    'timedelta(days=1)/2',
    'timedelta(1)/timedelta(hours=1)',
    'timedelta(1)//7',
    'timedelta(1)//timedelta(hours=5)',
    'timedelta(1)%timedelta(hours=5)',
    'divmod(timedelta(1),timedelta(hours=5))',
    'timedelta(1)*1.5',
    '2*timedelta(1)',
    '-timedelta(1,1)',
    'abs(timedelta(-1))',
    'timedelta(1).total_seconds()',
    'timedelta(microseconds=1).total_seconds()',
    'timedelta(1)+1',
    'timedelta(1)<1',
    'timedelta(1)==1',
    'timedelta(1)>timedelta(hours=23)',
    'hash(timedelta(1))==hash(timedelta(hours=24))',
    'bool(timedelta())',
    'timedelta.min',
    'timedelta.max',
    'timedelta.resolution',
    'timedelta(999999999)+timedelta(1)',
    'timedelta(10**10)',
    'timedelta("1")',
    'timedelta(foo=1)',
    'timedelta(1)/0',
    'timedelta(1)//0',
    'timedelta(1)/timedelta()',
    'timedelta(1).days, timedelta(1).seconds',
]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, type(error), error)
