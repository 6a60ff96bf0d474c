class C:
    x = yield 5
