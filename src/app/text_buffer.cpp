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
    // A closing bracket that came by itself is still that while what changes lies before it.
    std::erase_if(buffer.closers, [&](size_t& from_end) {
        const size_t place = buffer.text.size() - from_end;
        if (at > place) from_end += inserted.size() - size;
        return at <= place && at + size > place;
    });
    buffer.text.replace(at, size, inserted);
    find_lines(buffer);
    ++buffer.version;
}

bool is_space(char byte) { return byte == ' ' || byte == '\t'; }

// Whether an edit is undone together with the one before it: a word grows, or is rubbed out.
bool goes_on(const Edit& last, const Edit& next) {
    if (next.joins == Joins::never || next.joins != last.joins) return false;
    if (last.caret_after != next.caret_before || next.caret_before != next.anchor_before)
        return false;
    if (next.joins == Joins::erasing) return next.removed.find('\n') == std::string::npos;
    const bool new_word = !last.inserted.empty() && is_space(last.inserted.back()) &&
                          !next.inserted.empty() && !is_space(next.inserted.front());
    return !new_word && next.inserted.find('\n') == std::string::npos;
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

}  // namespace

size_t selection_begin(const TextBuffer& buffer) { return std::min(buffer.caret, buffer.anchor); }
size_t selection_end(const TextBuffer& buffer) { return std::max(buffer.caret, buffer.anchor); }

size_t indentation_of(std::string_view line) {
    size_t size = 0;
    while (size < line.size() && (line[size] == ' ' || line[size] == '\t')) ++size;
    return size;
}

void replace_text(TextBuffer& buffer, size_t begin, size_t end, std::string_view inserted,
                  Joins joins) {
    Edit edit{.at = begin,
              .removed = buffer.text.substr(begin, end - begin),
              .inserted = std::string(inserted),
              .caret_before = buffer.caret,
              .anchor_before = buffer.anchor,
              .caret_after = begin + inserted.size(),
              .joins = joins};
    if (begin == 0 && end > 0 && end == buffer.text.size()) ++buffer.rewritten;
    Edit* last = buffer.undo.empty() ? nullptr : &buffer.undo.back();
    const bool together = last && goes_on(*last, edit);
    edit.group = together ? last->group : last ? last->group + 1 : 1;
    put(buffer, begin, end - begin, inserted);
    buffer.caret = buffer.anchor = edit.caret_after;
    buffer.goal_column = -1;
    buffer.redo.clear();
    const bool is_next_letter = together && joins == Joins::typing && edit.removed.empty() &&
                                last->at + last->inserted.size() == begin;
    if (is_next_letter) {
        last->inserted += inserted;
        last->caret_after = edit.caret_after;
        return;
    }
    buffer.undo.push_back(std::move(edit));
    if (buffer.undo.size() > undo_max) buffer.undo.erase(buffer.undo.begin());
}

