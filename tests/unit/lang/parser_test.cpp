#include <doctest/doctest.h>

#include "lang/lang.h"

using namespace meada;
using namespace meada::lang;

namespace {

Error error_of(const std::string& text) {
    const Result<CodeUnit> unit = compile({"test.py", text});
    REQUIRE_FALSE(unit);
    return unit.error();
}

}  // namespace

TEST_CASE("every node knows its range") {
    const Result<Ast> ast = parse({"test.py", "x = f(a, b=1)\n"});
    REQUIRE(ast);
    const std::vector<TreeNode> nodes = tree(*ast);
    std::string found;
    for (const TreeNode& node : nodes) {
        CHECK(node.range.line == 1);
        CHECK(node.range.end_line == 1);
        found += std::to_string(node.depth) + " " + node.field + ":" + node.kind + " " +
                 node.detail + " " + std::to_string(node.range.column) + "-" +
                 std::to_string(node.range.end_column) + "\n";
    }
    CHECK(found ==
          "0 :Assign  0-13\n"
          "1 targets:Name x 0-1\n"
          "1 value:Call  4-13\n"
          "2 func:Name f 4-5\n"
          "2 args:Name a 6-7\n"
          "2 :keyword b 9-12\n"
          "3 :Constant 1 11-12\n");
}

TEST_CASE("the tree shows constants as Python writes them") {
    const Result<Ast> ast = parse({"test.py", "0.1\n1e100\n2.5j\n'a\\n\"b\"'\nb'\\x00'\n"});
    REQUIRE(ast);
    std::string found;
    for (const TreeNode& node : tree(*ast))
        if (std::string_view(node.kind) == "Constant") found += node.detail + " ";
    CHECK(found == "0.1 1e+100 2.5j 'a\\n\"b\"' b'\\x00' ");
    const Result<Ast> longer = parse({"test.py", "'" + std::string(200, 'x') + "'\n"});
    REQUIRE(longer);
    CHECK(tree(*longer).back().detail == "'" + std::string(79, 'x') + "…");
}

TEST_CASE("a block ends with its last statement") {
    const Result<Ast> ast = parse({"test.py", "if x:\n    y\n\n\nz\n"});
    REQUIRE(ast);
    CHECK(ast->body[0]->range == SourceRange{1, 2, 0, 5});
}

TEST_CASE("an error has class, message and place") {
    const Error error = error_of("print 'hello'\n");
    CHECK(error.code == ErrorCode::syntax);
    CHECK(error.arguments[0] == "SyntaxError");
    CHECK(error.arguments[1] == "Missing parentheses in call to 'print'. Did you mean print(...)?");
    CHECK(error.range == SourceRange{1, 1, 0, 13});
}

TEST_CASE("inside an f-string the error shows the expression alone") {
    const Error error = error_of("x = 1\ny = f'abc {a b}'\n");
    REQUIRE(error.arguments.size() == 5);
    CHECK(error.arguments[1] == "f-string: invalid syntax. Perhaps you forgot a comma?");
    CHECK(error.arguments[2] == "(a b)\n");
    CHECK(error.arguments[3] == "2");
    CHECK(error.arguments[4] == "5");
    CHECK(error.range == SourceRange{2, 2, 1, 4});
}

TEST_CASE("offsets count characters where CPython does, bytes where it does not") {
    const auto offset_of = [](lang::SourceText source) {
        const auto unit = lang::compile(source);
        REQUIRE(!unit);
        return unit.error().arguments[3];
    };
    CHECK(offset_of({"f", "\u00e9 = 1 2\n", true}) == "7");
    CHECK(offset_of({"f", "\u00e9 = 1 2\n"}) == "8");
    CHECK(offset_of({"f", "# coding: utf-8\n\u00e9 = 1 2\n"}) == "7");
    CHECK(offset_of({"f", "\u00e9 = 1; return\n", true}) == "9");
    CHECK(offset_of({"f", "\u00e9 = )\n"}) == "5");
}

TEST_CASE("deep nesting is an error, not a crash") {
    const auto repeated = [](const char* part, int count) {
        std::string text = "x = ";
        for (int index = 0; index < count; ++index) text += part;
        return text + "a\n";
    };
    CHECK(error_of(repeated("(", 201)).arguments[1] == "too many nested parentheses");
    CHECK(error_of(repeated("-", 100000)).arguments[0] == "MemoryError");
    CHECK(error_of(repeated("a.b + ", 100000)).arguments[0] == "RecursionError");
    CHECK(error_of(repeated("lambda: ", 100000)).arguments[0] == "MemoryError");
    CHECK(error_of(repeated("a if b else ", 100000)).arguments[0] == "MemoryError");
}

TEST_CASE("nested calls are parsed in linear time, right or wrong") {
    std::string good = "x = ", bad = "x = ";
    for (int index = 0; index < 190; ++index) good += "f(", bad += "f(";
    good += "1" + std::string(190, ')') + "\n";
    bad += "1 2" + std::string(190, ')') + "\n";
    CHECK(compile({"test.py", good}));
    CHECK(error_of(bad).arguments[1] == "invalid syntax. Perhaps you forgot a comma?");
}
