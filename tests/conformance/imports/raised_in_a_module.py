# tests/conformance/imports/raised_in_a_module.py: the traceback shows the module's lines.
from failing import divide

try:
    divide(1, 0)
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_next.tb_lineno,
          error.__traceback__.tb_next.tb_frame.f_globals["__name__"])
divide("1", 2)
