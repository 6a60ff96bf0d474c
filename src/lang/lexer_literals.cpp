#include "lang/lexer_internal.h"

namespace meada::lang {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_digit_of(char c, char kind) {
    if (kind == 'x') return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    return c >= '0' && c < (kind == 'o' ? '8' : '2');
}

}  // namespace

// `start` is at the prefix, the scan at the quote.
bool Lexer::scan_string(size_t start) {
    const char quote = peek();
    const bool triple = peek(1) == quote && peek(2) == quote;
    const uint32_t first_line = line_;
    const size_t first_line_start = line_start_;
    at_ += triple ? 3 : 1;
    for (;;) {
        const char c = peek();
        if (at_ == text_.size() || (c == '\n' && !triple))
            return unterminated(start, triple, first_line, first_line_start);
        if (c == '\\') {
            ++at_;
            if (at_ == text_.size()) continue;
        } else if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
            at_ += triple ? 3 : 1;
            break;
        }
        const bool line_ends = peek() == '\n';
        ++at_;
        if (line_ends) next_line();
    }
    push(TokenKind::string, start,
         SourceRange{first_line, line_, static_cast<uint32_t>(start - first_line_start),
                     column_now()});
    return true;
}

bool Lexer::unterminated(size_t start, bool triple, uint32_t first_line, size_t first_line_start) {
    // A text that ends has its last newline read: CPython does not count the line behind it.
    const uint32_t line = at_ == text_.size() ? line_ - 1 : line_;
    const uint32_t column = static_cast<uint32_t>(start - first_line_start);
    std::string message = triple ? "unterminated triple-quoted string literal (detected at line "
                                 : "unterminated string literal (detected at line ";
    out_.likely_cause = true;
    return fail(message + std::to_string(line) + ")",
                SourceRange{first_line, first_line, column, column});
}

bool Lexer::scan_number(size_t start) {
    const char kind = static_cast<char>(peek(1) | 0x20);
    if (peek() == '0' && (kind == 'x' || kind == 'o' || kind == 'b')) {
        at_ += 2;
        if (!scan_radix(kind)) return false;
    } else if (!scan_decimal(start)) {
        return false;
    }
    push(TokenKind::number, start);
    return true;
}

bool Lexer::scan_radix(char kind) {
    const char* const name = kind == 'x' ? "hexadecimal" : kind == 'o' ? "octal" : "binary";
    const auto wrong_digit = [&] {
        const std::string digit(1, peek());
        ++at_;
        return fail("invalid digit '" + digit + "' in " + name + " literal");
    };
    do {
        if (peek() == '_') ++at_;
        if (!is_digit_of(peek(), kind)) {
            if (is_digit(peek())) return wrong_digit();
            return fail(std::string("invalid ") + name + " literal");
        }
        while (is_digit_of(peek(), kind)) ++at_;
    } while (peek() == '_');
    if (is_digit(peek())) return wrong_digit();
    return end_of_number(name);
}

bool Lexer::scan_decimal(size_t start) {
    const char* kind = "decimal";
    if (peek() != '.') {
        const bool leading_zero = peek() == '0';
        bool nonzero = !leading_zero;
        size_t zeros_end = at_;
        if (leading_zero) {
            ++at_;
            for (;;) {  // more zeros are allowed, other digits only in floating point
                if (peek() == '_') {
                    ++at_;
                    if (!is_digit(peek())) return fail("invalid decimal literal");
                }
                if (peek() != '0') break;
                ++at_;
            }
            zeros_end = at_;
            if (is_digit(peek())) {
                nonzero = true;
                if (!decimal_tail()) return false;
            }
        } else if (!decimal_tail()) {
            return false;
        }
        const char next = static_cast<char>(peek() | 0x20);
        if (leading_zero && nonzero && peek() != '.' && next != 'e' && next != 'j') {
            const uint32_t column = static_cast<uint32_t>(start - line_start_);
            const uint32_t end = static_cast<uint32_t>(zeros_end - line_start_);
            out_.likely_cause = true;
            return fail(
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                "for octal integers",
                SourceRange{line_, line_, column, end});
        }
    }
    if (peek() == '.') {
        ++at_;
        if (is_digit(peek()) && !decimal_tail()) return false;
    }
    if ((peek() | 0x20) == 'e') {
        const size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if (is_digit(peek(1 + sign))) {
            at_ += 1 + sign;
            if (!decimal_tail()) return false;
        } else if (sign != 0) {
            at_ += 2;
            return fail("invalid decimal literal");
        }
    }
    if ((peek() | 0x20) == 'j') {
        ++at_;
        kind = "imaginary";
    }
    return end_of_number(kind);
}

bool Lexer::decimal_tail() {
    for (;;) {
        while (is_digit(peek())) ++at_;
        if (peek() != '_') return true;
        ++at_;
        if (!is_digit(peek())) return fail("invalid decimal literal");
    }
}

// `1if x else y` is still allowed: a keyword may follow a number without a space.
bool Lexer::end_of_number(const char* kind) {
    const auto may_continue = [&](size_t ahead) {
        const char c = peek(ahead);
        return is_digit(c) || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
               static_cast<uint8_t>(c) >= 128;
    };
    for (const std::string_view keyword : {"if", "in", "is"})
        if (text_.compare(at_, keyword.size(), keyword) == 0) return true;
    for (const std::string_view keyword : {"and", "else", "for", "or", "not"})
        if (text_.compare(at_, keyword.size(), keyword) == 0 && !may_continue(keyword.size()))
            return true;
    if (at_identifier_character() && static_cast<uint8_t>(peek()) < 128)
        return fail(std::string("invalid ") + kind + " literal");
    return true;
}

}  // namespace meada::lang
