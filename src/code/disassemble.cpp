#include <cstdio>

#include "base/shortest_float.h"
#include "code/code_unit.h"

namespace meada {
namespace {

void append_text(std::string& out, std::string_view text, bool bytes) {
    out += bytes ? "b'" : "'";
    for (const char c : text) {
        const uint8_t byte = static_cast<uint8_t>(c);
        if (c == '\'' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 32 || byte == 127 || (bytes && byte >= 128)) {
            char hex[8];
            std::snprintf(hex, sizeof hex, "\\x%02x", byte);
            out += hex;
        } else {
            out += c;
        }
    }
    out += '\'';
}

void append_constant(std::string& out, const CodeUnit& unit, const Constant& value) {
    switch (value.kind) {
        case Constant::Kind::none:
            out += "None";
            break;
        case Constant::Kind::true_value:
            out += "True";
            break;
        case Constant::Kind::false_value:
            out += "False";
            break;
        case Constant::Kind::ellipsis:
            out += "Ellipsis";
            break;
        case Constant::Kind::integer:
            out += value.text;
            break;
        case Constant::Kind::floating:
            out += float_repr(value.number);
            break;
        case Constant::Kind::complex:
            out += float_repr(value.number);
            out += 'j';
            break;
        case Constant::Kind::text:
            append_text(out, value.text, false);
            break;
        case Constant::Kind::bytes:
            append_text(out, value.text, true);
            break;
        case Constant::Kind::code:
            out += "<code " + unit.codes[value.code_index].qualified_name + ">";
            break;
        case Constant::Kind::tuple:
        case Constant::Kind::frozen_set: {
            const bool tuple = value.kind == Constant::Kind::tuple;
            out += tuple ? "(" : "frozenset({";
            for (size_t index = 0; index < value.items.size(); ++index) {
                if (index > 0) out += ", ";
                append_constant(out, unit, value.items[index]);
            }
            if (tuple && value.items.size() == 1) out += ',';
            out += tuple ? ")" : "})";
        }
    }
}

std::string_view local_name(const Code& code, uint32_t slot) {
    if (slot < code.local_names.size()) return code.local_names[slot];
    slot -= static_cast<uint32_t>(code.local_names.size());
    for (const std::string& cell : code.cell_names) {
        bool is_parameter = false;
        for (const std::string& local : code.local_names) is_parameter |= local == cell;
        if (is_parameter) continue;
        if (slot == 0) return cell;
        --slot;
    }
    return slot < code.free_names.size() ? std::string_view(code.free_names[slot]) : "?";
}

std::string_view operator_text(uint32_t argument) {
    static constexpr std::string_view texts[] = {
        "+",  "&",  "//",  "<<",  "@",  "*",  "%",  "|",  "**",  ">>",  "-",  "/",  "^",
        "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="};
    return argument < std::size(texts) ? texts[argument] : "?";
}

std::string_view comparison_text(uint32_t argument) {
    static constexpr std::string_view texts[] = {"<", "<=", "==", "!=", ">", ">="};
    return argument < std::size(texts) ? texts[argument] : "?";
}

// What the argument stands for, as `dis` shows it in parentheses.
void append_meaning(std::string& out, const CodeUnit& unit, const Code& code,
                    const Instruction& instruction) {
    const uint32_t argument = instruction.argument;
    switch (argument_kind(instruction.opcode)) {
        case ArgumentKind::constant:
            append_constant(out, unit, code.constants[argument]);
            break;
        case ArgumentKind::name:
            if (instruction.opcode == Opcode::LOAD_GLOBAL) {
                if ((argument & 1) != 0) out += "NULL + ";
                out += code.names[argument >> 1];
            } else {
                out += code.names[argument];
            }
            break;
        case ArgumentKind::local:
            out += local_name(code, argument);
            break;
        case ArgumentKind::target:
            out += "to " + std::to_string(argument);
            break;
        case ArgumentKind::flags:
            if (instruction.opcode == Opcode::BINARY_OP) out += operator_text(argument);
            if (instruction.opcode == Opcode::COMPARE_OP) out += comparison_text(argument);
            break;
        default:
            break;
    }
}

}  // namespace

std::string argument_text(const CodeUnit& unit, const Code& code, size_t index) {
    const Instruction& instruction = code.instructions[index];
    std::string out;
    if (argument_kind(instruction.opcode) == ArgumentKind::none) return out;
    append_meaning(out, unit, code, instruction);
    return out.empty() ? std::to_string(instruction.argument) : out;
}

namespace {

void append_instruction(std::string& out, const CodeUnit& unit, const Code& code, size_t index) {
    const Instruction& instruction = code.instructions[index];
    char columns[64];
    const uint32_t line = code.ranges[index].line;
    const bool new_line = index == 0 || code.ranges[index - 1].line != line;
    std::snprintf(columns, sizeof columns, "%5s %5zu ",
                  new_line && line != 0 ? std::to_string(line).c_str() : "", index);
    out += columns;
    const std::string_view name = name_of(instruction.opcode);
    out += name;
    if (argument_kind(instruction.opcode) != ArgumentKind::none) {
        out.append(name.size() < 28 ? 28 - name.size() : 1, ' ');
        out += std::to_string(instruction.argument);
        std::string meaning;
        append_meaning(meaning, unit, code, instruction);
        if (!meaning.empty()) out += " (" + meaning + ")";
    }
    out += '\n';
}

}  // namespace

std::string disassemble(const CodeUnit& unit) {
    std::string out;
    for (const Code& code : unit.codes) {
        out += "code " + code.qualified_name + ":\n";
        for (size_t index = 0; index < code.instructions.size(); ++index)
            append_instruction(out, unit, code, index);
        for (const ExceptionRange& range : code.exception_ranges)
            out += "  " + std::to_string(range.start) + " to " + std::to_string(range.end) +
                   " -> " + std::to_string(range.target) + " [" + std::to_string(range.depth) +
                   "]" + (range.push_last_index ? " lasti" : "") + "\n";
        out += '\n';
    }
    return out;
}

}  // namespace meada
