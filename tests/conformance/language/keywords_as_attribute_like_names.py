# tests/conformance/language/keywords_as_attribute_like_names.py: soft keywords and underscores
# are ordinary names.
match = 1
case = [2]
type_ = 3
_ = 4
__x = 5
print(match, case[0], type_, _, __x)
match += 1
print(match, (match, case))
