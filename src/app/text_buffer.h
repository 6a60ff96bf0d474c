// A text being edited: caret, selection, undo. Pure: knows no key and draws nothing. Places are
// byte offsets; the caret never stands inside a code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meada::app {

struct Edit {
    size_t at = 0;
    std::string removed, inserted;
    size_t caret_before = 0, anchor_before = 0;
    bool typing = false;  // joins with the typing before it
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
    uint64_t version = 0;                  // counts changes of the text
    uint64_t rewritten = 0;                // how often all of it was removed at once
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

// Offsets where `what` stands, without regard to case (ASCII); at most `most` of them.
std::vector<size_t> find_all(const TextBuffer&, std::string_view what, size_t most = 10000);

}  // namespace meada::app
