# tests/conformance/datetime/zones.py: timezone and tzinfo.
import datetime as D
from datetime import *

for text in [
    'timezone.utc',
    'str(timezone.utc)',
    'timezone(timedelta(hours=5,minutes=30))',
    'str(timezone(timedelta(hours=-5)))',
    'timezone(timedelta(hours=1),"CET")',
    'str(timezone(timedelta(hours=1),"CET"))',
    'timezone(timedelta(hours=25))',
    'timezone(1)',
    'timezone(timedelta(0))',
    'timezone.utc.utcoffset(None)',
    'timezone.utc.tzname(None)',
    'timezone(timedelta(0)) == timezone.utc',
    'timezone(timedelta(seconds=3661)).tzname(None)',
    'timezone.utc.dst(None)',
    'timezone.min,timezone.max',
    'UTC',
    'D.MINYEAR,D.MAXYEAR',
    'tzinfo()',
    'datetime(2024,1,1,tzinfo=tzinfo())',
    'datetime(2024,1,1,tzinfo=tzinfo()).utcoffset()',
    'timezone.utc.fromutc(datetime(2024,1,1,tzinfo=timezone.utc))',
    'hash(timezone.utc)==hash(timezone(timedelta(0)))',
    'timezone(timedelta(hours=1),5)',
    'timezone()',
]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, type(error), error)

class TZ(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(hours=1)
    def tzname(self, dt): return "TZ"
d = datetime(2024,5,17,1,2,tzinfo=TZ())
print(d.tzname(), d.dst(), d.utcoffset(), d.isoformat(), d.timetuple().tm_isdst, d.astimezone(timezone.utc))
print(d == datetime(2024,5,17,0,2,tzinfo=timezone.utc), hash(d) == hash(datetime(2024,5,17,0,2,tzinfo=timezone.utc)))
class MyDate(date):
    def hi(self): return "hi"
m = MyDate(2024,1,1)
print(repr(m), (m+timedelta(1)), type(m+timedelta(1)), MyDate.today().hi(), m.replace(day=2))
class MyDT(datetime): pass
print(repr(MyDT(2024,1,1)), MyDT(2024,1,1)+timedelta(1), repr(MyDT.strptime("2024","%Y")))
try: d.year = 5
except AttributeError as e: print(e)
print(datetime.now() < datetime(2300,1,1), date.today() < date(2300,1,1), datetime.now(timezone.utc).tzinfo, datetime.utcnow().tzinfo)
for x in (timedelta, date, time, datetime, timezone, tzinfo, datetime(2024,1,1).isocalendar()): print(x)
print(type(date(2024,1,1).isocalendar()).__name__, date(2024,1,1).isocalendar().week)
