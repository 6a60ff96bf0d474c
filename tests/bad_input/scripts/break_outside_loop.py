def f():
    for i in []:
        pass
    break
