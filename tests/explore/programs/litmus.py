# Litmus tests: threads of reads and writes of variables, as words ("Wx1 Ry", "Rx=a Wy=a").
import sys

from together import together

values = {name: 0 for name in "abcdwxyz"}


def work(text):
    last = 0
    for word in text.split():
        name = word[1]
        if word[0] == "R":
            last = values[name]
        elif "=" in word:
            values[name] = last
        else:
            values[name] = int(word[2:])


threads = sys.argv[1].split("||")
together(*[(work, text) for text in threads])
print(values)
