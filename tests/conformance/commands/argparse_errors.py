# tests/conformance/commands/argparse_errors.py: what a parser says of a bad command line, and how it ends.
import argparse


def positive(text):
    if int(text) < 0:
        raise argparse.ArgumentTypeError("must be positive")
    return int(text)


p = argparse.ArgumentParser(prog="demo")
p.add_argument("src")
p.add_argument("-n", "--num", type=positive)
p.add_argument("--mode", choices=["fast", "slow"])
p.add_argument("--pair", nargs=2)
p.add_argument("--yes", action="store_true")
p.add_argument("--year")
either = p.add_mutually_exclusive_group(required=True)
either.add_argument("--on", action="store_true")
either.add_argument("--off", action="store_true")
for line in ("", "x --on -n z", "x --on --num=-3", "x --on --mode z", "x --on --nope", "x y --on",
             "x --on --pair 1", "x --on --off", "x", "x --on --ye", "x --on -n", "x --on --yes=3"):
    try:
        p.parse_args(line.split())
    except SystemExit as end:
        print(line, end.code)
for action in (lambda: p.add_argument("-n"), lambda: p.add_argument("x", required=True),
               lambda: p.add_argument("--y", type=3), lambda: p.add_argument("--z", nargs=0)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
p.parse_args([])
