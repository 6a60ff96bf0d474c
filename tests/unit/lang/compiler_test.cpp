#include <doctest/doctest.h>

#include "lang/lang.h"

using namespace meada;
using namespace meada::lang;

namespace {

// "OPCODE argument" of each instruction of a code object.
std::vector<std::string> listing(const Code& code) {
    std::vector<std::string> lines;
    for (const Instruction& instruction : code.instructions)
        lines.push_back(std::string(name_of(instruction.opcode)) + " " +
                        std::to_string(instruction.argument));
    return lines;
}

CodeUnit compiled(const std::string& text) {
    Result<CodeUnit> unit = compile({"test.py", text});
    REQUIRE(unit);
    return *std::move(unit);
}

}  // namespace

TEST_CASE("an increment is four instructions") {
    const CodeUnit unit = compiled("x += 1\n");
    CHECK(listing(unit.codes[0]) ==
          std::vector<std::string>{"RESUME 0", "LOAD_NAME 0", "LOAD_CONST 0", "BINARY_OP 13",
                                   "STORE_NAME 0", "LOAD_CONST 1", "RETURN_VALUE 0"});
    CHECK(unit.codes[0].ranges[3] == SourceRange{1, 1, 0, 6});
}

TEST_CASE("jumps name the instruction they go to") {
    const CodeUnit unit = compiled("while x:\n    f()\n");
    const Code& code = unit.codes[0];
    for (const Instruction& instruction : code.instructions)
        if (argument_kind(instruction.opcode) == ArgumentKind::target)
            CHECK(instruction.argument < code.instructions.size());
    CHECK(code.instructions[8].opcode == Opcode::POP_JUMP_BACKWARD_IF_TRUE);
    CHECK(code.instructions[8].argument == 3);
}

TEST_CASE("guarded instructions name their handler") {
    const CodeUnit unit = compiled("try:\n    f()\nexcept E:\n    g()\n");
    const std::vector<ExceptionRange>& ranges = unit.codes[0].exception_ranges;
    REQUIRE_FALSE(ranges.empty());
    const Instruction& first = unit.codes[0].instructions[ranges[0].target];
    CHECK(first.opcode == Opcode::PUSH_EXC_INFO);
    CHECK(ranges[0].depth == 0);
    CHECK_FALSE(ranges[0].push_last_index);
}

TEST_CASE("a closure passes a cell") {
    const CodeUnit unit = compiled("def f(a):\n    def g():\n        return a\n    return g\n");
    const Code& inner = unit.codes[1];
    CHECK(inner.qualified_name == "f.<locals>.g");
    CHECK(inner.free_names == std::vector<std::string>{"a"});
    CHECK(unit.codes[2].cell_names == std::vector<std::string>{"a"});
    CHECK(unit.codes[2].local_names == std::vector<std::string>{"a", "g"});
}

TEST_CASE("constants are folded within CPython's limits") {
    const CodeUnit unit = compiled("x = 2 ** 60\ny = 2 ** 100\nz = (1, 'a' * 3, -1)\n");
    const std::vector<Constant>& constants = unit.codes[0].constants;
    CHECK(constants[0].text == "1152921504606846976");
    CHECK(listing(unit.codes[0])[5] == "BINARY_OP 8");
    bool found = false;
    for (const Constant& constant : constants)
        found |= constant.kind == Constant::Kind::tuple && constant.items.size() == 3 &&
                 constant.items[1].text == "aaa";
    CHECK(found);
}

TEST_CASE("flags tell what calling gives") {
    const CodeUnit unit = compiled(
        "async def a():\n    await b\nasync def c():\n    yield\ndef d(*e, **f):\n    yield\n");
    CHECK((unit.codes[1].flags & code_coroutine) != 0);
    CHECK((unit.codes[2].flags & code_async_generator) != 0);
    CHECK((unit.codes[3].flags & (code_generator | code_varargs | code_varkeywords)) ==
          (code_generator | code_varargs | code_varkeywords));
}

TEST_CASE("warnings come beside the code") {
    std::vector<Warning> warnings;
    const Result<CodeUnit> unit =
        compile({"test.py", "x is 1\nassert (x, 'y')\n'\\d'\n"}, CompileMode::exec, &warnings);
    REQUIRE(unit);
    REQUIRE(warnings.size() == 3);
    CHECK(warnings[0].class_name == "DeprecationWarning");
    CHECK(warnings[1].message == "\"is\" with a literal. Did you mean \"==\"?");
    CHECK(warnings[2].range.line == 2);
}

TEST_CASE("one expression compiles to a code that returns it") {
    const Result<CodeUnit> unit = compile({"<eval>", "1 + x"}, CompileMode::eval);
    REQUIRE(unit);
    CHECK(listing(unit->codes[0]).back() == "RETURN_VALUE 0");
}

TEST_CASE("values that one name takes in turn are stored in order") {
    const CodeUnit unit = compiled("def f(a, b, c):\n    _, _, d = a, b, c\n");
    CHECK(listing(unit.codes[1])[4] == "SWAP 3");
}

TEST_CASE("names in annotations kept as text are no cells") {
    const CodeUnit unit =
        compiled("from __future__ import annotations\ndef f():\n    T = 1\n    x: T = 2\n");
    CHECK(unit.codes[1].cell_names.empty());
}
