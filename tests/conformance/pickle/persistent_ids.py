# tests/conformance/pickle/persistent_ids.py: objects that stay outside of the pickle.
import io
import pickle

class Record:
    def __init__(self, key):
        self.key = key

class Writer(pickle.Pickler):
    def persistent_id(self, obj):
        return ("Record", obj.key) if isinstance(obj, Record) else None

class Reader(pickle.Unpickler):
    def __init__(self, file, database):
        super().__init__(file)
        self.database = database

    def persistent_load(self, number):
        kind, key = number
        if kind != "Record":
            raise pickle.UnpicklingError("unsupported persistent object")
        return self.database[key]

database = {key: Record(key) for key in (1, 2)}
for protocol in range(1, 6):
    file = io.BytesIO()
    Writer(file, protocol).dump([database[1], {"two": database[2]}, (database[1], "x", "x")])
    print(file.getvalue())
    file.seek(0)
    back = Reader(file, database).load()
    print(back[0] is database[1], back[1]["two"] is database[2], back[2][0] is back[0])
try:
    pickle.loads(file.getvalue())
except pickle.UnpicklingError as error:
    print(error)
