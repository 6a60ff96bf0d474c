# tests/conformance/exceptions/matching_order_and_tuples.py: the first matching clause wins;
# subclasses match; tuples match any.
def kind(e):
    try:
        raise e
    except (KeyError, IndexError) as x:
        return "key or index", repr(x)
    except LookupError:
        return "lookup"
    except ArithmeticError:
        return "arithmetic"
    except Exception as x:
        return "other", type(x).__name__
    except:
        return "bare"


for e in (KeyError("k"), IndexError(1, 2), LookupError(), ZeroDivisionError, OverflowError(), ValueError("v"),
          KeyboardInterrupt, StopIteration(5), SystemExit(3)):
    print(kind(e))
