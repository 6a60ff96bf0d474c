# tests/conformance/formatting/str_format_errors.py: what str.format says about wrong templates.
for template, args in (("{}{}", (1,)), ("{x}", ()), ("{", ()), ("}", ()), ("{0}{}", (1, 2)), ("{!z}", (1,)), ("{0.y}", (1,)), ("{0[5]}", ([1],)), ("{:{:{}}}", (1, 2, 3)), ("{0[}", ([],)), ("{!}", (1,)), ("{!rx}", (1,))):
    try:
        print(template.format(*args))
    except (ValueError, IndexError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
