# tests/conformance/language/for_else_runs_without_break.py: the `else` of a loop runs when the
# loop was not left by `break`.
for stop in (2, 9):
    for i in range(4):
        if i == stop:
            print("break at", i)
            break
    else:
        print("no break", i)
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("while ended")
for x in []:
    print("never")
else:
    print("empty loop too")
