# tests/conformance/futures/names_in_module.py: what the module has, and where its classes say
# they are from.
import concurrent.futures as cf
from concurrent.futures import thread

for name in ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"):
    print(getattr(cf, name))
for cls in (cf.Future, cf.Executor, cf.ThreadPoolExecutor, cf.CancelledError, cf.BrokenExecutor,
            cf.InvalidStateError, thread.BrokenThreadPool):
    print(cls, cls.__mro__[1].__name__)
print(cf.Future[int], cf.wait.__module__)
