# How `string.Formatter` takes fields apart: here it does so itself.
import unittest


def formatter_parser(*_):
    raise unittest.SkipTest("asks for CPython's inside")


formatter_field_name_split = formatter_parser
