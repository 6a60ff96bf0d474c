// A traceback's entry as it is printed: place, source line, and the markers below it.
#include <array>

#include "base/normal_form.h"
#include "base/utf8.h"
#include "vm/exceptions.h"
#include "vm/interpreter.h"
#include "vm/strings.h"

namespace meada {
namespace {

// Of a binary operation its operator is marked ^, of a subscript its brackets, the rest ~: found in
// the text, as CPython does, since instructions know only the whole expression's range.
struct Anchors {
    size_t begin = 0, end = 0;  // offsets in the segment; equal: none
};

bool is_space(char c) { return c == ' ' || c == '\t'; }

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<uint8_t>(c) >= 128;
}

size_t skip_string(std::string_view text, size_t at) {
    const char quote = text[at];
    const std::string triple(3, quote);
    if (text.substr(at, 3) == triple) {
        const size_t end = text.find(triple, at + 3);
        return end == std::string_view::npos ? text.size() : end + 2;
    }
    for (++at; at < text.size() && text[at] != quote; ++at)
        if (text[at] == '\\') ++at;
    return at;
}

// Binds more loosely than any binary operator, or begins a statement: this is something else.
bool is_loose_word(std::string_view word) {
    static constexpr std::array words{"and",    "or",     "not",    "in",     "is",    "if",
                                      "else",   "for",    "lambda", "await",  "yield", "async",
                                      "import", "from",   "del",    "return", "raise", "assert",
                                      "with",   "while",  "class",  "def",    "as",    "global"};
    for (const std::string_view each : words)
        if (word == each) return true;
    return false;
}

struct Operator {
    std::string_view sign;
    int binding;  // the loosest outside of brackets is what the expression is about
};
constexpr Operator operators[] = {{"**", 7}, {"//", 6}, {"<<", 4}, {">>", 4}, {"+", 5},
                                  {"-", 5},  {"*", 6},  {"/", 6},  {"%", 6},  {"@", 6},
                                  {"|", 1},  {"^", 2},  {"&", 3}};

const Operator* operator_at(std::string_view text, size_t at) {
    for (const Operator& each : operators)
        if (text.substr(at, each.sign.size()) == each.sign) return &each;
    return nullptr;
}

Anchors anchors_of(std::string_view text) {
    Anchors best;
    int best_binding = 100, depth = 0;
    bool operand_before = false;
    size_t last_open = 0;  // of the last bracket outside of others
    for (size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (is_space(c)) continue;
        if (c == '"' || c == '\'') {
            at = skip_string(text, at);
            operand_before = true;
        } else if (c == '(' || c == '[' || c == '{') {
            if (depth++ == 0) last_open = at;
            operand_before = false;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
            operand_before = true;
        } else if (is_word(c)) {
            const size_t start = at;
            while (at + 1 < text.size() && is_word(text[at + 1])) ++at;
            if (depth == 0 && is_loose_word(text.substr(start, at + 1 - start))) return {};
            operand_before = true;
        } else if (const Operator* found = operator_at(text, at)) {
            const size_t end = at + found->sign.size();
            if (depth == 0 && end < text.size() && text[end] == '=') return {};  // augmented
            const bool looser = found->binding < best_binding ||
                                (found->binding == best_binding && found->sign != "**");
            if (depth == 0 && operand_before && looser) {
                best_binding = found->binding;
                best = {at, end};
            }
            at = end - 1;
            operand_before = false;
        } else if (depth == 0 && c != '.' && c != '~') {
            return {};  // a comparison, a comma, an assignment
        }
    }
    if (best.begin != best.end) return best;
    const bool subscript = text.ends_with(']') && last_open > 0;
    return subscript ? Anchors{last_open, text.size()} : Anchors{};
}

// Columns that so many bytes of the line take on a terminal: wide characters take two.
size_t columns_before(std::string_view line, size_t bytes) {
    const size_t end = std::min(bytes, line.size());
    size_t columns = 0;
    for (size_t at = 0; at < end;) {
        const char32_t character = decode_utf8(line, at).value_or(0xfffd);
        columns += is_wide_character(character) ? 2 : 1;
    }
    return columns;
}

std::string markers(const SourceRange& range, const std::string& line) {
    size_t indent = 0;
    while (indent < line.size() && (is_space(line[indent]) || line[indent] == '\f')) ++indent;
    size_t last = line.size();
    while (last > indent && (is_space(line[last - 1]) || line[last - 1] == '\r')) --last;
    const size_t begin = range.column;
    const size_t end = range.end_line == range.line ? range.end_column : last;
    if (end <= begin || begin > line.size()) return {};
    const std::string_view segment = std::string_view(line).substr(begin, end - begin);
    const Anchors anchors = range.end_line == range.line ? anchors_of(segment) : Anchors{};
    const size_t first = columns_before(line, begin) - columns_before(line, indent);
    const size_t width = columns_before(segment, segment.size());
    // Nothing is marked where the whole line would be, with nothing picked out of it.
    if (anchors.begin == anchors.end && begin <= indent && end >= last) return {};
    std::string marks(first, ' ');
    for (size_t at = 0; at < width; ++at) {
        const bool picked = anchors.begin == anchors.end ||
                            (at >= columns_before(segment, anchors.begin) &&
                             at < columns_before(segment, anchors.end));
        marks += picked ? '^' : '~';
    }
    return "    " + marks + "\n";
}

}  // namespace

std::string traceback_entry(const Vm& vm, Ref<Traceback> ref, const std::string* source_line) {
    const Traceback& traceback = vm.block[ref];
    const CodeObject& code = vm.block[traceback.place.code];
    std::string text = "  File \"" + to_utf8(vm, Value::from_ref(code.file_name)) + "\", line " +
                       std::to_string(traceback.line) + ", in " +
                       to_utf8(vm, Value::from_ref(code.name)) + "\n";
    if (!source_line) return text;
    std::string_view trimmed = *source_line;
    while (!trimmed.empty() && (is_space(trimmed.front()) || trimmed.front() == '\f'))
        trimmed.remove_prefix(1);
    if (trimmed.ends_with('\r')) trimmed.remove_suffix(1);
    if (trimmed.find_first_not_of(" \t") == std::string_view::npos) return text;
    text += "    " + std::string(trimmed) + "\n";
    const SourceRange range = range_of(vm, traceback.place.code, traceback.place.instruction);
    return range.line == 0 ? text : text + markers(range, *source_line);
}

}  // namespace meada
