# tests/conformance/weakref/methods_and_finalizers.py: WeakMethod, finalize, and what is left at the end of the process.
import weakref


class Button:
    def click(self):
        return "clicked"


button = Button()
method = weakref.WeakMethod(button.click)
print(weakref.ref(button.click)(), method()(), method() == button.click)
print(method == weakref.WeakMethod(button.click))
finalizer = weakref.finalize(button, print, "finalised", 1, sep="-")
print(finalizer.alive, finalizer.atexit, finalizer.peek()[2:], repr(finalizer).split(" at ")[0])
called = weakref.finalize(button, lambda: "result")
print(called(), called(), called.alive)
detached = weakref.finalize(button, print, "never")
print(detached.detach()[2], detached.detach())
del button
print(finalizer.alive, finalizer.peek(), method())
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print(error)
kept = Button()
weakref.finalize(kept, print, "at exit: first made")
weakref.finalize(kept, print, "at exit: last made")
weakref.finalize(kept, print, "not at exit").atexit = False
print("end of script")
