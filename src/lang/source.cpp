#include "lang/source.h"

#include <cstdio>

#include "base/utf8.h"

namespace meada::lang {
namespace {

// The name in a `coding[:=]\s*([-\w.]+)` comment in the first two lines (PEP 263).
std::string declared_encoding(std::string_view text) {
    for (int line = 0; line < 2 && !text.empty(); ++line) {
        const std::string_view current = text.substr(0, text.find_first_of("\r\n"));
        const size_t first = current.find_first_not_of(" \t\f");
        if (first != std::string_view::npos && current[first] != '#') return {};
        const size_t found =
            first == std::string_view::npos ? first : current.find("coding", first);
        if (found != std::string_view::npos && found + 6 < current.size() &&
            (current[found + 6] == ':' || current[found + 6] == '=')) {
            size_t start = found + 7;
            while (start < current.size() && (current[start] == ' ' || current[start] == '\t'))
                ++start;
            size_t end = start;
            const auto in_name = [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
            };
            while (end < current.size() && in_name(current[end])) ++end;
            if (end > start) return std::string(current.substr(start, end - start));
        }
        if (current.size() == text.size()) break;
        const bool two = text[current.size()] == '\r' && current.size() + 1 < text.size() &&
                         text[current.size() + 1] == '\n';
        text.remove_prefix(current.size() + (two ? 2 : 1));
    }
    return {};
}

std::string normalised(std::string name) {
    for (char& c : name) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return name;
}

bool is_one_of(const std::string& name, std::initializer_list<std::string_view> names) {
    for (const std::string_view candidate : names)
        if (name == candidate || name.starts_with(std::string(candidate) + "-")) return true;
    return false;
}

SyntaxError encoding_error(std::string message, uint32_t line = 0) {
    return {"SyntaxError", std::move(message), SourceRange{line, 0, 0, 0}, {}};
}

std::string hex_of(char byte) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(static_cast<uint8_t>(byte)));
    return hex;
}

// Why the bytes at `offset` are not UTF-8, as CPython's codec says it.
std::string utf8_fault(std::string_view text, size_t offset) {
    const uint8_t first = static_cast<uint8_t>(text[offset]);
    if (first < 0xc2 || first > 0xf4) return "invalid start byte";
    const size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    for (size_t index = 1; index < length; ++index)
        if (offset + index >= text.size()) return "unexpected end of data";
    return "invalid continuation byte";
}

SyntaxError not_utf8(std::string_view text, size_t offset, std::string_view file_name,
                     bool declared) {
    uint32_t line = 1;
    for (size_t index = 0; index < offset; ++index) line += text[index] == '\n';
    if (!declared)
        return encoding_error("Non-UTF-8 code starting with '\\x" + hex_of(text[offset]) +
                              "' in file " + std::string(file_name) + " on line " +
                              std::to_string(line) +
                              ", but no encoding declared; see "
                              "https://peps.python.org/pep-0263/ for details");
    // CPython decodes from the wrong byte on: it is always in position 0.
    SyntaxError error =
        encoding_error("(unicode error) 'utf-8' codec can't decode byte 0x" + hex_of(text[offset]) +
                           " in position 0: " + utf8_fault(text, offset),
                       line);
    const size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
    error.range.end_line = line;
    error.range.column = error.range.end_column = static_cast<uint32_t>(offset - line_start);
    return error;
}

char32_t latin_character(char byte, bool latin_9) {
    const uint8_t value = static_cast<uint8_t>(byte);
    if (!latin_9) return value;
    switch (value) {
        case 0xa4:
            return 0x20ac;
        case 0xa6:
            return 0x160;
        case 0xa8:
            return 0x161;
        case 0xb4:
            return 0x17d;
        case 0xb8:
            return 0x17e;
        case 0xbc:
            return 0x152;
        case 0xbd:
            return 0x153;
        case 0xbe:
            return 0x178;
        default:
            return value;
    }
}

}  // namespace

std::string with_lf_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 1);
    for (size_t index = 0; index < text.size(); ++index) {
        if (text[index] != '\r') {
            out.push_back(text[index]);
            continue;
        }
        if (index + 1 < text.size() && text[index + 1] == '\n') ++index;
        out.push_back('\n');
    }
    if (!out.empty() && out.back() != '\n') out.push_back('\n');
    return out;
}

PreparedSource prepare(std::string_view bytes, std::string_view file_name) {
    std::string_view text = bytes;
    const bool marked = text.starts_with("\xef\xbb\xbf");
    if (marked) text.remove_prefix(3);
    // CPython reads line by line: bytes that are no UTF-8 on the same line or before come first.
    const size_t null = text.find('\0');
    const size_t line_end = text.find('\n', std::min(null, text.size()));
    const auto not_text = find_invalid_utf8(text.substr(0, line_end));
    if (null != std::string_view::npos && !not_text) {
        uint32_t line = 1;
        for (size_t index = 0; index < null; ++index) line += text[index] == '\n';
        // Its line is shown up to there, without a mark.
        return {std::string(text.substr(0, null)),
                encoding_error("source code cannot contain null bytes", line)};
    }
    const std::string declared = declared_encoding(text);
    const std::string encoding = declared.empty() ? "utf-8" : normalised(declared);
    if (encoding != "utf8" && !is_one_of(encoding, {"utf-8"})) {
        const bool latin_9 = is_one_of(encoding, {"iso-8859-15", "iso8859-15", "latin-9"});
        const bool latin_1 =
            is_one_of(encoding, {"latin-1", "iso-8859-1", "iso8859-1", "iso-latin-1", "latin1"});
        if (marked)
            return {{},
                    encoding_error("encoding problem: " + (latin_1 ? "iso-8859-1" : declared) +
                                   " with BOM")};
        if (latin_9 || latin_1) {
            std::string decoded;
            for (const char byte : text) append_utf8(decoded, latin_character(byte, latin_9));
            return {with_lf_line_ends(decoded), {}, true};
        }
        if (!is_one_of(encoding, {"ascii", "us-ascii"}))
            return {{}, encoding_error("encoding problem: " + declared)};
    }
    if (const auto invalid = find_invalid_utf8(text))
        return {{}, not_utf8(text, *invalid, file_name, marked || !declared.empty())};
    return {with_lf_line_ends(text), {}, marked || !declared.empty()};
}

PreparedSource prepare_str(std::string_view text) {
    if (text.find('\0') != std::string_view::npos)
        return {{}, encoding_error("source code string cannot contain null bytes")};
    return {with_lf_line_ends(text), {}, true};
}

std::string_view line_of(std::string_view text, uint32_t line) {
    while (line > 1) {
        const size_t end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
        --line;
    }
    return text.substr(0, text.find('\n'));
}

}  // namespace meada::lang
