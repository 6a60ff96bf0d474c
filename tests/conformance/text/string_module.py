# tests/conformance/text/string_module.py: string.Template, Formatter, capwords, constants.
import string
from string import Formatter, Template

for text in [
    'Template("$a ${b} $$").substitute(a=1,b=2)',
    'Template("$a $c").substitute(a=1)',
    'Template("$a $c").safe_substitute(a=1)',
    'Template("$ a").substitute()',
    'Template("x\\ny $").substitute()',
    'Template("$a").substitute({"a":2},a=3)',
    'Template("$a $b ${c").safe_substitute(a=1)',
    'Template("$a ${b} $$ $a").get_identifiers()',
    'Template("$a $").is_valid()',
    'Template("$A").template',
    'string.capwords("hello  world")',
    'string.capwords("a-b c","-")',
    'Formatter().format("{0} {} {a}",1,a=2)',
    'Formatter().format("{} {a!r:>5} {b[0]} {c.real:{w}}",1,a="x",b=[1],c=3,w=4)',
    'Formatter().format("{")',
    'Formatter().format("{}")',
    'Formatter().format("{a}")',
    'Formatter().format("{0}{}",1)',
    'Formatter().format("{}{0}",1)',
    'list(Formatter().parse("a{b!r:>3}c{{d}}"))',
    'Formatter().vformat("{0}",(1,),{})',
    'string.punctuation',
    'string.whitespace',
    'Formatter().format("{!x}",1)',
    'Template("$1").substitute()',
    'list(Formatter().parse("a}"))',
    'list(Formatter().parse("{a!}"))',
    'list(Formatter().parse("{a!rr}"))',
    'list(Formatter().parse("{a[}"))',
    'list(Formatter().parse("{a:{b}}x"))',
    'string.Formatter().get_field("a.b[1]",(),{"a":1})',
]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, type(error), error)


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%no $x %a_b %{c_d}").safe_substitute(a_b=1, c_d=2))
print(string.printable, string.ascii_letters, string.hexdigits, string.octdigits)
