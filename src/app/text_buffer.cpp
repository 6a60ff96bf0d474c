#include "app/text_buffer.h"

#include <algorithm>

namespace meada::app {

namespace {

constexpr size_t undo_max = 2000;  // edits

bool is_tail(char byte) { return (uint8_t(byte) & 0xC0) == 0x80; }

int kind_of(char byte) {  // of words: letters, spaces, the rest
    const auto b = uint8_t(byte);
    if (b == ' ' || b == '\t' || b == '\n') return 0;
    const bool letter = b >= 0x80 || b == '_' || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') ||
                        (b >= 'A' && b <= 'Z');
    return letter ? 1 : 2;
}

void find_lines(TextBuffer& buffer) {
    buffer.line_starts.assign(1, 0);
    for (size_t at = buffer.text.find('\n'); at != std::string::npos;
         at = buffer.text.find('\n', at + 1))
        buffer.line_starts.push_back(at + 1);
}

size_t count_lines(std::string_view text) {
    return size_t(std::count(text.begin(), text.end(), '\n'));
}

// The only place where the text changes.
void put(TextBuffer& buffer, size_t at, size_t size, std::string_view inserted) {
    const int before = int(count_lines(std::string_view(buffer.text).substr(at, size)));
    const int after = int(count_lines(inserted));
    if (before != after) buffer.line_changes.push_back({line_of(buffer, at), after - before});
    buffer.text.replace(at, size, inserted);
    find_lines(buffer);
    ++buffer.version;
}

void replace(TextBuffer& buffer, size_t begin, size_t end, std::string_view inserted, bool typing) {
    Edit edit{begin,
              buffer.text.substr(begin, end - begin),
              std::string(inserted),
              buffer.caret,
              buffer.anchor,
              typing};
    if (begin == 0 && end > 0 && end == buffer.text.size()) ++buffer.rewritten;
    put(buffer, begin, end - begin, inserted);
    buffer.caret = buffer.anchor = begin + inserted.size();
    buffer.goal_column = -1;
    buffer.redo.clear();
    if (typing && !buffer.undo.empty() && edit.removed.empty()) {
        Edit& last = buffer.undo.back();
        const bool joins = last.typing && last.at + last.inserted.size() == begin &&
                           inserted.find('\n') == std::string_view::npos;
        if (joins) {
            last.inserted += inserted;
            return;
        }
    }
    buffer.undo.push_back(std::move(edit));
    if (buffer.undo.size() > undo_max) buffer.undo.erase(buffer.undo.begin());
}

size_t low(const TextBuffer& buffer) { return std::min(buffer.caret, buffer.anchor); }
size_t high(const TextBuffer& buffer) { return std::max(buffer.caret, buffer.anchor); }

size_t indentation(std::string_view line) {
    size_t size = 0;
    while (size < line.size() && (line[size] == ' ' || line[size] == '\t')) ++size;
    return size;
}

std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

// Every line that the selection touches, changed by `change`; the selection stays on them.
template <typename Change>
void change_lines(TextBuffer& buffer, Change change) {
    const size_t first = line_of(buffer, low(buffer));
    size_t last = line_of(buffer, high(buffer));
    if (last > first && buffer.line_starts[last] == high(buffer)) --last;
    const size_t begin = buffer.line_starts[first];
    const size_t end = buffer.line_starts[last] + line_text(buffer, last).size();
    const bool selected = has_selection(buffer);
    const size_t from_end = buffer.text.size() - high(buffer);
    std::string changed;
    for (size_t line = first; line <= last; ++line) {
        if (line > first) changed += '\n';
        changed += change(line_text(buffer, line));
    }
    if (changed == buffer.text.substr(begin, end - begin)) return;
    replace(buffer, begin, end, changed, false);
    const size_t caret = buffer.text.size() - std::min(from_end, buffer.text.size());
    buffer.caret = std::max(begin, caret);
    buffer.anchor = selected ? begin : buffer.caret;
}

}  // namespace

void set_text(TextBuffer& buffer, std::string_view text) {
    const uint64_t version = buffer.version;
    buffer = {};
    buffer.text = with_plain_line_ends(text);
    buffer.version = version + 1;
    find_lines(buffer);
}

bool has_selection(const TextBuffer& buffer) { return buffer.caret != buffer.anchor; }

std::string selected_text(const TextBuffer& buffer) {
    return buffer.text.substr(low(buffer), high(buffer) - low(buffer));
}

void move_to(TextBuffer& buffer, size_t offset, bool select) {
    buffer.caret = std::min(offset, buffer.text.size());
    if (!select) buffer.anchor = buffer.caret;
    buffer.goal_column = -1;
}

// ---- lines and columns -------------------------------------------------------------------------

size_t line_count(const TextBuffer& buffer) { return buffer.line_starts.size(); }

size_t line_of(const TextBuffer& buffer, size_t offset) {
    const auto after =
        std::upper_bound(buffer.line_starts.begin(), buffer.line_starts.end(), offset);
    return size_t(after - buffer.line_starts.begin()) - 1;
}

std::string_view line_text(const TextBuffer& buffer, size_t line) {
    const size_t begin = buffer.line_starts[line];
    const size_t end = line + 1 < buffer.line_starts.size() ? buffer.line_starts[line + 1] - 1
                                                            : buffer.text.size();
    return std::string_view(buffer.text).substr(begin, end - begin);
}

int column_of(const TextBuffer& buffer, size_t offset) {
    int column = 0;
    for (size_t at = buffer.line_starts[line_of(buffer, offset)]; at < offset; ++at) {
        if (buffer.text[at] == '\t')
            column += tab_columns - column % tab_columns;
        else if (!is_tail(buffer.text[at]))
            ++column;
    }
    return column;
}

size_t offset_at(const TextBuffer& buffer, size_t line, int column) {
    const std::string_view text = line_text(buffer, line);
    int reached = 0;
    size_t at = 0;
    while (at < text.size() && reached < column) {
        const int width = text[at] == '\t' ? tab_columns - reached % tab_columns : 1;
        if (reached + width > column && column - reached < (width + 1) / 2) break;
        reached += width;
        ++at;
        while (at < text.size() && is_tail(text[at])) ++at;
    }
    return buffer.line_starts[line] + at;
}

// ---- moving ------------------------------------------------------------------------------------

size_t next_place(const TextBuffer& buffer, size_t offset) {
    if (offset >= buffer.text.size()) return buffer.text.size();
    ++offset;
    while (offset < buffer.text.size() && is_tail(buffer.text[offset])) ++offset;
    return offset;
}

size_t place_before(const TextBuffer& buffer, size_t offset) {
    if (offset == 0) return 0;
    --offset;
    while (offset > 0 && is_tail(buffer.text[offset])) --offset;
    return offset;
}

size_t next_word(const TextBuffer& buffer, size_t offset) {
    const std::string& text = buffer.text;
    if (offset < text.size() && text[offset] == '\n') return offset + 1;
    const int kind = offset < text.size() ? kind_of(text[offset]) : 0;
    while (offset < text.size() && kind != 0 && kind_of(text[offset]) == kind) ++offset;
    while (offset < text.size() && (text[offset] == ' ' || text[offset] == '\t')) ++offset;
    return offset;
}

size_t word_before(const TextBuffer& buffer, size_t offset) {
    const std::string& text = buffer.text;
    if (offset > 0 && text[offset - 1] == '\n') return offset - 1;
    while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\t')) --offset;
    const int kind = offset > 0 ? kind_of(text[offset - 1]) : 0;
    while (offset > 0 && kind != 0 && kind_of(text[offset - 1]) == kind) --offset;
    return offset;
}

void move_lines(TextBuffer& buffer, int lines, bool select) {
    const int goal = buffer.goal_column >= 0 ? buffer.goal_column : column_of(buffer, buffer.caret);
    const auto line = int64_t(line_of(buffer, buffer.caret)) + lines;
    if (line < 0)
        move_to(buffer, 0, select);
    else if (line >= int64_t(line_count(buffer)))
        move_to(buffer, buffer.text.size(), select);
    else
        move_to(buffer, offset_at(buffer, size_t(line), goal), select);
    buffer.goal_column = goal;
}

void move_home(TextBuffer& buffer, bool select) {
    const size_t line = line_of(buffer, buffer.caret), start = buffer.line_starts[line];
    const size_t text_start = start + indentation(line_text(buffer, line));
    move_to(buffer, buffer.caret == text_start ? start : text_start, select);
}

void move_end(TextBuffer& buffer, bool select) {
    const size_t line = line_of(buffer, buffer.caret);
    move_to(buffer, buffer.line_starts[line] + line_text(buffer, line).size(), select);
}

void select_word_at(TextBuffer& buffer, size_t offset) {
    const std::string& text = buffer.text;
    if (text.empty()) return;
    const bool at_end = offset >= text.size() || text[offset] == '\n';
    const size_t inside = at_end && offset > 0 ? offset - 1 : std::min(offset, text.size() - 1);
    const int kind = kind_of(text[inside]);
    size_t begin = inside, end = inside;
    while (begin > 0 && text[begin - 1] != '\n' && kind_of(text[begin - 1]) == kind) --begin;
    while (end < text.size() && text[end] != '\n' && kind_of(text[end]) == kind) ++end;
    buffer.anchor = begin;
    move_to(buffer, end, true);
}

void select_line_at(TextBuffer& buffer, size_t offset) {
    const size_t line = line_of(buffer, offset);
    buffer.anchor = buffer.line_starts[line];
    move_to(buffer,
            line + 1 < line_count(buffer) ? buffer.line_starts[line + 1] : buffer.text.size(),
            true);
}

// ---- changing
// ------------------------------------------------------------------------------------

void type_text(TextBuffer& buffer, std::string_view text) {
    replace(buffer, low(buffer), high(buffer), text, !has_selection(buffer));
}

void paste_text(TextBuffer& buffer, std::string_view text) {
    replace(buffer, low(buffer), high(buffer), with_plain_line_ends(text), false);
}

void erase_before(TextBuffer& buffer, bool whole_word) {
    if (has_selection(buffer)) return replace(buffer, low(buffer), high(buffer), {}, false);
    if (buffer.caret == 0) return;
    size_t begin =
        whole_word ? word_before(buffer, buffer.caret) : place_before(buffer, buffer.caret);
    // Inside the indentation, back to where a block begins.
    const size_t line = line_of(buffer, buffer.caret), start = buffer.line_starts[line];
    const std::string_view head = std::string_view(buffer.text).substr(start, buffer.caret - start);
    if (!whole_word && !head.empty() && head.find_first_not_of(' ') == std::string_view::npos)
        begin = start + (head.size() - 1) / tab_columns * tab_columns;
    replace(buffer, begin, buffer.caret, {}, false);
}

void erase_after(TextBuffer& buffer, bool whole_word) {
    if (has_selection(buffer)) return replace(buffer, low(buffer), high(buffer), {}, false);
    const size_t end =
        whole_word ? next_word(buffer, buffer.caret) : next_place(buffer, buffer.caret);
    if (end > buffer.caret) replace(buffer, buffer.caret, end, {}, false);
}

void break_line(TextBuffer& buffer) {
    const size_t line = line_of(buffer, low(buffer)), start = buffer.line_starts[line];
    const std::string_view head = std::string_view(buffer.text).substr(start, low(buffer) - start);
    std::string inserted = "\n" + std::string(head.substr(0, indentation(head)));
    std::string_view said = head;
    while (!said.empty() && (said.back() == ' ' || said.back() == '\t')) said.remove_suffix(1);
    if (!said.empty() &&
        (said.back() == ':' || said.back() == '(' || said.back() == '[' || said.back() == '{'))
        inserted += "    ";
    const std::string_view words = said.substr(std::min(indentation(said), said.size()));
    const bool leaves = words.starts_with("return") || words.starts_with("pass") ||
                        words.starts_with("break") || words.starts_with("continue") ||
                        words.starts_with("raise");
    if (leaves && inserted.size() > 4) inserted.resize(inserted.size() - 4);
    replace(buffer, low(buffer), high(buffer), inserted, false);
}

void indent(TextBuffer& buffer) {
    const bool one_line = line_of(buffer, low(buffer)) == line_of(buffer, high(buffer));
    if (!has_selection(buffer) || one_line) {
        const int column = column_of(buffer, low(buffer));
        const auto spaces = size_t(tab_columns - column % tab_columns);
        return replace(buffer, low(buffer), high(buffer), std::string(spaces, ' '), false);
    }
    change_lines(buffer, [](std::string_view line) {
        return line.empty() ? std::string() : "    " + std::string(line);
    });
}

void outdent(TextBuffer& buffer) {
    change_lines(buffer, [](std::string_view line) {
        size_t drop = 0;
        while (drop < size_t(tab_columns) && drop < line.size() && line[drop] == ' ') ++drop;
        if (drop == 0 && !line.empty() && line[0] == '\t') drop = 1;
        return std::string(line.substr(drop));
    });
}

void toggle_comment(TextBuffer& buffer) {
    const size_t first = line_of(buffer, low(buffer)), last = line_of(buffer, high(buffer));
    bool all = true;
    for (size_t line = first; line <= last; ++line) {
        const std::string_view text = line_text(buffer, line);
        const size_t start = indentation(text);
        if (start < text.size() && text[start] != '#') all = false;
    }
    change_lines(buffer, [all](std::string_view line) {
        const size_t start = indentation(line);
        if (start == line.size()) return std::string(line);
        std::string out(line);
        if (!all) return out.insert(start, "# ");
        return out.erase(start, out.size() > start + 1 && out[start + 1] == ' ' ? 2 : 1);
    });
}

bool undo(TextBuffer& buffer) {
    if (buffer.undo.empty()) return false;
    Edit edit = std::move(buffer.undo.back());
    buffer.undo.pop_back();
    put(buffer, edit.at, edit.inserted.size(), edit.removed);
    buffer.caret = edit.caret_before;
    buffer.anchor = edit.anchor_before;
    buffer.goal_column = -1;
    edit.typing = false;
    buffer.redo.push_back(std::move(edit));
    return true;
}

bool redo(TextBuffer& buffer) {
    if (buffer.redo.empty()) return false;
    Edit edit = std::move(buffer.redo.back());
    buffer.redo.pop_back();
    put(buffer, edit.at, edit.removed.size(), edit.inserted);
    buffer.caret = buffer.anchor = edit.at + edit.inserted.size();
    buffer.goal_column = -1;
    buffer.undo.push_back(std::move(edit));
    return true;
}

std::vector<size_t> find_all(const TextBuffer& buffer, std::string_view what, size_t most) {
    std::vector<size_t> found;
    if (what.empty()) return found;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    auto at = buffer.text.begin();
    while (found.size() < most) {
        at = std::search(at, buffer.text.end(), what.begin(), what.end(),
                         [&](char a, char b) { return lower(a) == lower(b); });
        if (at == buffer.text.end()) break;
        found.push_back(size_t(at - buffer.text.begin()));
        ++at;
    }
    return found;
}

}  // namespace meada::app
