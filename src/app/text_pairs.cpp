// Brackets and quotes come in pairs.
#include <algorithm>

#include "app/text_buffer.h"

namespace meada::app {

namespace {

constexpr std::string_view openers = "([{", pair_closers = ")]}";
constexpr size_t searched_bytes_max = 100'000;  // for a bracket's other half

bool is_quote(char byte) { return byte == '"' || byte == '\''; }

// Of an opening bracket or a quote; 0: it has none.
char closer_of(char byte) {
    const size_t at = openers.find(byte);
    return at != std::string_view::npos ? pair_closers[at] : is_quote(byte) ? byte : char(0);
}

bool is_word(char byte) {
    const auto b = uint8_t(byte);
    return b >= 0x80 || b == '_' || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') ||
           (b >= 'A' && b <= 'Z');
}

// Whether the line's part before the caret has begun a string or a comment.
bool in_string_or_comment(std::string_view head) {
    char quote = 0;
    for (size_t i = 0; i < head.size(); ++i) {
        if (quote && head[i] == '\\')
            ++i;
        else if (quote)
            quote = head[i] == quote ? char(0) : quote;
        else if (head[i] == '#')
            return true;
        else if (is_quote(head[i]))
            quote = head[i];
    }
    return quote != 0;
}

// f"…", rb"…": the letters before a quote that belong to it.
bool ends_in_prefix(std::string_view head) {
    size_t letters = 0;
    while (letters < head.size() && is_word(head[head.size() - 1 - letters])) ++letters;
    const std::string_view word = head.substr(head.size() - letters);
    return letters <= 2 && word.find_first_not_of("fFrRbBuU") == std::string_view::npos;
}

bool wants_closer(const TextBuffer& buffer, char typed) {
    const size_t at = buffer.caret;
    const char next = at < buffer.text.size() ? buffer.text[at] : '\n';
    const bool room = next == ' ' || next == '\t' || next == '\n' || next == ',' || next == ':' ||
                      next == ';' || pair_closers.find(next) != std::string_view::npos;
    if (!room) return false;
    const size_t start = buffer.line_starts[line_of(buffer, at)];
    const std::string_view head = std::string_view(buffer.text).substr(start, at - start);
    if (!is_quote(typed)) return true;
    if (!head.empty() && head.back() == typed) return false;  // the third of three
    return !in_string_or_comment(head) && ends_in_prefix(head);
}

bool types_over(TextBuffer& buffer, char typed) {
    if (has_selection(buffer) || buffer.caret >= buffer.text.size()) return false;
    const size_t from_end = buffer.text.size() - buffer.caret;
    const auto found = std::find(buffer.closers.begin(), buffer.closers.end(), from_end);
    if (found == buffer.closers.end() || buffer.text[buffer.caret] != typed) return false;
    buffer.closers.erase(found);
    move_to(buffer, buffer.caret + 1, false);
    if (!buffer.undo.empty()) buffer.undo.back().caret_after = buffer.caret;
    return true;
}

void type_one(TextBuffer& buffer, std::string_view letter) {
    const char typed = letter.front(), closer = closer_of(typed);
    if (types_over(buffer, typed)) return;
    if (closer && has_selection(buffer)) {
        const size_t begin = selection_begin(buffer), end = selection_end(buffer);
        const std::string inside = selected_text(buffer);
        replace_text(buffer, begin, end, typed + inside + closer, Joins::never);
        buffer.anchor = begin + 1;
        buffer.caret = begin + 1 + inside.size();
        return;
    }
    const bool closes = closer && wants_closer(buffer, typed);
    type_text(buffer, letter);
    if (!closes) return;
    const size_t at = buffer.caret;
    replace_text(buffer, at, at, std::string(1, closer), Joins::typing);
    move_to(buffer, at, false);
    buffer.undo.back().caret_after = at;
    buffer.closers.push_back(buffer.text.size() - at);
}

}  // namespace

void type_paired(TextBuffer& buffer, std::string_view text) {
    while (!text.empty()) {
        size_t size = 1;
        while (size < text.size() && (uint8_t(text[size]) & 0xC0) == 0x80) ++size;
        type_one(buffer, text.substr(0, size));
        text.remove_prefix(size);
    }
}

void erase_paired(TextBuffer& buffer, bool whole_word) {
    const size_t at = buffer.caret;
    const bool between = !has_selection(buffer) && !whole_word && at > 0 &&
                         at < buffer.text.size() && closer_of(buffer.text[at - 1]) != 0 &&
                         closer_of(buffer.text[at - 1]) == buffer.text[at];
    if (!between) return erase_before(buffer, whole_word);
    replace_text(buffer, at - 1, at + 1, {}, Joins::never);
}

std::optional<BracketPair> matching_brackets(const TextBuffer& buffer,
                                             const std::function<bool(size_t)>& is_code) {
    const std::string& text = buffer.text;
    const auto is_bracket = [&](size_t at) {
        return at < text.size() &&
               (openers.find(text[at]) != std::string_view::npos ||
                pair_closers.find(text[at]) != std::string_view::npos) &&
               is_code(at);
    };
    size_t from = buffer.caret;
    if (!is_bracket(from)) {
        if (from == 0 || !is_bracket(from - 1)) return std::nullopt;
        --from;
    }
    const bool forward = openers.find(text[from]) != std::string_view::npos;
    size_t depth = 0;
    for (size_t gone = 0, at = from; gone < searched_bytes_max; ++gone) {
        if (is_bracket(at)) {
            const bool opens_here = openers.find(text[at]) != std::string_view::npos;
            depth += opens_here == forward ? 1 : size_t(-1);
            if (depth == 0) {
                const BracketPair pair{std::min(from, at), std::max(from, at)};
                if (closer_of(text[pair.open]) != text[pair.close]) return std::nullopt;
                return pair;
            }
        }
        if (forward ? ++at >= text.size() : at-- == 0) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace meada::app
