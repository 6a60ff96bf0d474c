// The buffer is pure, but its folder is built with a window only: it is compiled in here.
#include "app/text_buffer.h"

#include <doctest/doctest.h>

#include "app/text_buffer.cpp"

using namespace meada::app;

namespace {

TextBuffer buffer_of(std::string_view text, size_t caret) {
    TextBuffer buffer;
    set_text(buffer, text);
    move_to(buffer, caret, false);
    return buffer;
}

}  // namespace

TEST_CASE("lines, columns and places count characters, not bytes") {
    TextBuffer buffer = buffer_of("ação = 1\n\tx\n", 0);
    CHECK(line_count(buffer) == 3);
    CHECK(column_of(buffer, 5) == 3);  // behind "açã"
    CHECK(offset_at(buffer, 0, 3) == 5);
    CHECK(next_place(buffer, 1) == 3);
    CHECK(place_before(buffer, 3) == 1);
    CHECK(column_of(buffer, buffer.line_starts[1] + 1) == 4);
}

TEST_CASE("typing is undone in one step, and done again") {
    TextBuffer buffer = buffer_of("", 0);
    for (const char* letter : {"a", "ç", "ã", "o"}) type_text(buffer, letter);
    CHECK(buffer.text == "ação");
    CHECK(undo(buffer));
    CHECK(buffer.text.empty());
    CHECK(redo(buffer));
    CHECK(buffer.text == "ação");
    CHECK_FALSE(redo(buffer));
}

TEST_CASE("a new line keeps the indentation, and a colon deepens it") {
    TextBuffer buffer = buffer_of("def f():", 8);
    break_line(buffer);
    CHECK(buffer.text == "def f():\n    ");
    type_text(buffer, "return 1");
    break_line(buffer);
    CHECK(buffer.text == "def f():\n    return 1\n");
}

TEST_CASE("indent and outdent move whole lines") {
    TextBuffer buffer = buffer_of("a\nb\nc", 0);
    move_to(buffer, 3, true);
    indent(buffer);
    CHECK(buffer.text == "    a\n    b\nc");
    outdent(buffer);
    CHECK(buffer.text == "a\nb\nc");
}

TEST_CASE("comments come and go") {
    TextBuffer buffer = buffer_of("  a\nb", 0);
    move_to(buffer, 5, true);
    toggle_comment(buffer);
    CHECK(buffer.text == "  # a\n# b");
    toggle_comment(buffer);
    CHECK(buffer.text == "  a\nb");
}

TEST_CASE("line ends of other systems become plain ones") {
    TextBuffer buffer = buffer_of("a\r\nb\rc", 0);
    CHECK(buffer.text == "a\nb\nc");
    move_to(buffer, 0, false);
    paste_text(buffer, "x\r\n");
    CHECK(buffer.text == "x\na\nb\nc");
}

TEST_CASE("words, lines and searching") {
    TextBuffer buffer = buffer_of("await asyncio.sleep(1)\nawait x", 0);
    CHECK(next_word(buffer, 0) == 6);
    CHECK(word_before(buffer, 13) == 6);
    select_word_at(buffer, 8);
    CHECK(selected_text(buffer) == "asyncio");
    select_line_at(buffer, 3);
    CHECK(selected_text(buffer) == "await asyncio.sleep(1)\n");
    CHECK(find_all(buffer, "AWAIT").size() == 2);
}

TEST_CASE("inserted lines are told, so that breakpoints follow") {
    TextBuffer buffer = buffer_of("a\nb\nc", 1);
    type_text(buffer, "\n\n");
    REQUIRE(buffer.line_changes.size() == 1);
    CHECK(buffer.line_changes[0].line == 0);
    CHECK(buffer.line_changes[0].delta == 2);
}

TEST_CASE("the caret keeps its column over short lines") {
    TextBuffer buffer = buffer_of("abcdef\nx\nabcdef", 5);
    move_lines(buffer, 1, false);
    CHECK(column_of(buffer, buffer.caret) == 1);
    move_lines(buffer, 1, false);
    CHECK(column_of(buffer, buffer.caret) == 5);
}
