// String literals: adjacent ones are one, and f-strings hold expressions, each parsed by a parser
// of its own, as CPython 3.11 does (so its messages and ranges are met).
#include "base/utf8.h"
#include "lang/literals.h"
#include "lang/parser.h"

namespace meada::lang {

struct Parser::Joiner {
    const Token* token = nullptr;  // whose text is read now
    SourceRange range;             // of all adjacent literals: CPython gives it to every part
    bool formatted = false;
    std::string literal;
    std::vector<Expression*> parts;
};

namespace {

constexpr size_t format_brackets_max = 200;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

}  // namespace

Expression* Parser::strings() {
    const size_t mark = at_;
    Joiner joiner;
    bool bytes = false, unicode = false;
    while (at(Kind::string)) ++at_;
    if (failed_) return nullptr;
    const size_t end = at_;
    joiner.range = since(mark);
    for (size_t index = mark; index < end; ++index) {
        const StringPrefix prefix = string_prefix(text_of_token(tokens_[index]));
        if (index == mark) {
            bytes = prefix.bytes;
            unicode = prefix.unicode;
        }
        if (!string_piece(joiner, tokens_[index])) return nullptr;
        if (prefix.bytes != bytes)
            return fail_at_last_token("cannot mix bytes and nonbytes literals");
    }
    Constant value;
    value.kind = bytes ? Constant::Kind::bytes : Constant::Kind::text;
    if (!joiner.formatted) {
        value.text = std::move(joiner.literal);
        Expression* made = node_between(ExpressionKind::constant, joiner.range);
        made->constant = arena_.constant(std::move(value));
        made->unicode_prefix = unicode;
        return made;
    }
    flush(joiner);
    Expression* made = node_between(ExpressionKind::joined_string, joiner.range);
    made->items = arena_.list(joiner.parts);
    return made;
}

// The literal text gathered so far becomes a part.
void Parser::flush(Joiner& joiner) {
    if (joiner.literal.empty()) return;
    Constant value;
    value.kind = Constant::Kind::text;
    value.text = std::move(joiner.literal);
    joiner.literal.clear();
    Expression* made = node_between(ExpressionKind::constant, joiner.range);
    made->constant = arena_.constant(std::move(value));
    joiner.parts.push_back(made);
}

bool Parser::string_piece(Joiner& joiner, const Token& token) {
    joiner.token = &token;
    std::string_view text = text_of_token(token);
    const StringPrefix prefix = string_prefix(text);
    text.remove_prefix(prefix.size + prefix.quote_size);
    text.remove_suffix(prefix.quote_size);
    if (prefix.formatted) {
        joiner.formatted = true;
        size_t at = 0;
        return format_pieces(joiner, text, at, prefix.raw, 0);
    }
    if (!prefix.bytes) return decode_into(joiner, text, prefix.raw);
    for (const char c : text) {
        if (static_cast<uint8_t>(c) < 128) continue;
        fail("bytes can only contain ASCII literal characters", token.range);
        return false;
    }
    const EscapeResult result = decode_bytes(text, prefix.raw, joiner.literal);
    return accept_escapes(joiner, result);
}

bool Parser::decode_into(Joiner& joiner, std::string_view body, bool raw) {
    return accept_escapes(joiner, decode_text(body, raw, joiner.literal));
}

bool Parser::accept_escapes(const Joiner& joiner, const EscapeResult& result) {
    if (!result.error.empty()) {
        fail_at_last_token(result.error);
        return false;
    }
    if (!result.invalid_escape.empty()) {
        const bool octal = result.invalid_escape[1] >= '0' && result.invalid_escape[1] <= '7';
        warn("DeprecationWarning",
             std::string(octal ? "invalid octal escape sequence '" : "invalid escape sequence '") +
                 result.invalid_escape + "'",
             joiner.token->range);
    }
    return true;
}

// Literals and expressions in turn, to the end of `body`, or to a '}' if this is a format spec.
bool Parser::format_pieces(Joiner& joiner, std::string_view body, size_t& at, bool raw,
                           uint32_t depth) {
    for (;;) {
        if (!format_literal(joiner, body, at, raw, depth)) return false;
        if (at >= body.size()) return true;
        if (body[at] == '}') {
            if (depth > 0) return true;
            fail_at_last_token("f-string: single '}' is not allowed");
            return false;
        }
        if (!format_expression(joiner, body, at, raw, depth)) return false;
    }
}

// Up to a brace that is not doubled.
bool Parser::format_literal(Joiner& joiner, std::string_view body, size_t& at, bool raw,
                            uint32_t depth) {
    while (at < body.size()) {
        const size_t start = at;
        bool doubled = false;
        while (at < body.size()) {
            const char c = body[at];
            if (!raw && c == '\\' && at + 1 < body.size()) {
                if (body[at + 1] == 'N' && at + 2 < body.size() && body[at + 2] == '{') {
                    // A name in braces belongs to the literal.
                    const size_t close = body.find('}', at);
                    at = close == body.npos ? body.size() : close + 1;
                    continue;
                }
                ++at;
                if (body[at] == '{' || body[at] == '}') {
                    warn("DeprecationWarning",
                         std::string("invalid escape sequence '\\") + body[at] + "'",
                         joiner.token->range);
                    continue;
                }
                ++at;
                continue;
            }
            if (c == '{' || c == '}') {
                doubled = depth == 0 && at + 1 < body.size() && body[at + 1] == c;
                break;
            }
            ++at;
        }
        std::string_view piece = body.substr(start, at - start + (doubled ? 1 : 0));
        // A backslash before a brace stands for itself.
        const bool lone_backslash = !raw && at < body.size() && !piece.empty() && !doubled &&
                                    piece.back() == '\\' && ends_in_escape(piece);
        if (lone_backslash) piece.remove_suffix(1);
        if (!decode_into(joiner, piece, raw)) return false;
        if (lone_backslash) joiner.literal.push_back('\\');
        if (!doubled) return true;
        at += 2;
    }
    return true;
}

// Whether the last backslash starts an escape (is not itself escaped).
bool Parser::ends_in_escape(std::string_view piece) {
    size_t count = 0;
    while (count < piece.size() && piece[piece.size() - 1 - count] == '\\') ++count;
    return count % 2 == 1;
}

bool Parser::scan_format_expression(std::string_view body, size_t& at) {
    std::string open;
    char quote = '\0';
    bool triple = false;
    const auto wrong = [&](const std::string& message) {
        fail_at_last_token(message);
        return false;
    };
    for (; at < body.size(); ++at) {
        const char c = body[at];
        const auto is_triple = [&] {
            return at + 2 < body.size() && body[at + 1] == c && body[at + 2] == c;
        };
        if (c == '\\') return wrong("f-string expression part cannot include a backslash");
        if (quote != '\0') {
            if (c != quote) continue;
            if (triple && !is_triple()) continue;
            if (triple) at += 2;
            quote = '\0';
        } else if (c == '\'' || c == '"') {
            quote = c;
            triple = is_triple();
            if (triple) at += 2;
        } else if (c == '(' || c == '[' || c == '{') {
            if (open.size() >= format_brackets_max)
                return wrong("f-string: too many nested parenthesis");
            open.push_back(c);
        } else if (c == '#') {
            return wrong("f-string expression part cannot include '#'");
        } else if (open.empty() && std::string_view("!:}=<>").find(c) != std::string_view::npos) {
            if (at + 1 < body.size() && body[at + 1] == '=' && c != ':' && c != '}') {
                ++at;  // a comparison
                continue;
            }
            if (c == '<' || c == '>') continue;
            break;
        } else if (c == ')' || c == ']' || c == '}') {
            if (open.empty()) return wrong(std::string("f-string: unmatched '") + c + "'");
            const char expected = open.back() == '(' ? ')' : open.back() == '[' ? ']' : '}';
            if (c != expected)
                return wrong(std::string("f-string: closing parenthesis '") + c +
                             "' does not match opening parenthesis '" + open.back() + "'");
            open.pop_back();
        }
    }
    if (quote != '\0') return wrong("f-string: unterminated string");
    if (!open.empty()) return wrong(std::string("f-string: unmatched '") + open.back() + "'");
    if (at >= body.size()) return wrong("f-string: expecting '}'");
    return true;
}

// At '{': expression, '=', conversion, format spec, '}'.
bool Parser::format_expression(Joiner& joiner, std::string_view body, size_t& at, bool raw,
                               uint32_t depth) {
    if (depth >= 2) {
        fail_at_last_token("f-string: expressions nested too deeply");
        return false;
    }
    const size_t start = ++at;
    if (!scan_format_expression(body, at)) return false;
    const std::string_view expression = body.substr(start, at - start);
    if (std::all_of(expression.begin(), expression.end(), is_blank) && body[at] != '}') {
        fail_at_last_token(std::string("f-string: expression required before '") + body[at] + "'");
        return false;
    }
    Expression* value = compile_format_expression(joiner, expression);
    if (value == nullptr) return false;
    bool shows_text = false;
    if (body[at] == '=') {
        shows_text = true;
        ++at;
        while (at < body.size() && is_blank(body[at])) ++at;
        joiner.literal.append(body.substr(start, at - start));
    }
    uint8_t conversion = 0;
    if (at < body.size() && body[at] == '!' && !conversion_of(body, at, conversion)) return false;
    Expression* specification = nullptr;
    if (at < body.size() && body[at] == ':') {
        ++at;
        Joiner inner;
        inner.token = joiner.token;
        inner.range = joiner.range;
        if (!format_pieces(inner, body, at, raw, depth + 1)) return false;
        inner.range = joiner.token->range;  // as CPython: from here on this literal's own
        flush(inner);
        specification = node_between(ExpressionKind::joined_string, inner.range);
        specification->items = arena_.list(inner.parts);
    }
    if (at >= body.size() || body[at] != '}') {
        fail_at_last_token("f-string: expecting '}'");
        return false;
    }
    ++at;
    if (shows_text && specification == nullptr && conversion == 0) conversion = 'r';
    flush(joiner);
    Expression* made = node_between(ExpressionKind::formatted_value, joiner.range);
    made->first = value;
    made->second = specification;
    made->operation = conversion;
    joiner.parts.push_back(made);
    return true;
}

bool Parser::conversion_of(std::string_view body, size_t& at, uint8_t& conversion) {
    ++at;
    if (at >= body.size()) {
        fail_at_last_token("f-string: expecting '}'");
        return false;
    }
    conversion = static_cast<uint8_t>(body[at++]);
    if (conversion == 's' || conversion == 'r' || conversion == 'a') return true;
    fail_at_last_token("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    return false;
}

Expression* Parser::compile_format_expression(const Joiner& joiner, std::string_view expression) {
    if (std::all_of(expression.begin(), expression.end(), is_blank))
        return fail_at_last_token("f-string: empty expression not allowed");
    // The text in parentheses, scanned at the place where it stands.
    std::string nested = "(" + std::string(expression) + ")\n";
    const std::string_view text = arena_.text(nested);
    const std::string_view whole = text_of_token(*joiner.token);
    const size_t brace = static_cast<size_t>(expression.data() - whole.data()) - 1;
    uint32_t lines = 0;
    size_t line_start = 0;
    for (size_t index = 0; index < brace; ++index) {
        if (whole[index] != '\n') continue;
        ++lines;
        line_start = index + 1;
    }
    const SourceRange place = joiner.token->range;
    uint32_t shift = static_cast<uint32_t>(brace - line_start) + (lines == 0 ? place.column : 0);
    // CPython does not shift where a line ends right behind the brace.
    const size_t first = expression.find_first_not_of(" \t\f");
    if (first != expression.npos && expression[first] == '\n')
        shift = lines == 0 ? place.column : 0;
    Tokens tokens = scan(text);
    const uint32_t base_line = place.line + lines - 1;
    const auto move = [&](SourceRange& range) {
        if (range.line == 1) range.column += shift;
        if (range.end_line == 1) range.end_column += shift;
        range.line += base_line;
        range.end_line += base_line;
    };
    for (Token& token : tokens.tokens) move(token.range);
    move(tokens.error.range);
    ParserInput input{text, &tokens, true, shift, input_.format_depth + 1};
    Parser parser(arena_, input, warnings_);
    parser.depth_ = depth_ + 50;
    Expression* value = nullptr;
    if (!parser.too_deep() && parser.parse_format_expression(value)) return value;
    failed_ = true;
    error_ = parser.error_;
    return nullptr;
}

}  // namespace meada::lang
