# tests/conformance/pickle/dates_and_numbers.py: dates, times, decimals, fractions, UUIDs, arrays.
import array
import datetime
import decimal
import fractions
import pickle
import uuid

zone = datetime.timezone(datetime.timedelta(hours=-3), "BRT")
values = [
    datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 2, 3, 4, 5, 6),
    datetime.datetime(2024, 1, 2, tzinfo=zone), datetime.time(1, 2, 3, fold=1),
    datetime.timedelta(1, 2, 3), zone, datetime.timezone.utc, decimal.Decimal("1.50"),
    fractions.Fraction(1, 3), uuid.UUID(int=5), array.array("i", [1, -2])]
for value in values:
    for protocol in (0, 4):
        data = pickle.dumps(value, protocol)
        print(protocol, data)
    back = pickle.loads(data)
    print(type(back) is type(value), back == value, type(value).__name__)
