x = 1
y = 3j
print(x + y)
