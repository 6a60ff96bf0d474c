x = "\ud800"
print(x)
