import math
import tkinter
print("never")
