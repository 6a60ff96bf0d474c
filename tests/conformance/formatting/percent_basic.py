# tests/conformance/formatting/percent_basic.py: %-formatting of every conversion.
print("%s %r %a %d %i %u %c %c %%" % ("é", "é", "é", 42, -3, 7, 65, "B"))
print("%x %X %o %#x %#X %#o" % (255, 255, 8, 255, 255, 8), "%e %E %f %F %g %G" % (1234.5, 1234.5, 1.5, 1.5, 1e-10, 1e20))
print("%5d|%-5d|%05d|%+d|% d|%5.1f|%-8.3f|%08.2f|%.0f" % (42, 42, 42, 42, 42, 3.14159, 3.14159, -3.14159, 2.5))
print("%10s|%-10s|%.2s|%5.1s|%*d|%-*d|%.*f" % ("abc", "abc", "abc", "abc", 5, 42, 5, 42, 2, 3.14159))
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.25}, "%s" % [1], "%s %s" % (1, (2,)), "%d" % 3.99, "%s" % None, "%.3d" % 5, "%s" % ((1, 2),))
