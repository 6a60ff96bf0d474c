#include "lang/lexer.h"

#include <array>
#include <cstdio>
#include <unordered_map>

#include "base/utf8.h"
#include "lang/lexer_internal.h"
#include "lang/unicode.h"

namespace meada::lang {

std::string_view text_of(TokenKind kind) {
    static constexpr std::string_view texts[] = {
#define TOKEN(name, text) text,
#include "lang/tokens.def"
#undef TOKEN
    };
    return texts[static_cast<uint8_t>(kind)];
}

namespace {

const std::unordered_map<std::string_view, TokenKind>& fixed_tokens() {
    static const std::unordered_map<std::string_view, TokenKind> table = {
#define TOKEN(name, text) {text, TokenKind::name},
#include "lang/tokens.def"
#undef TOKEN
    };
    return table;
}

constexpr size_t indent_levels_max = 100;
constexpr size_t bracket_levels_max = 200;
constexpr uint32_t tab_size = 8;

bool may_be_in_identifier(uint8_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c >= 128;
}

}  // namespace

bool Lexer::at_identifier_character() const {
    return may_be_in_identifier(static_cast<uint8_t>(peek()));
}

void Lexer::push(TokenKind kind, size_t start) {
    const uint32_t column = static_cast<uint32_t>(start - line_start_);
    push(kind, start, SourceRange{line_, line_, column, column_now()});
}

void Lexer::push(TokenKind kind, size_t start, SourceRange range) {
    out_.tokens.push_back({.kind = kind,
                           .level = static_cast<uint16_t>(out_.open_brackets.size()),
                           .offset = static_cast<uint32_t>(start),
                           .size = static_cast<uint32_t>(at_ - start),
                           .range = range});
}

bool Lexer::fail(std::string message) {
    // CPython points at the last character that it read.
    size_t start = at_;
    if (start > line_start_) --start;
    while (start > line_start_ && (static_cast<uint8_t>(text_[start]) & 0xc0) == 0x80) --start;
    const uint32_t column = static_cast<uint32_t>(start - line_start_);
    out_.likely_cause = true;
    return fail(std::move(message), SourceRange{line_, line_, column, column});
}

bool Lexer::fail(std::string message, SourceRange range, std::string class_name) {
    out_.error = {std::move(class_name), std::move(message), range, {}};
    out_.error.by_lexer = out_.error.without_newline = true;
    push(TokenKind::error, at_, range);
    return false;
}

void Lexer::next_line() {
    ++line_;
    line_start_ = at_;
}

Tokens Lexer::run() {
    while (scan_line_start() && scan_line()) {
    }
    return std::move(out_);
}

// Indentation of a logical line. False: the text ended, or an error.
bool Lexer::scan_line_start() {
    for (;;) {
        if (at_ == text_.size()) return finish();
        Indent indent;
        const size_t start = at_;
        if (!measure_indent(indent)) return false;
        const char c = peek();
        if (c == '#') {
            const size_t comment = at_;
            while (peek() != '\n') ++at_;
            if (comments_ == Comments::keep) push(TokenKind::comment, comment);
        }
        if (c == '#' || c == '\n') {  // a blank line has no indentation
            ++at_;
            next_line();
            continue;
        }
        if (c == '\\' && peek(1) == '\n' && start == at_) return true;
        return apply_indent(indent);
    }
}

bool Lexer::measure_indent(Indent& indent) {
    uint32_t continued_column = 0;
    for (;; ++at_) {
        const char c = peek();
        if (c == ' ') {
            ++indent.column, ++indent.alternative;
        } else if (c == '\t') {
            indent.column = (indent.column / tab_size + 1) * tab_size;
            ++indent.alternative;
        } else if (c == '\f') {
            indent = {};
        } else if (c == '\\' && peek(1) == '\n' && at_ + 2 < text_.size()) {
            // Indentation counts up to the first backslash.
            continued_column = continued_column != 0 ? continued_column : indent.column;
            at_ += 2;
            next_line();
            --at_;
        } else if (c == '\\') {
            return continue_line();  // says what is wrong
        } else {
            break;
        }
    }
    if (continued_column != 0) indent.column = indent.alternative = continued_column;
    return true;
}

bool Lexer::apply_indent(Indent indent) {
    const auto tab_error = [&] {
        while (peek() != '\n') ++at_;
        fail("inconsistent use of tabs and spaces in indentation",
             SourceRange{line_, line_, 0, 0}, "TabError");
        out_.error.end_offset = 0;
        out_.error.without_newline = false;
        return false;
    };
    // CPython gives these tokens no column; errors at one point behind the indentation.
    const uint32_t before = column_now() == 0 ? 0 : column_now() - 1;
    const SourceRange here{line_, line_, before, before};
    if (indent.column == indents_.back().column) {
        if (indent.alternative != indents_.back().alternative) return tab_error();
        return true;
    }
    if (indent.column > indents_.back().column) {
        if (indents_.size() >= indent_levels_max)
            return fail("too many levels of indentation", SourceRange{line_, line_, 0, 0},
                        "IndentationError");
        if (indent.alternative <= indents_.back().alternative) return tab_error();
        indents_.push_back(indent);
        push(TokenKind::indent, at_, here);
        return true;
    }
    while (indents_.size() > 1 && indent.column < indents_.back().column) {
        indents_.pop_back();
        push(TokenKind::dedent, at_, here);
    }
    if (indent.column != indents_.back().column) {
        while (!out_.tokens.empty() && out_.tokens.back().kind == TokenKind::dedent &&
               out_.tokens.back().range.line == line_)
            out_.tokens.pop_back();
        while (peek() != '\n') ++at_;
        const uint32_t end = column_now();
        fail("unindent does not match any outer indentation level",
             SourceRange{line_, line_, end, end}, "IndentationError");
        out_.error.end_offset = -1;
        out_.error.without_newline = false;
        return false;
    }
    if (indent.alternative != indents_.back().alternative) return tab_error();
    return true;
}

// Tokens up to and with the newline of a logical line.
bool Lexer::scan_line() {
    for (;;) {
        while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++at_;
        if (at_ == text_.size()) return finish();
        const size_t start = at_;
        const char c = peek();
        if (c == '#') {
            while (peek() != '\n') ++at_;
            if (comments_ == Comments::keep) push(TokenKind::comment, start);
        }
        if (peek() == '\n') {
            const bool in_brackets = !out_.open_brackets.empty();
            if (!in_brackets) push(TokenKind::newline, start);
            ++at_;
            next_line();
            if (!in_brackets) return true;
            continue;
        }
        if (c == '\\') {
            if (!continue_line()) return false;
            continue;
        }
        if (!scan_token(start)) return false;
    }
}

bool Lexer::continue_line() {
    ++at_;
    if (peek() != '\n') {
        const uint32_t column = column_now();
        fail("unexpected character after line continuation character",
             SourceRange{line_, line_, column, column});
        out_.error.end_offset = 0;
        out_.error.without_newline = false;
        return false;
    }
    if (at_ + 1 >= text_.size()) {
        if (!out_.open_brackets.empty()) {
            const SyntaxError error = never_closed(out_.open_brackets.back());
            return fail(error.message, error.range);
        }
        const uint32_t column = column_now();
        return fail("unexpected EOF while parsing", SourceRange{line_, line_, column, column});
    }
    ++at_;
    next_line();
    return true;
}

bool Lexer::scan_token(size_t start) {
    const char c = peek();
    if (c >= '0' && c <= '9') return scan_number(start);
    if (c == '.' && peek(1) >= '0' && peek(1) <= '9') return scan_number(start);
    if (c == '"' || c == '\'') return scan_string(start);
    if (at_identifier_character()) return scan_name(start);
    return scan_operator(start);
}

bool Lexer::scan_name(size_t start) {
    // A string prefix is at most two letters, each of another sort.
    bool b = false, u = false, r = false, f = false;
    while (at_identifier_character()) {
        const char c = static_cast<char>(peek() | 0x20);
        if (c == 'b' && !(b || u || f))
            b = true;
        else if (c == 'u' && !(b || u || r || f))
            u = true;
        else if (c == 'r' && !(r || u))
            r = true;
        else if (c == 'f' && !(f || b || u))
            f = true;
        else
            break;
        ++at_;
        if (peek() == '"' || peek() == '\'') return scan_string(start);
    }
    bool ascii = true;
    while (at_identifier_character()) ascii &= static_cast<uint8_t>(text_[at_++]) < 128;
    ascii = ascii && static_cast<uint8_t>(text_[start]) < 128;
    if (!ascii && !check_identifier(start)) return false;
    const auto found = fixed_tokens().find(text_.substr(start, at_ - start));
    push(found == fixed_tokens().end() ? TokenKind::name : found->second, start);
    return true;
}

bool Lexer::check_identifier(size_t start) {
    const size_t end = at_;
    size_t offset = start;
    while (offset < end) {
        const size_t before = offset;
        const char32_t c = decode_utf8(text_, offset).value_or(0xfffd);
        if (before == start ? is_identifier_start(c) : is_identifier_continue(c)) continue;
        at_ = offset;
        char hex[16];
        std::snprintf(hex, sizeof hex, "U+%04X", static_cast<unsigned>(c));
        if (!is_printable(c)) return fail(std::string("invalid non-printable character ") + hex);
        return fail("invalid character '" + std::string(text_.substr(before, offset - before)) +
                    "' (" + hex + ")");
    }
    return true;
}

bool Lexer::scan_operator(size_t start) {
    const char c = peek();
    if (c == '<' && peek(1) == '>') {  // for "invalid syntax" at the whole of it
        at_ += 2;
        push(TokenKind::other, start);
        return true;
    }
    for (size_t size = 3; size >= 1; --size) {
        if (start + size > text_.size()) continue;
        const auto found = fixed_tokens().find(text_.substr(start, size));
        if (found == fixed_tokens().end()) continue;
        at_ += size;
        if (c == '(' || c == '[' || c == '{') return open_bracket(start, found->second);
        if (c == ')' || c == ']' || c == '}') return close_bracket(start, found->second);
        push(found->second, start);
        return true;
    }
    ++at_;
    if (!is_printable(static_cast<uint8_t>(c))) {
        char hex[8];
        std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(static_cast<uint8_t>(c)));
        return fail(std::string("invalid non-printable character U+") + hex);
    }
    push(TokenKind::other, start);
    return true;
}

