# What the programs of this folder share: their numbers, and threads that all start and all end.
import sys
import threading

numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]


def together(*bodies):
    """Each body: a function and its arguments."""
    threads = [threading.Thread(target=function, args=arguments)
               for function, *arguments in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
