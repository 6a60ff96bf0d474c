# len of objects whose classes say it in Python, and what they may say.
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class I:
    def __index__(self): return 7
class G:
    def __len__(self):
        yield 1
class S(list):
    def __len__(self): return 99
class Dies:
    def __len__(self): return 3
    def __del__(self): print("died", end=" ")
def size(x): return len(x)
for turn in range(3):
    print(size(L(5)), size(L(True)), size(L(0)), size(L(I())), size(S()), size("abc"), size(Dies()), size(Dies()) + 1)
    for bad in (-1, "x", None, 2.5, 2**70, L(1)):
        try: print(size(L(bad)))
        except Exception as e: print(type(e).__name__, e)
    try: size(G())
    except TypeError as e: print(e)
    try: size(L)
    except TypeError as e: print(e)
    print(bool(L(0)), bool(L(2)), [1] * len(L(2)), len(L(3)) == len(L(3)))
class R:
    def __len__(self): return len(self)
try: len(R())
except RecursionError as e: print(e)
class X:
    def __len__(self): raise KeyError("k")
try: size(X())
except KeyError as e: print(e.__traceback__.tb_next.tb_next.tb_lineno if e.__traceback__.tb_next.tb_next else "no", repr(e))
L.__len__ = lambda self: 11
print(size(L(5)))
del L.__len__
try: size(L(5))
except TypeError as e: print(e)
