// Prints what the compiler makes of each file named on standard input, one JSON object a line, for
// tests/lang/compare_dis to judge against CPython.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "lang/lang.h"

using namespace meada;

namespace {

void put_text(std::string_view text) {
    std::putchar('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            std::printf("\\%c", c);
        else if (byte == 0xff || byte == 0xfe)
            std::printf("?");
        else if (byte < 32)
            std::printf("\\u%04x", byte);
        else
            std::putchar(c);
    }
    std::putchar('"');
}

// Bytes as Latin-1 code points, so that any byte passes through JSON.
void put_bytes(std::string_view bytes) {
    std::putchar('"');
    for (const char c : bytes) std::printf("\\u%04x", static_cast<unsigned char>(c));
    std::putchar('"');
}

void put_constant(const CodeUnit& unit, const Constant& value) {
    std::printf("[%d,", static_cast<int>(value.kind));
    switch (value.kind) {
        case Constant::Kind::bytes:
        case Constant::Kind::text:
            put_bytes(value.text);
            break;
        case Constant::Kind::integer:
            put_text(value.text);
            break;
        case Constant::Kind::floating:
        case Constant::Kind::complex:
            std::printf("\"%a\"", value.number);
            break;
        case Constant::Kind::code:
            std::printf("%u", value.code_index);
            break;
        default:
            std::putchar('[');
            for (size_t index = 0; index < value.items.size(); ++index) {
                if (index > 0) std::putchar(',');
                put_constant(unit, value.items[index]);
            }
            std::putchar(']');
    }
    std::putchar(']');
}

void put_names(const char* key, const std::vector<std::string>& names) {
    std::printf(",\"%s\":[", key);
    for (size_t index = 0; index < names.size(); ++index) {
        if (index > 0) std::putchar(',');
        put_text(names[index]);
    }
    std::putchar(']');
}

void put_code(const CodeUnit& unit, const Code& code) {
    std::printf("{\"qualname\":");
    put_text(code.qualified_name);
    std::printf(",\"flags\":%u,\"counts\":[%u,%u,%u],\"stack\":%u,\"line\":%u", code.flags,
                code.positional_count, code.positional_only_count, code.keyword_only_count,
                code.stack_size, code.first_line);
    put_names("locals", code.local_names);
    put_names("cells", code.cell_names);
    put_names("free", code.free_names);
    put_names("names", code.names);
    std::printf(",\"constants\":[");
    for (size_t index = 0; index < code.constants.size(); ++index) {
        if (index > 0) std::putchar(',');
        put_constant(unit, code.constants[index]);
    }
    std::printf("],\"code\":[");
    for (size_t index = 0; index < code.instructions.size(); ++index) {
        const SourceRange& range = code.ranges[index];
        std::printf("%s[\"%s\",%u,%u,%u,%u,%u]", index > 0 ? "," : "",
                    std::string(name_of(code.instructions[index].opcode)).c_str(),
                    code.instructions[index].argument, range.line, range.end_line, range.column,
                    range.end_column);
    }
    std::printf("],\"exceptions\":[");
    for (size_t index = 0; index < code.exception_ranges.size(); ++index) {
        const ExceptionRange& range = code.exception_ranges[index];
        std::printf("%s[%u,%u,%u,%u,%d]", index > 0 ? "," : "", range.start, range.end,
                    range.target, range.depth, range.push_last_index ? 1 : 0);
    }
    std::printf("]}");
}

void put_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    std::vector<lang::Warning> warnings;
    const Result<CodeUnit> unit =
        lang::compile({path, text.str()}, lang::CompileMode::exec, &warnings);
    if (!unit) {
        const Error& error = unit.error();
        std::printf("{\"error\":[");
        for (size_t index = 0; index < error.arguments.size(); ++index) {
            if (index > 0) std::putchar(',');
            put_text(error.arguments[index]);
        }
        std::printf("],\"range\":[%u,%u,%u,%u]}\n", error.range.line, error.range.end_line,
                    error.range.column, error.range.end_column);
        return;
    }
    std::printf("{\"codes\":[");
    for (size_t index = 0; index < unit->codes.size(); ++index) {
        if (index > 0) std::putchar(',');
        put_code(*unit, unit->codes[index]);
    }
    std::printf("],\"warnings\":[");
    for (size_t index = 0; index < warnings.size(); ++index) {
        std::printf("%s[", index > 0 ? "," : "");
        put_text(warnings[index].class_name);
        std::putchar(',');
        put_text(warnings[index].message);
        std::printf(",%u]", warnings[index].range.line);
    }
    std::printf("]}\n");
}

}  // namespace

int main(int count, char** words) {
    if (count == 3 && std::string(words[1]) == "--dis") {
        std::ifstream file(words[2], std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        const Result<CodeUnit> unit = lang::compile({words[2], text.str()});
        if (unit)
            std::fputs(disassemble(*unit).c_str(), stdout);
        else
            std::printf("%s: %s\n", unit.error().arguments[0].c_str(),
                        unit.error().arguments[1].c_str());
        return 0;
    }
    for (std::string path; std::getline(std::cin, path);) {
        put_file(path);
        std::fflush(stdout);
    }
}
