x = 1
try:
    pass
except* ValueError:
    pass
