# tests/conformance/exceptions/exception_groups_absent_catch_base.py: BaseException clauses catch
# what Exception does not.
for cls in (KeyboardInterrupt, SystemExit, GeneratorExit, ValueError):
    try:
        try:
            raise cls("x")
        except Exception as e:
            print("Exception", repr(e))
    except BaseException as e:
        print("BaseException", repr(e))
