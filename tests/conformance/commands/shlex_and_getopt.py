# tests/conformance/commands/shlex_and_getopt.py: words of a command line, and options in the style of C.
import getopt
import shlex

for text in ("a b  c", "a 'b c' \"d e\" f\\ g", "x=\"y z\"", "a # b", "'' a", "a\"b\"c", "\"a\\\"b\""):
    print(shlex.split(text), shlex.split(text, comments=True))
print(list(shlex.shlex("a = 'b c' # d\ne-f")), list(shlex.shlex("a&&b;c", punctuation_chars=True)))
print(shlex.quote("a b"), shlex.quote("it's"), shlex.quote(""), shlex.join(["a", "b c"]))
print(getopt.getopt("-a -b 1 --long=2 --flag x -y".split(), "ab:", ["long=", "flag"]))
print(getopt.gnu_getopt("x -a y -b1 --lo 2 z".split(), "ab:", ["long="]))
for action in (lambda: shlex.split("'a"), lambda: shlex.split("a\\"),
               lambda: getopt.getopt(["-z"], "a"), lambda: getopt.getopt(["-a"], "a:"),
               lambda: getopt.getopt(["--x"], "", ["xa", "xb"]),
               lambda: getopt.getopt(["--flag=1"], "", ["flag"]),
               lambda: getopt.getopt(["--nope"], "", ["flag"])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
