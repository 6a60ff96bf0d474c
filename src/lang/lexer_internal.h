// The state of one scan; only for lexer*.cpp.
#pragma once

#include "lang/lang.h"
#include "lang/lexer.h"

namespace meada::lang {

class Lexer {
  public:
    Lexer(std::string_view text, Comments comments) : text_(text), comments_(comments) {}
    Tokens run();

  private:
    // Columns of an indentation with tabs to the next 8 and with tabs as one column: where the two
    // disagree about order, the meaning would depend on the editor.
    struct Indent {
        uint32_t column = 0, alternative = 0;
    };

    char peek(size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    uint32_t column_now() const { return static_cast<uint32_t>(at_ - line_start_); }
    bool at_identifier_character() const;
    void push(TokenKind kind, size_t start);
    void push(TokenKind kind, size_t start, SourceRange range);
    // All give false, so that a caller can `return fail(...)`.
    bool fail(std::string message);
    bool fail(std::string message, SourceRange range, std::string class_name = "SyntaxError");
    void next_line();

    bool scan_line_start();
    bool measure_indent(Indent&);
    bool apply_indent(Indent);
    bool scan_line();
    bool continue_line();
    bool scan_token(size_t start);
    bool scan_name(size_t start);
    bool check_identifier(size_t start);
    bool scan_operator(size_t start);
    bool open_bracket(size_t start, TokenKind kind);
    bool close_bracket(size_t start, TokenKind kind);
    bool finish();

    // lexer_literals.cpp
    bool scan_string(size_t start);
    bool unterminated(size_t start, bool triple, uint32_t first_line, size_t first_line_start);
    bool scan_number(size_t start);
    bool scan_radix(char kind);
    bool scan_decimal(size_t start);
    bool decimal_tail();
    bool end_of_number(const char* kind);

    std::string_view text_;
    Comments comments_;
    size_t at_ = 0;
    uint32_t line_ = 1;
    size_t line_start_ = 0;
    std::vector<Indent> indents_{Indent{}};
    Tokens out_;
};

}  // namespace meada::lang
