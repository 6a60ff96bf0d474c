// The syntax of regular expressions: patterns to trees. Errors are worded and placed as re's.
#include <algorithm>
#include <map>

#include "library/re_scanner.h"

namespace meada::regex {
namespace {

constexpr uint32_t nesting_max = 300;
constexpr std::u32string_view flag_letters = U"iLmsxaut";
constexpr uint32_t flag_values[] = {ignore_case, locale, multiline, dot_all, verbose, ascii,
                                    unicode, template_};

uint32_t flag_of(char32_t letter) { return flag_values[flag_letters.find(letter)]; }

struct Parser {
    Scanner scanner;
    Parsed& parsed;
    bool of_bytes;
    uint32_t flags = 0;  // global ones
    std::vector<bool> open = {true};
    // Groups that are as old as the outermost look-behind around; none: no look-behind.
    uint32_t groups_before_behind = 0;
    std::map<uint32_t, uint32_t> conditions = {};  // group, where it is named

    struct Scope {
        uint32_t flags;
        uint32_t depth;
    };

    Node alternatives(Scope);
    Node sequence(Scope, bool first);
    void repeat(Node& sequence, std::u32string_view token, Scope);
    bool bounds(uint32_t& least, uint32_t& most);
    Node escape(std::u32string_view token, Scope);
    Node numbered(std::u32string_view token, Scope);
    bool group(Node& sequence, Scope&, bool first);
    bool extension(Node& group, Node& sequence, Scope& scope, Scope& inner, bool first,
                   uint32_t start, std::u32string& name);
    void look(Node& sequence, Scope, uint32_t start, char32_t kind);
    void condition(Node& sequence, Scope, uint32_t start);
    void comment(uint32_t start);
    void named_reference(Node& sequence, Scope);
    bool inline_flags(char32_t letter, Scope& inner);
    uint32_t flags_to_add(char32_t& letter);
    uint32_t flags_to_drop();
    void check_name(const std::u32string& name, size_t back);
    void check_behind(uint32_t number) {
        if (groups_before_behind == 0) return;
        if (number >= open.size() || open[number])
            scanner.fail(U"cannot refer to an open group");
        if (number >= groups_before_behind)
            scanner.fail(U"cannot refer to group defined in the same lookbehind subpattern");
    }
    uint32_t open_group(const std::u32string& name);
    uint32_t group_named(const std::u32string& name);  // 0: none, failed
    void close(uint32_t start) {
        if (!scanner.take_if(')'))
            scanner.fail_at(U"missing ), unterminated subpattern", start);
    }
    Scope deeper(Scope scope) { return {scope.flags, scope.depth + 1}; }
};

Node Parser::alternatives(Scope scope) {
    Node branch{Node::Kind::branch};
    if (scope.depth > nesting_max)
        scanner.fail(U"maximum recursion depth exceeded", 0, Parsed::Wrong::recursion);
    do {
        branch.parts.push_back(sequence(scope, scope.depth == 0 && branch.parts.empty()));
        if (scope.depth == 0) scope.flags = flags;
    } while (scanner.take_if('|'));
    if (branch.parts.size() > 1) return branch;
    Node only = std::move(branch.parts[0]);
    return only;
}

Node Parser::sequence(Scope scope, bool first) {
    Node sequence{Node::Kind::sequence};
    while (!scanner.at_end() && !scanner.next_in(U"|)")) {
        const std::u32string token(scanner.take());
        const char32_t c = token[0];
        if (token.size() == 2) {
            sequence.parts.push_back(escape(token, scope));
            continue;
        }
        if (scope.flags & verbose) {
            if (is_in(c, U" \t\n\r\v\f")) continue;
            if (c == '#') {
                while (!scanner.at_end() && scanner.take() != U"\n") {}
                continue;
            }
        }
        if (c == '[') {
            sequence.parts.push_back(parse_set(scanner, scope.flags, of_bytes));
        } else if (is_in(c, U"*+?{")) {
            repeat(sequence, token, scope);
        } else if (c == '.') {
            sequence.parts.push_back({Node::Kind::any, scope.flags});
        } else if (c == '(') {
            if (!group(sequence, scope, first)) break;
        } else if (c == '^' || c == '$') {
            Node place{Node::Kind::place, scope.flags};
            const bool lines = scope.flags & multiline;
            if (c == '^') place.at = lines ? Place::line_start : Place::start;
            else place.at = lines ? Place::line_end : Place::end;
            sequence.parts.push_back(std::move(place));
        } else {
            Node node{Node::Kind::literal, scope.flags};
            node.character = c;
            sequence.parts.push_back(std::move(node));
        }
    }
    return sequence;
}

// Behind a `{`: false if it is no repeat but a character.
bool Parser::bounds(uint32_t& least, uint32_t& most) {
    const uint32_t here = scanner.place();
    if (scanner.next_is('}')) return false;
    const std::u32string low = scanner.take_while(~size_t{0}, digits);
    const bool two = scanner.take_if(',');
    const std::u32string high = two ? scanner.take_while(~size_t{0}, digits) : low;
    if (!scanner.take_if('}')) {
        scanner.go_back_to(here);
        return false;
    }
    const auto number = [&](const std::u32string& text) {
        uint64_t value = 0;
        for (const char32_t c : text) value = std::min(value * 10 + (c - '0'), width_max);
        if (value >= repeat_max)
            scanner.fail(U"the repetition number is too large", 0, Parsed::Wrong::overflow);
        return static_cast<uint32_t>(value);
    };
    if (!low.empty()) least = number(low);
    if (!high.empty()) {
        most = number(high);
        if (most < least)
            scanner.fail(U"min repeat greater than max repeat", scanner.place() - here);
    }
    return true;
}

void Parser::repeat(Node& sequence, std::u32string_view token, Scope scope) {
    const uint32_t here = scanner.place();
    Node node{Node::Kind::repeat, scope.flags};
    node.least = token == U"+" ? 1 : 0;
    node.most = token == U"?" ? 1 : repeat_max;
    if (token == U"{" && !bounds(node.least, node.most)) {
        Node brace{Node::Kind::literal, scope.flags};
        brace.character = '{';
        sequence.parts.push_back(std::move(brace));
        return;
    }
    const size_t back = scanner.place() - here + 1;
    if (sequence.parts.empty() || sequence.parts.back().kind == Node::Kind::place)
        return scanner.fail(U"nothing to repeat", back);
    if (sequence.parts.back().kind == Node::Kind::repeat)
        return scanner.fail(U"multiple repeat", back);
    if (scanner.take_if('?')) node.mode = Mode::lazy;
    else if (scanner.take_if('+')) node.mode = Mode::possessive;
    node.parts.push_back(std::move(sequence.parts.back()));
    sequence.parts.back() = std::move(node);
}

Node Parser::escape(std::u32string_view token, Scope scope) {
    const char32_t letter = token[1];
    Node node{Node::Kind::place, scope.flags};
    switch (letter) {
        case 'A': node.at = Place::start; return node;
        case 'Z': node.at = Place::very_end; return node;
        case 'b': node.at = Place::boundary; return node;
        case 'B': node.at = Place::no_boundary; return node;
        default: break;
    }
    if (is_in(letter, digits)) return numbered(token, scope);
    if (parse_common_escape(scanner, token, scope.flags, of_bytes, node)) return node;
    if (is_letter(letter))
        scanner.fail(U"bad escape " + std::u32string(token), token.size());
    return node;
}

// An octal number or a group's.
Node Parser::numbered(std::u32string_view token, Scope scope) {
    Node node{Node::Kind::literal, scope.flags};
    std::u32string text(token);
    const auto octal = [&] {
        for (const char32_t c : text.substr(1)) node.character = node.character * 8 + (c - '0');
        if (node.character > 0377)
            scanner.fail(U"octal escape value " + text + U" outside of range 0-0o377",
                         text.size());
        return node;
    };
    if (text[1] == '0') {
        text += scanner.take_while(2, octal_digits);
        return octal();
    }
    if (scanner.next_in(digits)) {
        text += scanner.take();
        if (is_in(text[1], octal_digits) && is_in(text[2], octal_digits) &&
            scanner.next_in(octal_digits)) {
            text += scanner.take();
            return octal();
        }
    }
    uint32_t number = 0;
    for (const char32_t c : text.substr(1)) number = number * 10 + (c - '0');
    node.kind = Node::Kind::reference;
    node.number = number;
    if (number < open.size()) {
        if (open[number]) scanner.fail(U"cannot refer to an open group", text.size());
        else check_behind(number);
    } else {
        scanner.fail(U"invalid group reference " + decimal(number), text.size() - 1);
    }
    return node;
}

void Parser::check_name(const std::u32string& name, size_t back) {
    if (scanner.failed()) return;
    const bool plain = std::ranges::all_of(name, [](char32_t c) { return c < 128; });
    if (!is_identifier(name) || (of_bytes && !plain))
        scanner.fail(U"bad character in group name " + quoted(name), name.size() + back);
}

uint32_t Parser::group_named(const std::u32string& name) {
    for (const auto& [known, number] : parsed.names)
        if (known == name) return number;
    scanner.fail(U"unknown group name " + quoted(name), name.size() + 1);
    return 0;
}

uint32_t Parser::open_group(const std::u32string& name) {
    const auto number = static_cast<uint32_t>(open.size());
    open.push_back(true);
    parsed.group_widths.push_back({});
    if (name.empty()) return number;
    for (const auto& [known, other] : parsed.names)
        if (known == name)
            scanner.fail(U"redefinition of group name " + quoted(name) + U" as group " +
                             decimal(number) + U"; was group " + decimal(other),
                         name.size() + 1);
    parsed.names.emplace_back(name, number);
    return number;
}

// False: nothing can follow (an error). Global flags change the scope.
bool Parser::group(Node& sequence, Scope& scope, bool first) {
    const uint32_t start = scanner.place() - 1;
    Node node{Node::Kind::group, scope.flags};
    Scope inner = deeper(scope);
    std::u32string name;
    bool captures = true;
    if (scanner.take_if('?')) {
        captures = false;
        if (!extension(node, sequence, scope, inner, first, start, name))
            return !scanner.failed();
        captures = !name.empty();
    }
    if (captures) node.number = open_group(name);
    if (!captures && node.kind == Node::Kind::group) node.plain = inner.flags == scope.flags;
    node.parts.push_back(alternatives(inner));
    close(start);
    if (captures && !scanner.failed()) {
        open[node.number] = false;
        parsed.group_widths[node.number] = width_of(parsed, node.parts[0]);
    }
    sequence.parts.push_back(std::move(node));
    return !scanner.failed();
}

// Behind `(?`: true if a group's body follows, else all of it has been dealt with.
bool Parser::extension(Node& group, Node& sequence, Scope& scope, Scope& inner, bool first,
                       uint32_t start, std::u32string& name) {
    if (scanner.at_end()) {
        scanner.fail(U"unexpected end of pattern");
        return false;
    }
    const std::u32string token(scanner.take());
    const char32_t kind = token.size() == 1 ? token[0] : 0;
    if (kind == 'P') {
        if (scanner.take_if('<')) {
            name = scanner.take_until('>', U"group name");
            check_name(name, 1);
            return !scanner.failed();
        }
        if (scanner.take_if('=')) {
            named_reference(sequence, scope);
        } else if (scanner.at_end()) {
            scanner.fail(U"unexpected end of pattern");
        } else {
            const std::u32string other(scanner.take());
            scanner.fail(U"unknown extension ?P" + other, other.size() + 2);
        }
        return false;
    }
    if (kind == ':') return true;
    if (kind == '>') {
        group.kind = Node::Kind::atomic;
        return true;
    }
    if (kind == '#') comment(start);
    else if (kind == '=' || kind == '!' || kind == '<') look(sequence, inner, start, kind);
    else if (kind == '(') condition(sequence, inner, start);
    else if (kind == '-' || (kind && is_in(kind, flag_letters))) {
        if (inline_flags(kind, inner)) return !scanner.failed();
        if (!first || !sequence.parts.empty())
            scanner.fail_at(U"global flags not at the start of the expression", start);
        scope.flags = flags;
    } else {
        scanner.fail(U"unknown extension ?" + token, token.size() + 1);
    }
    return false;
}

void Parser::comment(uint32_t start) {
    for (;;) {
        if (scanner.at_end())
            return scanner.fail_at(U"missing ), unterminated comment", start);
        if (scanner.take() == U")") return;
    }
}

void Parser::named_reference(Node& sequence, Scope scope) {
    const std::u32string name = scanner.take_until(')', U"group name");
    check_name(name, 1);
    if (scanner.failed()) return;
    Node node{Node::Kind::reference, scope.flags};
    node.number = group_named(name);
    if (node.number && open[node.number])
        return scanner.fail(U"cannot refer to an open group", name.size() + 1);
    if (node.number) check_behind(node.number);
    sequence.parts.push_back(std::move(node));
}

void Parser::look(Node& sequence, Scope inner, uint32_t start, char32_t kind) {
    Node node{Node::Kind::ahead, inner.flags};
    const uint32_t before = groups_before_behind;
    if (kind == '<') {
        if (scanner.at_end()) return scanner.fail(U"unexpected end of pattern");
        const std::u32string token(scanner.take());
        if (token != U"=" && token != U"!")
            return scanner.fail(U"unknown extension ?<" + token, token.size() + 2);
        node.kind = Node::Kind::behind;
        kind = token[0];
        if (before == 0) groups_before_behind = static_cast<uint32_t>(open.size());
    }
    node.negated = kind == '!';
    node.parts.push_back(alternatives(inner));
    groups_before_behind = before;
    close(start);
    const Node& body = node.parts[0];
    const bool empty = body.kind == Node::Kind::sequence && body.parts.empty();
    if (node.negated && empty) node = {Node::Kind::failure};
    sequence.parts.push_back(std::move(node));
}

void Parser::condition(Node& sequence, Scope inner, uint32_t start) {
    Node node{Node::Kind::condition, inner.flags};
    const std::u32string name = scanner.take_until(')', U"group name");
    if (scanner.failed()) return;
    if (is_identifier(name)) {
        check_name(name, 1);
        if (!scanner.failed()) node.number = group_named(name);
    } else {
        uint64_t number = 0;
        for (const char32_t c : name) {
            if (!is_in(c, digits))
                return scanner.fail(U"bad character in group name " + quoted(name),
                                    name.size() + 1);
            number = std::min(number * 10 + (c - '0'), width_max);
        }
        if (number == 0) scanner.fail(U"bad group number", name.size() + 1);
        if (number >= width_max / 8)
            scanner.fail(U"invalid group reference " + name, name.size() + 1);
        node.number = static_cast<uint32_t>(number);
        conditions.emplace(node.number,
                           scanner.place() - static_cast<uint32_t>(name.size()) - 1);
    }
    if (scanner.failed()) return;
    check_behind(node.number);
    node.parts.push_back(this->sequence(inner, false));
    if (scanner.take_if('|')) {
        node.parts.push_back(this->sequence(inner, false));
        if (scanner.next_is('|'))
            scanner.fail(U"conditional backref with more than two branches");
    }
    close(start);
    sequence.parts.push_back(std::move(node));
}

uint32_t Parser::flags_to_add(char32_t& letter) {
    uint32_t add = 0;
    for (;;) {
        if (letter == 'L' && !of_bytes)
            scanner.fail(U"bad inline flags: cannot use 'L' flag with a str pattern");
        if (letter == 'u' && of_bytes)
            scanner.fail(U"bad inline flags: cannot use 'u' flag with a bytes pattern");
        const uint32_t flag = flag_of(letter);
        add |= flag;
        if (flag & kind_flags && (add & kind_flags) != flag)
            scanner.fail(U"bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (scanner.at_end()) scanner.fail(U"missing -, : or )");
        if (scanner.failed()) return 0;
        const std::u32string token(scanner.take());
        letter = token[0];
        if (is_in(letter, U")-:")) return add;
        if (token.size() > 1 || !is_in(letter, flag_letters)) {
            scanner.fail(is_letter(letter) ? U"unknown flag" : U"missing -, : or )", token.size());
            return 0;
        }
    }
}

uint32_t Parser::flags_to_drop() {
    if (scanner.at_end()) scanner.fail(U"missing flag");
    uint32_t drop = 0;
    for (bool first = true; !scanner.failed(); first = false) {
        const std::u32string token(scanner.take());
        if (!first && token == U":") break;
        if (token.size() > 1 || !is_in(token[0], flag_letters)) {
            scanner.fail(is_letter(token[0]) ? U"unknown flag"
                                             : first ? U"missing flag" : U"missing :",
                         token.size());
            return 0;
        }
        if (flag_of(token[0]) & kind_flags)
            scanner.fail(U"bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        drop |= flag_of(token[0]);
        if (scanner.at_end()) scanner.fail(U"missing :");
    }
    return drop;
}

// True: flags of a group whose body follows; false: of the whole pattern.
bool Parser::inline_flags(char32_t letter, Scope& inner) {
    uint32_t add = 0, drop = 0;
    if (letter != '-') add = flags_to_add(letter);
    if (scanner.failed()) return true;
    if (letter == ')') {
        flags |= add;
        return false;
    }
    if (add & template_)
        scanner.fail(U"bad inline flags: cannot turn on global flag", 1);
    if (letter == '-') drop = flags_to_drop();
    if (drop & template_)
        scanner.fail(U"bad inline flags: cannot turn off global flag", 1);
    if (!scanner.failed() && add & drop)
        scanner.fail(U"bad inline flags: flag turned on and off", 1);
    if (add & kind_flags) inner.flags &= ~kind_flags;
    inner.flags = (inner.flags | add) & ~drop;
    return true;
}

// Which flags go with which kind of pattern; false: failed.
void settle_kind(Parsed& parsed, Scanner& scanner, bool of_bytes) {
    const auto wrong = [&](std::u32string_view message) {
        scanner.fail(std::u32string(message), 0, Parsed::Wrong::value);
    };
    if (of_bytes) {
        if (parsed.flags & unicode) wrong(U"cannot use UNICODE flag with a bytes pattern");
        if (parsed.flags & locale && parsed.flags & ascii)
            wrong(U"ASCII and LOCALE flags are incompatible");
        return;
    }
    if (parsed.flags & locale) wrong(U"cannot use LOCALE flag with a str pattern");
    if (!(parsed.flags & ascii)) parsed.flags |= unicode;
    else if (parsed.flags & unicode) wrong(U"ASCII and UNICODE flags are incompatible");
}

}  // namespace

Parsed parse(std::u32string_view pattern, uint32_t flags, bool of_bytes) {
    Parsed parsed;
    parsed.group_widths.push_back({});
    Parser parser{Scanner(pattern, parsed), parsed, of_bytes, flags};
    parsed.root = parser.alternatives({flags, 0});
    parsed.flags = parser.flags;
    settle_kind(parsed, parser.scanner, of_bytes);
    if (!parser.scanner.at_end()) parser.scanner.fail(U"unbalanced parenthesis");
    parsed.group_count = static_cast<uint32_t>(parser.open.size());
    for (const auto& [number, place] : parser.conditions)
        if (number >= parsed.group_count)
            parser.scanner.fail_at(U"invalid group reference " + decimal(number), place);
    return parsed;
}

}  // namespace meada::regex