namespace {

// Every line that the selection touches, changed by `change`; the selection stays on them.
template <typename Change>
void change_lines(TextBuffer& buffer, Change change) {
    const size_t first = line_of(buffer, selection_begin(buffer));
    size_t last = line_of(buffer, selection_end(buffer));
    if (last > first && buffer.line_starts[last] == selection_end(buffer)) --last;
    const size_t begin = buffer.line_starts[first];
    const size_t end = buffer.line_starts[last] + line_text(buffer, last).size();
    const bool selected = has_selection(buffer);
    const size_t from_end = buffer.text.size() - selection_end(buffer);
    std::string changed;
    for (size_t line = first; line <= last; ++line) {
        if (line > first) changed += '\n';
        changed += change(line_text(buffer, line));
    }
    if (changed == buffer.text.substr(begin, end - begin)) return;
    replace_text(buffer, begin, end, changed, Joins::never);
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
    return buffer.text.substr(selection_begin(buffer),
                              selection_end(buffer) - selection_begin(buffer));
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
    const size_t text_start = start + indentation_of(line_text(buffer, line));
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
    replace_text(buffer, selection_begin(buffer), selection_end(buffer), text,
                 has_selection(buffer) ? Joins::never : Joins::typing);
}

void paste_text(TextBuffer& buffer, std::string_view text) {
    replace_text(buffer, selection_begin(buffer), selection_end(buffer), with_plain_line_ends(text),
                 Joins::never);
}

void erase_before(TextBuffer& buffer, bool whole_word) {
    if (has_selection(buffer))
        return replace_text(buffer, selection_begin(buffer), selection_end(buffer), {},
                            Joins::never);
    if (buffer.caret == 0) return;
    size_t begin =
        whole_word ? word_before(buffer, buffer.caret) : place_before(buffer, buffer.caret);
    // Inside the indentation, back to where a block begins.
    const size_t line = line_of(buffer, buffer.caret), start = buffer.line_starts[line];
    const std::string_view head = std::string_view(buffer.text).substr(start, buffer.caret - start);
    if (!whole_word && !head.empty() && head.find_first_not_of(' ') == std::string_view::npos)
        begin = start + (head.size() - 1) / tab_columns * tab_columns;
    replace_text(buffer, begin, buffer.caret, {}, Joins::erasing);
}

void erase_after(TextBuffer& buffer, bool whole_word) {
    if (has_selection(buffer))
        return replace_text(buffer, selection_begin(buffer), selection_end(buffer), {},
                            Joins::never);
    const size_t end =
        whole_word ? next_word(buffer, buffer.caret) : next_place(buffer, buffer.caret);
    if (end > buffer.caret) replace_text(buffer, buffer.caret, end, {}, Joins::erasing);
}

namespace {

// After these nothing else of the block follows.
bool leaves_block(std::string_view statement) {
    for (const std::string_view word : {"return", "pass", "break", "continue", "raise"})
        if (statement.starts_with(word) &&
            (statement.size() == word.size() || kind_of(statement[word.size()]) != 1))
            return true;
    return false;
}

bool opens(char byte) { return byte == '(' || byte == '[' || byte == '{'; }
bool closes(char open, char byte) {
    return (open == '(' && byte == ')') || (open == '[' && byte == ']') ||
           (open == '{' && byte == '}');
}

}  // namespace

void break_line(TextBuffer& buffer) {
    const size_t begin = selection_begin(buffer), end = selection_end(buffer);
    const size_t start = buffer.line_starts[line_of(buffer, begin)];
    const std::string_view head = std::string_view(buffer.text).substr(start, begin - start);
    const std::string depth(head.substr(0, indentation_of(head)));
    std::string_view said = head;
    while (!said.empty() && is_space(said.back())) said.remove_suffix(1);
    std::string inserted = "\n" + depth, after;
    if (!said.empty() && (said.back() == ':' || opens(said.back()))) {
        inserted += "    ";
        if (end < buffer.text.size() && closes(said.back(), buffer.text[end])) after = "\n" + depth;
    } else if (leaves_block(said.substr(std::min(depth.size(), said.size())))) {
        inserted.resize(std::max<size_t>(1, inserted.size() - std::min<size_t>(4, depth.size())));
    }
    const size_t caret = begin + inserted.size();
    replace_text(buffer, begin, end, inserted + after, Joins::never);
    if (!after.empty()) move_to(buffer, caret, false);
}

void indent(TextBuffer& buffer) {
    const bool one_line =
        line_of(buffer, selection_begin(buffer)) == line_of(buffer, selection_end(buffer));
    if (!has_selection(buffer) || one_line) {
        const int column = column_of(buffer, selection_begin(buffer));
        const auto spaces = size_t(tab_columns - column % tab_columns);
        return replace_text(buffer, selection_begin(buffer), selection_end(buffer),
                            std::string(spaces, ' '), Joins::never);
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
    const size_t first = line_of(buffer, selection_begin(buffer)),
                 last = line_of(buffer, selection_end(buffer));
    bool all = true;
    for (size_t line = first; line <= last; ++line) {
        const std::string_view text = line_text(buffer, line);
        const size_t start = indentation_of(text);
        if (start < text.size() && text[start] != '#') all = false;
    }
    change_lines(buffer, [all](std::string_view line) {
        const size_t start = indentation_of(line);
        if (start == line.size()) return std::string(line);
        std::string out(line);
        if (!all) return out.insert(start, "# ");
        return out.erase(start, out.size() > start + 1 && out[start + 1] == ' ' ? 2 : 1);
    });
}

bool undo(TextBuffer& buffer) {
    if (buffer.undo.empty()) return false;
    const uint64_t group = buffer.undo.back().group;
    while (!buffer.undo.empty() && buffer.undo.back().group == group) {
        Edit edit = std::move(buffer.undo.back());
        buffer.undo.pop_back();
        put(buffer, edit.at, edit.inserted.size(), edit.removed);
        buffer.caret = edit.caret_before;
        buffer.anchor = edit.anchor_before;
        edit.joins = Joins::never;
        buffer.redo.push_back(std::move(edit));
    }
    buffer.goal_column = -1;
    return true;
}

bool redo(TextBuffer& buffer) {
    if (buffer.redo.empty()) return false;
    const uint64_t group = buffer.redo.back().group;
    while (!buffer.redo.empty() && buffer.redo.back().group == group) {
        Edit edit = std::move(buffer.redo.back());
        buffer.redo.pop_back();
        put(buffer, edit.at, edit.removed.size(), edit.inserted);
        buffer.caret = buffer.anchor = edit.caret_after;
        buffer.undo.push_back(std::move(edit));
    }
    buffer.goal_column = -1;
    return true;
}

std::vector<size_t> find_all(const TextBuffer& buffer, std::string_view what, FindOptions options,
                             size_t most) {
    std::vector<size_t> found;
    if (what.empty()) return found;
    const std::string& text = buffer.text;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    const auto same = [&](char a, char b) {
        return options.match_case ? a == b : lower(a) == lower(b);
    };
    const auto is_whole = [&](size_t at) {
        const size_t end = at + what.size();
        const bool begins = at == 0 || kind_of(text[at - 1]) != 1 || kind_of(what.front()) != 1;
        return begins &&
               (end == text.size() || kind_of(text[end]) != 1 || kind_of(what.back()) != 1);
    };
    auto at = text.begin();
    while (found.size() < most) {
        at = std::search(at, text.end(), what.begin(), what.end(), same);
        if (at == text.end()) break;
        const auto place = size_t(at - text.begin());
        const bool counts = !options.whole_word || is_whole(place);
        if (counts) found.push_back(place);
        at += counts ? int64_t(what.size()) : 1;
    }
    return found;
}

void replace_found(TextBuffer& buffer, const std::vector<size_t>& places, size_t size,
                   std::string_view with) {
    if (places.empty()) return;
    std::string changed;
    size_t from = places.front();
    for (const size_t at : places) {
        changed += buffer.text.substr(from, at - from);
        changed += with;
        from = at + size;
    }
    replace_text(buffer, places.front(), from, changed, Joins::never);
}

}  // namespace meada::app
