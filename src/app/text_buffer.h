// A text being edited: caret, selection, undo. Pure: knows no key and draws nothing. Places are
// byte offsets; the caret never stands inside a code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meada::app {

// Letters of one word, or erased one after the other, are undone together.
enum class Joins : uint8_t { never, typing, erasing };

struct Edit {
    size_t at = 0;
    std::string removed, inserted;
    size_t caret_before = 0, anchor_before = 0, caret_after = 0;
    Joins joins = Joins::never;
    uint64_t group = 0;  // those of one group are undone in one step
};

// Lines after `line` (from 0) moved by `delta`: breakpoints follow it.
struct LineChange {
    size_t line = 0;
    int delta = 0;
};

struct TextBuffer {
    std::string text;
    std::vector<size_t> line_starts{0};
    size_t caret = 0, anchor = 0;  // the selection lies between them
    int goal_column = -1;          // that vertical moves want to keep; -1: where the caret is
    std::vector<Edit> undo, redo;
    std::vector<LineChange> line_changes;  // since the owner last looked
    std::vector<size_t>
        closers;             // brackets and quotes that came by themselves, from the text's end
    uint64_t version = 0;    // counts changes of the text
    uint64_t rewritten = 0;  // how often all of it was removed at once
};

constexpr int tab_columns = 4;

// Another text; forgets selection and undo. Line ends become "\n".
void set_text(TextBuffer&, std::string_view text);

bool has_selection(const TextBuffer&);
std::string selected_text(const TextBuffer&);
void move_to(TextBuffer&, size_t offset, bool select);

size_t line_count(const TextBuffer&);
size_t line_of(const TextBuffer&, size_t offset);
std::string_view line_text(const TextBuffer&, size_t line);  // without its end
// Columns as drawn: a tab reaches to the next multiple of four.
int column_of(const TextBuffer&, size_t offset);
size_t offset_at(const TextBuffer&, size_t line, int column);

size_t next_place(const TextBuffer&, size_t offset);
size_t place_before(const TextBuffer&, size_t offset);
size_t next_word(const TextBuffer&, size_t offset);
size_t word_before(const TextBuffer&, size_t offset);
void move_lines(TextBuffer&, int lines, bool select);
void move_home(TextBuffer&, bool select);  // first to the indentation, then to the very start
void move_end(TextBuffer&, bool select);
void select_word_at(TextBuffer&, size_t offset);
void select_line_at(TextBuffer&, size_t offset);

void type_text(TextBuffer&, std::string_view text);  // over the selection
void paste_text(TextBuffer&, std::string_view text);
void erase_before(TextBuffer&, bool whole_word);
void erase_after(TextBuffer&, bool whole_word);
void break_line(TextBuffer&);  // keeps and deepens the indentation
void indent(TextBuffer&);
void outdent(TextBuffer&);
void toggle_comment(TextBuffer&);
bool undo(TextBuffer&);
bool redo(TextBuffer&);

// ---- finding
struct FindOptions {
    bool match_case = false, whole_word = false;
    bool operator==(const FindOptions&) const = default;
};
constexpr size_t found_max = 10000;
// Offsets where `what` stands, in order; case is that of ASCII letters.
std::vector<size_t> find_all(const TextBuffer&, std::string_view what, FindOptions = {},
                             size_t most = found_max);
// Those places, each `size` bytes long, get another text: one step to undo.
void replace_found(TextBuffer&, const std::vector<size_t>& places, size_t size,
                   std::string_view with);

// ---- whole lines (text_lines.cpp): those that the selection touches
void move_lines_by_one(TextBuffer&, bool up);
void duplicate_lines(TextBuffer&, bool down);  // the caret stays in the upper one, or goes down
void delete_lines(TextBuffer&);
void insert_line(TextBuffer&, bool above);  // empty, as deep as this one; the caret goes there
void go_to_line(TextBuffer&, size_t line);  // from 0; to its first letter

// ---- brackets and quotes (text_pairs.cpp)
// As type_text, and an opening bracket or quote brings its closing one, which is typed over later.
void type_paired(TextBuffer&, std::string_view text);
// As erase_before, and an empty pair goes as a whole.
void erase_paired(TextBuffer&, bool whole_word);

struct BracketPair {
    size_t open = 0, close = 0;
};
// The pair whose bracket stands at the caret or before it. `is_code`: not in a string or comment.
std::optional<BracketPair> matching_brackets(const TextBuffer&,
                                             const std::function<bool(size_t)>& is_code);

// Inside of the buffer's files: every change of the text goes through here.
void replace_text(TextBuffer&, size_t begin, size_t end, std::string_view inserted, Joins);
size_t selection_begin(const TextBuffer&);
size_t selection_end(const TextBuffer&);
size_t indentation_of(std::string_view line);  // bytes

}  // namespace meada::app
