#include "text/text.h"

#include <array>

namespace meada {

namespace {

struct Row {
    const char* name;
    std::array<std::string_view, 2> words;
};
constexpr Row rows[] = {
#define TEXT(name, english, portuguese) {#name, {english, portuguese}},
#include "text/texts.def"
#undef TEXT
};

const Row& row(TextId id) { return rows[size_t(id)]; }

// Digits in groups of three.
std::string grouped(uint64_t number, char separator) {
    std::string digits = std::to_string(number);
    for (size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, separator);
    }
    return digits;
}

// `value` counts thousandths where decimals is 3, and so on.
std::string decimal(Language language, uint64_t value, int decimals) {
    uint64_t unit = 1;
    for (int i = 0; i < decimals; ++i) unit *= 10;
    std::string out = count_text(language, value / unit);
    if (decimals == 0) return out;
    const std::string fraction = std::to_string(value % unit);
    out += language == Language::pt_br ? ',' : '.';
    out.append(size_t(decimals) - fraction.size(), '0');
    return out + fraction;
}

}  // namespace

Language language_from_tag(std::string_view tag) {
    return tag.substr(0, 2) == "pt" ? Language::pt_br : Language::en;
}

std::string_view language_tag(Language language) {
    return language == Language::pt_br ? "pt-BR" : "en";
}

std::string_view text_template(Language language, TextId id) {
    return row(id).words[size_t(language)];
}

const char* name_of(TextId id) { return row(id).name; }

std::vector<TextPiece> text_pieces(Language language, TextId id) {
    std::vector<TextPiece> pieces;
    std::string_view rest = text_template(language, id);
    while (!rest.empty()) {
        size_t at = 0;
        while (at < rest.size() &&
               !(rest[at] == '{' && at + 2 < rest.size() && rest[at + 2] == '}'))
            ++at;
        if (at > 0) pieces.push_back({rest.substr(0, at), -1});
        if (at == rest.size()) break;
        pieces.push_back({{}, rest[at + 1] - '0'});
        rest.remove_prefix(at + 3);
    }
    return pieces;
}

std::string text(Language language, TextId id, std::initializer_list<std::string_view> arguments) {
    std::string out;
    for (const TextPiece& piece : text_pieces(language, id)) {
        if (piece.argument < 0)
            out += piece.words;
        else if (size_t(piece.argument) < arguments.size())
            out += arguments.begin()[piece.argument];
    }
    return out;
}

std::string count_text(Language language, uint64_t number) {
    return grouped(number, language == Language::pt_br ? '.' : ',');
}

std::string time_text(Language language, uint64_t time_ns) {
    constexpr uint64_t long_ns = 10'000'000'000;  // from here on, seconds read better
    const uint64_t time_us = time_ns / 1000;
    if (time_ns < long_ns) return decimal(language, time_us, 3) + "\u00a0ms";
    return decimal(language, time_us, 6) + "\u00a0s";
}

std::string ruler_text(Language language, uint64_t time_ns, uint64_t unit_ns) {
    int decimals = 0;
    uint64_t scaled = time_ns / unit_ns, left = time_ns % unit_ns;
    while (left != 0 && decimals < 9) {
        left *= 10;
        scaled = scaled * 10 + left / unit_ns;
        left %= unit_ns;
        ++decimals;
    }
    return decimal(language, scaled, decimals);
}

namespace {

std::string_view word_argument(Language language, const std::string& argument) {
    const std::optional<Reason> reason = reason_of(argument);
    if (!reason) return argument;
    switch (*reason) {
#define REASON(name) \
    case Reason::name: return text_template(language, TextId::reason_##name);
#include "base/reasons.def"
#undef REASON
    }
    return argument;
}

}  // namespace

std::string word_error(Language language, const Error& error) {
    TextId id{};
    switch (error.code) {
#define ERROR(name)                \
    case ErrorCode::name:          \
        id = TextId::error_##name; \
        break;
#include "base/errors.def"
#undef ERROR
    }
    std::string out;
    for (const TextPiece& piece : text_pieces(language, id)) {
        if (piece.argument < 0)
            out += piece.words;
        else if (size_t(piece.argument) < error.arguments.size())
            out += word_argument(language, error.arguments[size_t(piece.argument)]);
    }
    return out;
}

}  // namespace meada
