// Escapes and sets of regular expressions.
#include "library/re_scanner.h"
#include "vm/characters.h"

namespace meada::regex {

std::u32string decimal(uint64_t number) {
    const std::string text = std::to_string(number);
    return {text.begin(), text.end()};
}

std::u32string quoted(std::u32string_view text) {
    const bool double_quotes = is_in('\'', text) && !is_in('"', text);
    const char32_t quote = double_quotes ? '"' : '\'';
    std::u32string out(1, quote);
    const auto hex = [&](char32_t c, int width) {
        for (int digit_at = width - 1; digit_at >= 0; --digit_at)
            out += U"0123456789abcdef"[c >> digit_at * 4 & 15];
    };
    for (const char32_t c : text) {
        if (c == '\n') out += U"\\n";
        else if (c == '\t') out += U"\\t";
        else if (c == '\r') out += U"\\r";
        else if (c == quote || c == '\\') (out += '\\') += c;
        else if (is_printable(c)) out += c;
        else if (c < 0x100) out += U"\\x", hex(c, 2);
        else if (c < 0x10000) out += U"\\u", hex(c, 4);
        else out += U"\\U", hex(c, 8);
    }
    return out + quote;
}

bool is_identifier(std::u32string_view name) {
    if (name.empty()) return false;
    for (size_t index = 0; index < name.size(); ++index) {
        const uint32_t wanted = index == 0 ? character_identifier_start
                                           : character_identifier_continue;
        if (!(class_of_character(name[index]) & wanted)) return false;
    }
    return true;
}

namespace {

Node literal(char32_t c, uint32_t flags) {
    Node node{Node::Kind::literal, flags};
    node.character = c;
    return node;
}

uint32_t category_of(char32_t letter) {
    switch (letter) {
        case 'd': return digit;
        case 'D': return not_digit;
        case 's': return space;
        case 'S': return not_space;
        case 'w': return word;
        case 'W': return not_word;
        default: return 0;
    }
}

char32_t control_of(char32_t letter) {
    constexpr std::u32string_view letters = U"abfnrtv\\", controls = U"\a\b\f\n\r\t\v\\";
    const size_t at = letters.find(letter);
    return at == letters.npos ? 0 : controls[at];
}

char32_t number_of(std::u32string_view text, uint32_t base) {
    char32_t number = 0;
    for (const char32_t c : text)
        number = number * base + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    return number;
}

// Behind \x, \u, \U.
void parse_hex(Scanner& scanner, std::u32string_view token, size_t count, Node& out) {
    std::u32string text(token);
    text += scanner.take_while(count, hex_digits);
    if (text.size() != count + 2)
        return scanner.fail(U"incomplete escape " + text, text.size());
    const char32_t c = number_of(std::u32string_view(text).substr(2), 16);
    if (c > 0x10ffff) return scanner.fail(U"bad escape " + text, text.size());
    out.character = c;
}

// What may stand in a set: a character, or one of the categories.
Node parse_set_item(Scanner& scanner, std::u32string_view token, uint32_t flags, bool of_bytes) {
    Node node = literal(token[0], flags);
    if (token.size() == 1) return node;
    const char32_t letter = token[1];
    if (letter == 'b') {
        node.character = '\b';
        return node;
    }
    if (parse_common_escape(scanner, token, flags, of_bytes, node)) return node;
    std::u32string text(token);
    if (is_in(letter, octal_digits)) {
        text += scanner.take_while(2, octal_digits);
        node.character = number_of(std::u32string_view(text).substr(1), 8);
        if (node.character > 0377)
            scanner.fail(U"octal escape value " + text + U" outside of range 0-0o377",
                         text.size());
        return node;
    }
    if (is_in(letter, digits) || is_letter(letter))
        scanner.fail(U"bad escape " + text, text.size());
    node.character = letter;
    return node;
}

}  // namespace

bool parse_common_escape(Scanner& scanner, std::u32string_view token, uint32_t flags,
                         bool of_bytes, Node& out) {
    const char32_t letter = token[1];
    out = literal(letter, flags);
    if (const uint32_t category = category_of(letter)) {
        out.kind = Node::Kind::set;
        out.categories = category;
    } else if (const char32_t control = control_of(letter)) {
        out.character = control;
    } else if (letter == 'x') {
        parse_hex(scanner, token, 2, out);
    } else if (letter == 'u' && !of_bytes) {
        parse_hex(scanner, token, 4, out);
    } else if (letter == 'U' && !of_bytes) {
        parse_hex(scanner, token, 8, out);
    } else if (letter == 'N' && !of_bytes) {
        if (!scanner.take_if('{')) {
            scanner.fail(U"missing {");
            return true;
        }
        scanner.take_until('}', U"character name");
        scanner.fail(U"\\N{...} in a regular expression", 0, Parsed::Wrong::missing);
    } else {
        return false;
    }
    return true;
}

Node parse_set(Scanner& scanner, uint32_t flags, bool of_bytes) {
    const uint32_t start = scanner.place() - 1;
    Node set{Node::Kind::set, flags};
    set.negated = scanner.take_if('^');
    const auto add = [&](const Node& item) {
        set.categories |= item.categories;
        if (item.kind == Node::Kind::literal)
            set.ranges.push_back({item.character, item.character});
    };
    for (bool first = true; !scanner.failed(); first = false) {
        if (scanner.at_end()) {
            scanner.fail_at(U"unterminated character set", start);
            break;
        }
        const std::u32string from(scanner.take());
        if (from == U"]" && !first) break;
        const Node low = parse_set_item(scanner, from, flags, of_bytes);
        if (!scanner.take_if('-')) {
            add(low);
            continue;
        }
        if (scanner.at_end()) {
            scanner.fail_at(U"unterminated character set", start);
            break;
        }
        const std::u32string to(scanner.take());
        if (to == U"]") {
            add(low);
            set.ranges.push_back({'-', '-'});
            break;
        }
        const Node high = parse_set_item(scanner, to, flags, of_bytes);
        if (low.kind != Node::Kind::literal || high.kind != Node::Kind::literal ||
            high.character < low.character)
            scanner.fail(U"bad character range " + from + U"-" + to, from.size() + 1 + to.size());
        set.ranges.push_back({low.character, high.character});
    }
    return set;
}

}  // namespace meada::regex
