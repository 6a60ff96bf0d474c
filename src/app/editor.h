// The editor: colours, numbers, breakpoints, errors as one types, and on which line every thread
// and task stands.
#pragma once

#include "app/commands.h"
#include "app/hover.h"
#include "app/kit.h"
#include "app/syntax.h"
#include "app/text_buffer.h"
#include "view/view.h"

namespace meada::app {

struct EditorUi {
    TextBuffer buffer;
    Scroll scroll;
    float scroll_x = 0;
    bool wants_caret_seen = false;
    uint32_t shown_line = 0;  // that the run last scrolled to
    std::vector<SyntaxRun> runs;
    uint64_t runs_version = ~uint64_t{0};
    double typed_s = 0;  // the caret stays lit while one types
    int clicks = 0;
    bool finding = false;
    bool replacing = false;  // the find bar has its second row
    TextBuffer find, with;   // what is looked for, and what it becomes
    FindOptions find_options;
    std::vector<size_t> found;
    FindOptions found_options;
    uint64_t found_version = ~uint64_t{0}, found_what = ~uint64_t{0};
    std::vector<command::Breakpoint> breakpoints;  // in order of their lines
    uint32_t condition_line = 0;  // whose breakpoint is being written; 0: none
    TextBuffer condition, message, hit;
    Hover hover;
};

// Of an empty editor this much is for typing; under it examples are offered (empty_editor.cpp).
constexpr float empty_editor_h = 28;

struct EditorAnswer {
    bool changed = false;
    bool breakpoints_changed = false;
    bool wants_run = false;
};

struct EditorLook {
    std::string name;  // in the head
    std::string aside;
    bool edited = false;                       // differs from what was run
    const view::SourceMarks* marks = nullptr;  // null: the text has changed since the run
    const std::vector<Error>* errors = nullptr;
    std::string values;  // behind the line that runs
};

EditorAnswer draw_editor(Ui&, Rect, const EditorLook&, EditorUi&);
bool toggle_breakpoint(EditorUi&, uint32_t line);
command::Breakpoint* breakpoint_at(EditorUi&, uint32_t line);  // null: none
// Opens the find bar with the selection in it.
void open_find(Ui&, EditorUi&, bool replacing);
void find_again(EditorUi&, bool backward);
void focus_editor(Ui&, EditorUi&, bool on);

void draw_editor_head(Ui&, Rect, const EditorLook&, const EditorUi&, EditorAnswer&);

// Keys and typed text into a buffer; true when something was done. Shared with the find field.
bool edit_by_keys(Ui&, TextBuffer&, bool many_lines, int page_lines);

}  // namespace meada::app
