// A pattern's text in the pieces that the syntax has: characters, and backslashes with what
// follows. Inside library.
#pragma once

#include "library/re_program.h"

namespace meada::regex {

// The first error ends the text, so that whoever reads it comes to an end.
class Scanner {
  public:
    Scanner(std::u32string_view pattern, Parsed& parsed) : pattern_(pattern), parsed_(parsed) {
        look();
    }
    bool at_end() const { return next_.empty(); }
    std::u32string_view next() const { return next_; }
    bool next_is(char32_t c) const { return next_.size() == 1 && next_[0] == c; }
    bool next_in(std::u32string_view characters) const {
        return next_.size() == 1 && characters.find(next_[0]) != characters.npos;
    }
    uint32_t place() const { return start_; }
    std::u32string_view take() {
        const std::u32string_view taken = next_;
        start_ += static_cast<uint32_t>(taken.size());
        look();
        return taken;
    }
    bool take_if(char32_t c) {
        if (!next_is(c)) return false;
        take();
        return true;
    }
    std::u32string take_while(size_t count, std::u32string_view characters) {
        std::u32string taken;
        while (taken.size() < count && next_in(characters)) taken += take();
        return taken;
    }
    std::u32string take_until(char32_t end, std::u32string_view what) {
        std::u32string taken;
        for (;;) {
            if (at_end()) {
                fail(taken.empty() ? U"missing " + std::u32string(what)
                                   : U"missing " + std::u32string(1, end) +
                                         U", unterminated name",
                     taken.size());
                return taken;
            }
            if (take_if(end)) {
                if (taken.empty()) fail(U"missing " + std::u32string(what), 1);
                return taken;
            }
            taken += take();
        }
    }
    void go_back_to(uint32_t place) {
        start_ = place;
        look();
    }
    // `back`: how far before here.
    void fail(std::u32string message, size_t back = 0,
              Parsed::Wrong wrong = Parsed::Wrong::pattern) {
        fail_at(std::move(message), static_cast<int64_t>(start_) - static_cast<int64_t>(back),
                wrong);
    }
    void fail_at(std::u32string message, int64_t place,
                 Parsed::Wrong wrong = Parsed::Wrong::pattern) {
        if (failed()) return;
        parsed_.wrong = wrong;
        parsed_.message = std::move(message);
        parsed_.error_at = wrong == Parsed::Wrong::pattern ? place : -1;
        next_ = {};
    }
    bool failed() const { return parsed_.wrong != Parsed::Wrong::nothing; }

  private:
    void look() {
        next_ = {};
        if (failed() || start_ >= pattern_.size()) return;
        const bool escape = pattern_[start_] == '\\';
        if (escape && start_ + 1 == pattern_.size())
            return fail_at(U"bad escape (end of pattern)", start_);
        next_ = pattern_.substr(start_, escape ? 2 : 1);
    }

    std::u32string_view pattern_, next_;
    Parsed& parsed_;
    uint32_t start_ = 0;
};

constexpr std::u32string_view digits = U"0123456789", octal_digits = U"01234567",
                              hex_digits = U"0123456789abcdefABCDEF";
inline bool is_in(char32_t c, std::u32string_view characters) {
    return characters.find(c) != characters.npos;
}
inline bool is_letter(char32_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

std::u32string decimal(uint64_t);
// As repr() of a str shows it.
std::u32string quoted(std::u32string_view);
bool is_identifier(std::u32string_view);
// Escapes that a set and the rest have in common; `token` was taken. False: it is none of them.
bool parse_common_escape(Scanner&, std::u32string_view token, uint32_t flags, bool of_bytes,
                         Node& out);
// After a `[`.
Node parse_set(Scanner&, uint32_t flags, bool of_bytes);

}  // namespace meada::regex
