// What an editor does to lines and pairs. The buffer itself is compiled in beside its own tests.
#include <doctest/doctest.h>

#include "app/text_buffer.h"
#include "app/text_lines.cpp"
#include "app/text_pairs.cpp"

using namespace meada::app;

namespace {

TextBuffer edited(std::string_view text, size_t caret, size_t anchor) {
    TextBuffer buffer;
    set_text(buffer, text);
    move_to(buffer, anchor, false);
    move_to(buffer, caret, true);
    return buffer;
}
TextBuffer edited(std::string_view text, size_t caret) { return edited(text, caret, caret); }

const auto all_code = [](size_t) { return true; };

}  // namespace

TEST_CASE("lines move, and the caret goes along; undo brings them back") {
    TextBuffer buffer = edited("one\ntwo\nthree", 5);
    move_lines_by_one(buffer, false);
    CHECK(buffer.text == "one\nthree\ntwo");
    CHECK(buffer.caret == 11);
    move_lines_by_one(buffer, false);  // it is the last one
    CHECK(buffer.text == "one\nthree\ntwo");
    move_lines_by_one(buffer, true);
    move_lines_by_one(buffer, true);
    CHECK(buffer.text == "two\none\nthree");
    CHECK(buffer.caret == 1);
    undo(buffer);
    CHECK(buffer.text == "one\ntwo\nthree");
    redo(buffer);
    CHECK(buffer.text == "two\none\nthree");
    CHECK(buffer.caret == 1);
}

TEST_CASE("several selected lines move and are copied as a block") {
    TextBuffer buffer = edited("a\nb\nc\nd", 4, 0);  // up to the start of c, which is not touched
    move_lines_by_one(buffer, false);
    CHECK(buffer.text == "c\na\nb\nd");
    CHECK(selected_text(buffer) == "a\nb\n");
    duplicate_lines(buffer, true);
    CHECK(buffer.text == "c\na\nb\na\nb\nd");
    CHECK(selection_begin(buffer) == 6);
}

TEST_CASE("a copy above leaves the caret in the upper one, a copy below takes it along") {
    TextBuffer up = edited("ab", 1), down = edited("ab", 1);
    duplicate_lines(up, false);
    duplicate_lines(down, true);
    CHECK(up.text == "ab\nab");
    CHECK(down.text == "ab\nab");
    CHECK(up.caret == 1);
    CHECK(down.caret == 4);
}

TEST_CASE("a line is deleted with its end, the last one with the end before it") {
    TextBuffer buffer = edited("one\ntwo\nthree", 5);
    delete_lines(buffer);
    CHECK(buffer.text == "one\nthree");
    CHECK(buffer.caret == 5);
    delete_lines(buffer);
    CHECK(buffer.text == "one");
    delete_lines(buffer);
    CHECK(buffer.text.empty());
    delete_lines(buffer);
    CHECK(buffer.text.empty());
}

TEST_CASE("new lines above and below are as deep as this one") {
    TextBuffer buffer = edited("if x:\n    y", 8);
    insert_line(buffer, true);
    CHECK(buffer.text == "if x:\n    \n    y");
    CHECK(buffer.caret == 10);
    buffer = edited("if x:\n    y", 2);
    insert_line(buffer, false);
    CHECK(buffer.text == "if x:\n    \n    y");
    CHECK(buffer.caret == 10);
}

TEST_CASE("after what leaves a block the next line is less deep") {
    for (const char* word : {"return x", "pass", "raise"}) {
        const std::string line = std::string("    ") + word;
        TextBuffer buffer = edited(line, line.size());
        break_line(buffer);
        CHECK(buffer.text == line + "\n");
    }
    TextBuffer name = edited("    returned = 1", 16);
    break_line(name);
    CHECK(name.text == "    returned = 1\n    ");
}

TEST_CASE("a line broken between brackets gets three") {
    TextBuffer buffer = edited("f()", 2);
    break_line(buffer);
    CHECK(buffer.text == "f(\n    \n)");
    CHECK(buffer.caret == 7);
}

