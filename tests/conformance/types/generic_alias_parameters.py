# tests/conformance/types/generic_alias_parameters.py: what list[int] says about itself.
import types

alias = dict[str, list[int]]
print(alias, alias.__origin__, alias.__args__, alias.__parameters__, type(alias))
print(list[int] == list[int], hash(list[int]) == hash(list[int]), list[int]([1, 2]),
      isinstance(alias, types.GenericAlias), int | str, type(int | str) is types.UnionType)
for act in (lambda: list[int][str], lambda: isinstance([], list[int]), lambda: int[str],
            lambda: types.UnionType(1)):
    try:
        print(act())
    except TypeError as error:
        print(error)
