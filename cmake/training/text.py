# Text: split, join, slice, search, replace, cases, three kinds of formatting, characters.
def report(rows):
    lines = []
    for row in range(rows):
        name = "item" + str(row * 37 % 101)
        lines.append("{:<12}|{:>8.2f}|{:05d}".format(name, row / 7, row % 1000))
        lines.append("%-6s %4d %x %s" % (name[:4], row % 97, row, row % 2 == 0))
        lines.append(f"{name!r:>10} {row:,} {row * 0.25} {row & 15:04b}")
    return "\n".join(lines)


def words(text):
    counts = {}
    for line in text.splitlines():
        for word in line.replace("|", " ").split():
            word = word.strip(".,'").lower()
            if not word:
                continue
            if word.startswith("item") and word[4:].isdigit():
                word = word[:4]
            counts[word] = counts.get(word, 0) + 1
    return counts


def mirror(text):
    out = []
    for letter in text:
        if letter in "aeiou":
            out.append(letter.upper())
        elif "0" <= letter <= "9":
            out.append(chr(ord("0") + (ord(letter) - ord("0") + 5) % 10))
        else:
            out.append(letter)
    return "".join(out)


def vowels(text):
    total = 0
    place = text.find("item")
    while place >= 0:
        total += place % 7
        place = text.find("item", place + 1)
    return total + text.count("e") + len(text.upper()) - len(text.encode())


total = 0
for turn in range(60):
    page = report(400 + turn)
    seen = words(page)
    total += len(seen) + max(seen.values()) + len(mirror(page)) + vowels(page)
    total += sum(len(part) for part in page.partition("\n"))
    total += ";".join(sorted(seen, key=lambda word: (-seen[word], word))[:20]).count(";")
print(total)
