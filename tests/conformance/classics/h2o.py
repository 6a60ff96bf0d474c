# Building H2O (Little Book of Semaphores, 5.6): two of hydrogen and one of oxygen bond at a time.
import threading

mutex, barrier = threading.Semaphore(1), threading.Barrier(3)
hydrogen_queue, oxygen_queue = threading.Semaphore(0), threading.Semaphore(0)
hydrogen = oxygen = 0
bonds, bonds_lock = [], threading.Lock()


def bond(atom):
    with bonds_lock:
        bonds.append(atom)


def make_oxygen():
    global hydrogen, oxygen
    mutex.acquire()
    oxygen += 1
    if hydrogen >= 2:
        hydrogen_queue.release(2)
        hydrogen -= 2
        oxygen_queue.release()
        oxygen -= 1
    else:
        mutex.release()
    oxygen_queue.acquire()
    bond("O")
    barrier.wait()
    mutex.release()


def make_hydrogen():
    global hydrogen, oxygen
    mutex.acquire()
    hydrogen += 1
    if hydrogen >= 2 and oxygen >= 1:
        hydrogen_queue.release(2)
        hydrogen -= 2
        oxygen_queue.release()
        oxygen -= 1
    else:
        mutex.release()
    hydrogen_queue.acquire()
    bond("H")
    barrier.wait()


atoms = [make_hydrogen, make_oxygen, make_hydrogen] * 4
threads = [threading.Thread(target=atom) for atom in atoms]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(["".join(sorted(bonds[at:at + 3])) for at in range(0, len(bonds), 3)])
