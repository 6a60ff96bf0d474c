# tests/conformance/processes/listener_and_client.py: connections by an address, with a key.
from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Listener


def ask(address, key):
    try:
        with Client(address, authkey=key) as connection:
            connection.send("question")
            print(connection.recv())
    except AuthenticationError as error:
        print(error)


if __name__ == "__main__":
    with Listener(authkey=b"secret") as listener:
        process = Process(target=ask, args=(listener.address, b"secret"))
        process.start()
        with listener.accept() as connection:
            print(connection.recv())
            connection.send("answer")
        process.join()
        process = Process(target=ask, args=(listener.address, b"wrong"))
        process.start()
        try:
            listener.accept()
        except AuthenticationError as error:
            print(error)
        process.join()
