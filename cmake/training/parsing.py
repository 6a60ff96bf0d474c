# A parser by recursive descent, an evaluator with a stack, a writer: text in, objects, text out.
class Source:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def peek(self):
        while self.at < len(self.text) and self.text[self.at] in " \n\t":
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def expect(self, wanted):
        if self.peek() != wanted:
            raise SyntaxError(f"{wanted!r} expected at {self.at}")
        self.at += 1


def value(source):
    first = source.peek()
    if first == "{":
        return mapping(source)
    if first == "[":
        return sequence(source)
    if first == '"':
        return string(source)
    start = source.at
    while source.at < len(source.text) and source.text[source.at] not in ",]} \n":
        source.at += 1
    word = source.text[start : source.at]
    if word in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[word]
    return float(word) if "." in word else int(word)


def string(source):
    source.expect('"')
    end = source.text.index('"', source.at)
    text = source.text[source.at : end]
    source.at = end + 1
    return text


def sequence(source):
    source.expect("[")
    items = []
    while source.peek() != "]":
        items.append(value(source))
        if source.peek() == ",":
            source.at += 1
    source.expect("]")
    return items


def mapping(source):
    source.expect("{")
    items = {}
    while source.peek() != "}":
        key = string(source)
        source.peek()
        source.expect(":")
        items[key] = value(source)
        if source.peek() == ",":
            source.at += 1
    source.expect("}")
    return items


def write(node):
    if node is None:
        return "null"
    if isinstance(node, bool):
        return "true" if node else "false"
    if isinstance(node, (int, float)):
        return repr(node)
    if isinstance(node, str):
        return '"' + node + '"'
    if isinstance(node, list):
        return "[" + ", ".join([write(item) for item in node]) + "]"
    return "{" + ", ".join(f'"{key}": {write(item)}' for key, item in node.items()) + "}"


def evaluate(words):
    stack = []
    for word in words:
        if word in "+-*":
            right, left = stack.pop(), stack.pop()
            if word == "+":
                stack.append(left + right)
            elif word == "-":
                stack.append(left - right)
            else:
                stack.append(left * right % 1009)
        else:
            stack.append(int(word))
    return stack[0]


document = {"rows": [{"id": n, "name": f"row {n}", "on": n % 2 == 0, "at": n / 4, "none": None,
                      "tags": ["a", "b", str(n)]} for n in range(40)]}
text = write(document)
for turn in range(90):
    parsed = value(Source(text))
    text = write(parsed)
print(len(text), parsed == document)
print(sum(evaluate(f"{n} 7 + 3 * {n % 5} - 11 +".split()) for n in range(20000)))
