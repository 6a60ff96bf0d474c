# Names that a printed traceback suggests: for NameError and AttributeError themselves only.
class N(NameError): pass
value_one = 1
def t(f):
    import sys
    try: f()
    except Exception: sys.__excepthook__(*sys.exc_info())
def a(): raise N("x", name="value_on")
def b(): raise NameError("x", name="value_on")
class AE(AttributeError): pass
class O: foobar = 1
def c(): raise AE("y", name="foobaz", obj=O())
def d(): raise AttributeError("y", name="foobaz", obj=O())
def e(): import asyncio; asyncio.craete_task
def f():
    def g(): return hidden_value
    del_me = 1
    del del_me
    print(del_me)
for x in (a,b,c,d,e,f): t(x)
def foo():
    something = 3
    print(somethong)
    somethong = 3
try: foo()
except UnboundLocalError as e:
    import sys; sys.__excepthook__(*sys.exc_info())
try: foo()
except UnboundLocalError as e: print(e.name)