bool Lexer::open_bracket(size_t start, TokenKind kind) {
    if (out_.open_brackets.size() >= bracket_levels_max) return fail("too many nested parentheses");
    const uint32_t column = static_cast<uint32_t>(start - line_start_);
    out_.open_brackets.push_back({text_[start], line_, column});
    push(kind, start);
    return true;
}

bool Lexer::close_bracket(size_t start, TokenKind kind) {
    const char c = text_[start];
    if (out_.open_brackets.empty()) return fail(std::string("unmatched '") + c + "'");
    const OpenBracket open = out_.open_brackets.back();
    const char expected = open.character == '(' ? ')' : open.character == '[' ? ']' : '}';
    if (c != expected) {
        std::string message = std::string("closing parenthesis '") + c +
                              "' does not match opening parenthesis '" + open.character + "'";
        if (open.line != line_) message += " on line " + std::to_string(open.line);
        out_.open_brackets.pop_back();  // as CPython, which has popped it by now
        return fail(std::move(message));
    }
    out_.open_brackets.pop_back();
    push(kind, start);
    return true;
}

bool Lexer::finish() {
    // CPython counts the last line, whose newline has been read.
    const uint32_t line = line_ > 1 ? line_ - 1 : 1;
    if (!out_.open_brackets.empty()) {
        const SyntaxError error = never_closed(out_.open_brackets.back());
        return fail(error.message, error.range);
    }
    // Like CPython these tokens have no column; errors point at the end of the last line.
    const size_t last_line = at_ >= 2 ? text_.rfind('\n', at_ - 2) : std::string_view::npos;
    const size_t last_start = last_line == std::string_view::npos ? 0 : last_line + 1;
    const uint32_t end = at_ == 0 ? 0 : static_cast<uint32_t>(at_ - last_start) - 1;
    const SourceRange here{line, line, end, end};
    while (indents_.size() > 1) {
        indents_.pop_back();
        push(TokenKind::dedent, at_, here);
    }
    push(TokenKind::end_marker, at_, here);
    return false;
}

SyntaxError never_closed(const OpenBracket& open) {
    return {"SyntaxError",
            std::string("'") + open.character + "' was never closed",
            SourceRange{open.line, open.line, open.column, open.column},
            {},
            0};
}

Tokens scan(std::string_view text, Comments comments) { return Lexer(text, comments).run(); }

}  // namespace meada::lang
