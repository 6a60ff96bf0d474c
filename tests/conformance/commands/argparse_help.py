# tests/conformance/commands/argparse_help.py: usage and help of a parser.
import argparse

p = argparse.ArgumentParser(prog="demo", description="A demo   program whose long description is "
                            "wrapped by the formatter somewhere around here.", epilog="the end")
p.add_argument("src", help="source")
p.add_argument("dst", nargs="?", default="out", help="dest (default: %(default)s)")
p.add_argument("-n", "--num", type=int, default=3,
               help="number of things to do in this very long help text that wraps over lines")
p.add_argument("-v", "--verbose", action="store_true")
p.add_argument("--mode", choices=["fast", "slow"], default="fast")
p.add_argument("--long-option-name-here", metavar="VALUE", help="x")
p.add_argument("--list", nargs="+")
p.add_argument("--pair", nargs=2, type=float)
p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="on or off")
group = p.add_argument_group("special", "a group of its own")
group.add_argument("--hidden", help=argparse.SUPPRESS)
group.add_argument("--shown", help="shown")
either = p.add_mutually_exclusive_group()
either.add_argument("--on", action="store_true")
either.add_argument("--off", action="store_const", const=5)
p.print_help()
s = argparse.ArgumentParser(prog="tool", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
s.add_argument("--level", default=3, help="the level")
commands = s.add_subparsers(dest="command", help="what to do", title="commands")
add = commands.add_parser("add", help="add a thing", aliases=["a"], description="adds")
add.add_argument("item")
s.print_help()
add.print_help()
