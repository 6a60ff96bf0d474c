# Functions that are C in CPython have a type of their own and do not bind where a class holds one.
import time, math, random, operator, itertools, functools, _thread, threading, os, json, re, heapq, bisect, sys, gc
class A:
    t = time.perf_counter
    now = time.time
    sl = time.sleep
    sq = math.sqrt
    rnd = random.random
    ri = random.randint
    add = operator.add
    l = len
    p = print
    lock = threading.Lock
    pid = os.getpid
    push = heapq.heappush
    ident = _thread.get_ident
    red = functools.reduce
    exc = sys.exc_info
    sz = sys.getsizeof
    d = staticmethod(time.time)
    part = functools.partial(pow, 2)
    im = map
    bs = bisect.bisect
    col = gc.collect
    it = iter
    so = sorted
    getsw = sys.getswitchinterval
a = A()
def t(name, f):
    try: print(name, type(f()).__name__)
    except Exception as e: print(name, type(e).__name__, e)
t('t', lambda: a.t()); t('now', lambda: a.now()); t('sleep', lambda: a.sl(0)); t('sq', lambda: a.sq(4)); t('rnd', lambda: a.rnd())
t('add', lambda: a.add(1,2)); t('l', lambda: a.l([1])); t('lock', lambda: a.lock()); t('pid', lambda: a.pid())
t('push', lambda: a.push([], 1)); t('ident', lambda: a.ident()); t('red', lambda: a.red(lambda x,y:x+y, [1,2]))
t('exc', lambda: a.exc()); t('sz', lambda: a.sz(1)); t('d', lambda: a.d()); t('part', lambda: a.part(3)); t('bs', lambda: a.bs([1],1)); t('col', lambda: a.col())
t('it', lambda: a.it([1])); t('so', lambda: a.so([1])); t('ri', lambda: a.ri(1,2)); t('getsw', lambda: a.getsw())
print(A.t, A.sl, A.lock, A.pid, A.push)
print(type(time.sleep), type(os.getpid), type(math.sqrt), type(sys.exit), type(threading.get_ident), type(heapq.heappush), type(random.random))
import inspect
print(inspect.isbuiltin(time.sleep), inspect.isfunction(time.sleep), inspect.isroutine(time.sleep))
