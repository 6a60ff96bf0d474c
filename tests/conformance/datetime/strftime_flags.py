# strftime: flags and widths of the C library.
import datetime
import time

moment = datetime.datetime(2024, 3, 5, 4, 7, 9)
for form in ("%-d/%-m/%y %-I:%M %p", "%_d|%_H|%_m", "%0e|%-e|%-j", "%^a %^B %#p", "%10d|%5a|%^10b",
             "%-Y|%_10Y|%010m", "%Ey %Od %E", "%-%|%5%", "%-k|%_k|%-l", "%Q|%-Q|%"):
    print(form, "->", moment.strftime(form), "|", time.strftime(form, moment.timetuple()))
