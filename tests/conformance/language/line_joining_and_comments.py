# tests/conformance/language/line_joining_and_comments.py: explicit and implicit line joining,
# comments, semicolons, blank lines.
x = 1 + \
    2
y = [1,  # one

     2,
     # a comment alone
     3,
     ]; z = x; print(x, y, z)
if x: print("same line"); print("second")
def f(
    a,
    b=2,
): return a + b
print(f(
    1
))
if True:
	print("a tab indents")
