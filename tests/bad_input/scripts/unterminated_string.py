print("never")
name = "no end
print(name)
