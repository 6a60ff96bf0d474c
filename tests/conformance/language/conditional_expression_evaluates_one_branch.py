# tests/conformance/language/conditional_expression_evaluates_one_branch.py: a conditional
# expression evaluates only the chosen branch, and nests to the right.
def t(name, value):
    print("->", name)
    return value


print(t("yes", 1) if t("cond", True) else t("no", 2))
print(t("yes", 1) if t("cond", False) else t("no", 2))
for n in (5, 50, 500):
    print("small" if n < 10 else "middle" if n < 100 else "big")