TEST_CASE("brackets and quotes close by themselves and are typed over") {
    TextBuffer buffer;
    type_paired(buffer, "print(f\"a");
    CHECK(buffer.text == "print(f\"a\")");
    CHECK(buffer.caret == 9);
    type_paired(buffer, "\")");
    CHECK(buffer.text == "print(f\"a\")");
    CHECK(buffer.caret == 11);
    type_paired(buffer, ")");  // not its own: this one is wanted
    CHECK(buffer.text == "print(f\"a\"))");
}

TEST_CASE("no quote is closed in a comment, in a word, or before a word") {
    for (const auto& [text, typed] : {std::pair{"# ", "'"}, {"don", "'"}, {"\"", "'"}}) {
        TextBuffer buffer = edited(text, std::string_view(text).size());
        type_paired(buffer, typed);
        CHECK(buffer.text == std::string(text) + typed);
    }
    TextBuffer buffer = edited("name", 0);
    type_paired(buffer, "(");
    CHECK(buffer.text == "(name");
}

TEST_CASE("a bracket goes around what is selected, and an empty pair goes as a whole") {
    TextBuffer buffer = edited("a + b", 5, 0);
    type_paired(buffer, "(");
    CHECK(buffer.text == "(a + b)");
    CHECK(selected_text(buffer) == "a + b");
    buffer = edited("f()", 2);
    erase_paired(buffer, false);
    CHECK(buffer.text == "f");
}

TEST_CASE("words are undone one by one, and rubbed-out letters come back together") {
    TextBuffer buffer;
    for (const char letter : std::string("let it be")) type_paired(buffer, std::string(1, letter));
    undo(buffer);
    CHECK(buffer.text == "let it ");
    undo(buffer);
    CHECK(buffer.text == "let ");
    redo(buffer);
    CHECK(buffer.text == "let it ");
    for (int i = 0; i < 3; ++i) erase_paired(buffer, false);
    CHECK(buffer.text == "let ");
    undo(buffer);
    CHECK(buffer.text == "let it ");
}

TEST_CASE("a pair and what is typed into it are undone together") {
    TextBuffer buffer;
    type_paired(buffer, "f(x)");
    undo(buffer);
    CHECK(buffer.text.empty());
    redo(buffer);
    CHECK(buffer.text == "f(x)");
}

TEST_CASE("the bracket that belongs to the one at the caret is found") {
    TextBuffer buffer = edited("f(a[1], (b))", 1);
    const auto pair_at = [&](size_t caret) {
        move_to(buffer, caret, false);
        const std::optional<BracketPair> pair = matching_brackets(buffer, all_code);
        return pair ? std::pair{pair->open, pair->close} : std::pair{size_t(99), size_t(99)};
    };
    CHECK(pair_at(1) == std::pair{size_t(1), size_t(11)});
    CHECK(pair_at(12) == std::pair{size_t(1), size_t(11)});
    CHECK(pair_at(5) == std::pair{size_t(3), size_t(5)});
    CHECK(pair_at(0) == std::pair{size_t(99), size_t(99)});
    buffer = edited("(']')", 0);
    const auto outside_string = [](size_t at) { return at == 0 || at == 4; };
    CHECK(matching_brackets(buffer, outside_string)->close == 4);
    buffer = edited("(]", 0);
    CHECK_FALSE(matching_brackets(buffer, all_code).has_value());
}

TEST_CASE("finding by case and whole words, and replacing in one step") {
    TextBuffer buffer = edited("lock, Lock, unlock, lock_two", 0);
    CHECK(find_all(buffer, "lock").size() == 4);
    CHECK(find_all(buffer, "Lock", {.match_case = true}).size() == 1);
    CHECK(find_all(buffer, "lock", {.whole_word = true}) == std::vector<size_t>{0, 6});
    replace_found(buffer, find_all(buffer, "lock", {.whole_word = true}), 4, "gate");
    CHECK(buffer.text == "gate, gate, unlock, lock_two");
    undo(buffer);
    CHECK(buffer.text == "lock, Lock, unlock, lock_two");
}
