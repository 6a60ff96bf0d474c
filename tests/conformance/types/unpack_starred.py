# A star takes what is left, of any iterable.
a, *b = (1, 2, 3)
print(a, b)
*a, b = [1]
print(a, b)
a, *b, c = [1, 2]
print(a, b, c)
try:
    a, *b, c = (1,)
except ValueError as e:
    print(e)
a, *b, c = 'héllo'
print(a, b, c)

class T(tuple):

    def __iter__(s):
        return iter((9, 8, 7))
a, *b = T((1, 2))
print(a, b)
l = [[1], [2], [3]]
x, *y = l
y[0].append(5)
print(l, x)

def f():
    for i, *j in [(1, 2, 3), (4,)]:
        print(i, j)
f()

class D:

    def __del__(s):
        print('del')
p, *q, r = (D(), D(), 1)
del q
print('x')
del p
