# tests/conformance/futures/chain.py: futures that are set by call-backs of others.
from concurrent.futures import Future, ThreadPoolExecutor

def then(future, function):
    chained = Future()

    def finish(done):
        if done.exception():
            chained.set_exception(done.exception())
        else:
            try:
                chained.set_result(function(done.result()))
            except Exception as error:
                chained.set_exception(error)

    future.add_done_callback(finish)
    return chained

with ThreadPoolExecutor(2) as pool:
    future = then(then(pool.submit(int, "20"), lambda n: n + 1), lambda n: n * 2)
    print(future.result())
    print(repr(then(pool.submit(int, "x"), print).exception()))
    print(repr(then(future, lambda n: n / 0).exception()))
