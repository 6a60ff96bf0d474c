# All solutions of the eight queens, again and again: recursion over three small lists.
def place(row, n, columns, down, up):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        if columns[column] or down[row + column] or up[row - column + n]:
            continue
        columns[column] = down[row + column] = up[row - column + n] = True
        found += place(row + 1, n, columns, down, up)
        columns[column] = down[row + column] = up[row - column + n] = False
    return found


def queens(n):
    return place(0, n, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))


total = 0
while True:
    total += queens(8)
    print(total)
