# tests/conformance/datetime/calendar_days.py: calendar's weeks and days as lists.
import calendar

print(calendar.monthrange(2023, 5), calendar.isleap(2000), calendar.leapdays(1990, 2024))
print(calendar.weekday(2024, 1, 1), calendar.weekday(12024, 1, 1))
print(list(calendar.day_name), list(calendar.month_abbr), calendar.month_name[1:3])
print(calendar.monthcalendar(2023, 2), calendar.timegm((2023, 1, 1, 0, 0, 0)))
print([str(day) for day in calendar.Calendar().itermonthdates(2024, 2)])
print(list(calendar.Calendar(6).itermonthdays2(2024, 2)))
print(list(calendar.Calendar(3).itermonthdays4(2024, 12)))
print(list(calendar.Calendar(3).itermonthdays3(2024, 1))[:3])
print(calendar.Calendar().yeardayscalendar(2023, 5)[2])
print(calendar.Calendar().monthdatescalendar(2023, 2)[0])
print(list(calendar.Calendar(5).iterweekdays()))
for give in (lambda: calendar.monthrange(2023, 13), lambda: calendar.setfirstweekday(9)):
    try:
        give()
    except ValueError as error:
        print(type(error).__name__, error)
