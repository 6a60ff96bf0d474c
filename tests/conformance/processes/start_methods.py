# tests/conformance/processes/start_methods.py: contexts and start methods.
import multiprocessing

if __name__ == "__main__":
    print(multiprocessing.get_start_method(allow_none=True))
    print(multiprocessing.get_all_start_methods())
    context = multiprocessing.get_context("fork")
    print(context.get_start_method(), type(context.Process()).__name__)
    print(multiprocessing.get_start_method(allow_none=True), multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        print(error)
    multiprocessing.set_start_method("spawn", force=True)
    print(multiprocessing.get_start_method())
    for call in (lambda: multiprocessing.get_context("none"),
                 lambda: context.set_start_method("spawn")):
        try:
            call()
        except ValueError as error:
            print(error)
    print(multiprocessing.cpu_count() == context.cpu_count(), multiprocessing.freeze_support())
