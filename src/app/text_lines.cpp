// Editing whole lines.
#include <algorithm>

#include "app/text_buffer.h"

namespace meada::app {

namespace {

struct LineRange {
    size_t first = 0, last = 0;  // both in it
};

// A selection that ends where a line begins does not touch that line.
LineRange touched_lines(const TextBuffer& buffer) {
    const size_t end = selection_end(buffer);
    LineRange out{line_of(buffer, selection_begin(buffer)), line_of(buffer, end)};
    if (out.last > out.first && buffer.line_starts[out.last] == end) --out.last;
    return out;
}

size_t line_end(const TextBuffer& buffer, size_t line) {
    return buffer.line_starts[line] + line_text(buffer, line).size();
}

// The change is made, and the selection goes along with its lines.
void replace_and_shift(TextBuffer& buffer, size_t begin, size_t end, std::string_view text,
                       int64_t shift) {
    const auto caret = int64_t(buffer.caret) + shift, anchor = int64_t(buffer.anchor) + shift;
    replace_text(buffer, begin, end, text, Joins::never);
    const auto most = int64_t(buffer.text.size());
    buffer.caret = size_t(std::clamp<int64_t>(caret, 0, most));
    buffer.anchor = size_t(std::clamp<int64_t>(anchor, 0, most));
    buffer.undo.back().caret_after = buffer.caret;
}

}  // namespace

void move_lines_by_one(TextBuffer& buffer, bool up) {
    const LineRange lines = touched_lines(buffer);
    if (up ? lines.first == 0 : lines.last + 1 >= line_count(buffer)) return;
    const size_t first = up ? lines.first - 1 : lines.first;
    const size_t last = up ? lines.last : lines.last + 1;
    const size_t begin = buffer.line_starts[first], end = line_end(buffer, last);
    const size_t moved_begin = buffer.line_starts[lines.first];
    const std::string moved =
        buffer.text.substr(moved_begin, line_end(buffer, lines.last) - moved_begin);
    const std::string other(line_text(buffer, up ? first : last));
    const std::string text = up ? moved + "\n" + other : other + "\n" + moved;
    const auto by = int64_t(other.size()) + 1;
    replace_and_shift(buffer, begin, end, text, up ? -by : by);
}

void duplicate_lines(TextBuffer& buffer, bool down) {
    const LineRange lines = touched_lines(buffer);
    const size_t begin = buffer.line_starts[lines.first], end = line_end(buffer, lines.last);
    const std::string text = buffer.text.substr(begin, end - begin);
    replace_and_shift(buffer, end, end, "\n" + text, down ? int64_t(text.size()) + 1 : 0);
}

void delete_lines(TextBuffer& buffer) {
    const LineRange lines = touched_lines(buffer);
    const int column = column_of(buffer, buffer.caret);
    size_t begin = buffer.line_starts[lines.first], end = line_end(buffer, lines.last);
    if (end < buffer.text.size())
        ++end;
    else if (begin > 0)
        --begin;
    if (begin == end) return;
    replace_text(buffer, begin, end, {}, Joins::never);
    const size_t line = std::min(lines.first, line_count(buffer) - 1);
    move_to(buffer, offset_at(buffer, line, column), false);
    buffer.undo.back().caret_after = buffer.caret;
}

void insert_line(TextBuffer& buffer, bool above) {
    const size_t line = line_of(buffer, buffer.caret);
    if (!above) {
        move_to(buffer, line_end(buffer, line), false);
        return break_line(buffer);
    }
    const std::string_view text = line_text(buffer, line);
    const std::string depth(text.substr(0, indentation_of(text)));
    const size_t begin = buffer.line_starts[line];
    replace_text(buffer, begin, begin, depth + "\n", Joins::never);
    move_to(buffer, begin + depth.size(), false);
    buffer.undo.back().caret_after = buffer.caret;
}

void go_to_line(TextBuffer& buffer, size_t line) {
    const size_t there = std::min(line, line_count(buffer) - 1);
    move_to(buffer, buffer.line_starts[there] + indentation_of(line_text(buffer, there)), false);
}

}  // namespace meada::app
