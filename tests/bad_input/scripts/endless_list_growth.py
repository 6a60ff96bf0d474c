x = []
while True:
    x.append("item" * 10)
