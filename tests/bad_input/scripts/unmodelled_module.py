import math
import ctypes
print("never")
