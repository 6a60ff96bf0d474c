# tests/conformance/commands/argparse_values.py: what a command line comes to.
import argparse

p = argparse.ArgumentParser(prog="demo")
p.add_argument("src")
p.add_argument("rest", nargs="*")
p.add_argument("-n", "--num", type=int, default=3)
p.add_argument("-v", action="count", default=0)
p.add_argument("--mode", choices=["fast", "slow"], default="fast")
p.add_argument("--list", nargs="+")
p.add_argument("--add", action="append")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
for line in ("x", "x y z -n 5 -vv", "x --mode=slow --list a b", "x -n5 --num=7", "x --add 1 --add 2",
             "-- -x", "x --mo slow", "-1 x"):
    print(line, p.parse_args(line.split()))
print(p.parse_known_args(["x", "--zz", "1"]))
s = argparse.ArgumentParser(prog="tool")
s.set_defaults(func="none")
commands = s.add_subparsers(dest="command", required=True)
add = commands.add_parser("add")
add.add_argument("item")
add.add_argument("--force", "-f", action="store_true")
remove = commands.add_parser("rm")
remove.add_argument("ids", nargs="*", type=int)
remove.set_defaults(func="remove")
print(s.parse_args(["add", "q", "-f"]), s.parse_args(["rm", "1", "2"]))
print(argparse.Namespace(a=1, **{"b-c": 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1))
p.parse_args(["--version"])
