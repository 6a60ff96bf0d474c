# Objects in what the library made before the script began: they live there and nowhere else, through
# collections and after a table has grown, and die when they are taken out.
import gc
import logging
import random
import string
import weakref


class Thing:
    def __init__(self, name):
        self.name = name


references = {}


def watch(name):
    thing = Thing(name)
    references[name] = weakref.ref(thing)
    return thing


def alive():
    gc.collect()
    return sum(reference() is not None for reference in references.values())


string.held = watch("attribute of a module")
random.Random.held = watch("attribute of a class")
logging.root.held = watch("attribute of an instance")
string.capwords.held = watch("attribute of a function")
print(alive())
for index in range(200):
    setattr(string, f"held_{index}", watch(index))
print(alive(), string.held.name, string.held_199.name)
for index in range(200):
    delattr(string, f"held_{index}")
print(alive(), random.Random.held.name, logging.root.held.name, string.capwords.held.name)
del string.held, random.Random.held, logging.root.held, string.capwords.held
print(alive())
