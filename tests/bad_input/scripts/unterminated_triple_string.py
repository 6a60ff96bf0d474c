x = 1
text = """starts here
and goes on
