# tests/conformance/tracebacks/in_lambda_and_map.py: entries of lambdas called from built-ins.
print(list(map(lambda x: 10 // x, [5, 0])))
