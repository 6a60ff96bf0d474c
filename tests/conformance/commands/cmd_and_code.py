# tests/conformance/commands/cmd_and_code.py: interpreters of lines, of one's own and of Python.
import cmd
import code
import io


class Shop(cmd.Cmd):
    prompt = "shop> "

    def do_buy(self, arg):
        "buy THING: buys it"
        print("bought", arg)

    def do_sell(self, arg):
        print("sold", arg)

    def do_EOF(self, arg):
        return True

    def help_prices(self):
        print("They vary.")


shop = Shop(stdin=io.StringIO("buy tea\n\nnope\nhelp\n?buy\nhelp sell\nhelp prices\n"))
shop.use_rawinput = False
shop.cmdloop("Welcome")
shop.columnize([f"item{n * n}" for n in range(20)])
interpreter = code.InteractiveInterpreter()
for source in ("1 + 2", "x = [1,", "def f():", "for i in [1]: print(i)", "if 1:\n  print(5)\n", "# nothing"):
    print(repr(source), interpreter.runsource(source))
