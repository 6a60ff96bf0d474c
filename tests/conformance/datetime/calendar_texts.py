# tests/conformance/datetime/calendar_texts.py: calendar as text and as HTML.
import calendar

print(calendar.month(2024, 2))
text = calendar.TextCalendar(calendar.SUNDAY)
print(text.formatmonth(2023, 12))
text.prmonth(2023, 11)
print(calendar.TextCalendar(3).formatmonth(2024, 9, 4))
print(calendar.calendar(2023))
print(calendar.HTMLCalendar().formatmonth(2023, 3))
print(calendar.weekheader(3), calendar.week([(1, 2), (0, 3)], 3))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.month(2024, 2), calendar.firstweekday())
