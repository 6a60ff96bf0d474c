# tests/conformance/pickle/bad_reduce.py: what __reduce__ must not return.
import pickle

class Bad:
    def __init__(self, result):
        self.result = result

    def __reduce__(self):
        return self.result

for result in (5, None, (), (int,), (5, ()), (int, 5), (int, (), None, 5), (int, (), None, None, 5),
               (int, (), None, None, None, 5), (int, (), 1, 2, 3, 4, 5), "missing"):
    try:
        pickle.dumps(Bad(result))
    except pickle.PicklingError as error:
        print(str(error).split("<__main__.Bad")[0], str(error).rsplit(">", 1)[-1])

class Arguments:
    def __init__(self, result):
        self.result = result

    def __getnewargs_ex__(self):
        return self.result

for result in ([1], (1,), (1, 2), ((), 2), ((), {})):
    try:
        print(len(pickle.dumps(Arguments(result))))
    except (TypeError, ValueError) as error:
        print(error)
