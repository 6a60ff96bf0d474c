# os.pipe between a process and those that it forks: bytes, files over them, ends that close.
import os

reads, writes = os.pipe()
if os.fork() == 0:
    os.close(reads)
    with os.fdopen(writes, "w") as out:
        for number in range(3):
            print("line", number, file=out)
    os._exit(0)
os.close(writes)
with os.fdopen(reads) as lines:
    for line in lines:
        print("got", line.rstrip())
    print(lines.closed, lines.readable())
print(os.wait()[1])

reads, writes = os.pipe()
print(os.write(writes, b"abcdef"), os.write(writes, b"gh"), os.read(reads, 2), os.read(reads, 100))
os.close(reads)
try:
    os.write(writes, b"x")
except BrokenPipeError as error:
    print(error)
os.close(writes)
for call in (lambda: os.close(writes), lambda: os.read(99, 1), lambda: os.write(99, b"")):
    try:
        call()
    except OSError as error:
        print(error)

children = []
for number in range(3):
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        os.write(writes, str(number * 10).encode())
        os._exit(number)
    os.close(writes)
    children.append((child, reads))
for child, reads in children:
    print(os.read(reads, 10).decode(), os.waitpid(child, 0)[1] >> 8, os.read(reads, 10))
    os.close(reads)

reads, writes = os.pipe()
if os.fork() == 0:
    os.close(reads)
    os._exit(os.write(writes, b"z" * 200_000) == 200_000)
os.close(writes)
total = 0
while piece := os.read(reads, 65536):
    total += len(piece)
print(total, os.wait()[1] >> 8)
