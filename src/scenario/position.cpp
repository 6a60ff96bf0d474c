#include "scenario/position.h"

#include <limits>

namespace meada {

std::string to_text(const Position& position) {
    return std::to_string(position.thread) + "." + std::to_string(position.event) + "+" +
           std::to_string(position.offset);
}

namespace {

template <typename Number>
bool take_number(std::string_view& text, Number& number) {
    size_t digits = 0;
    uint64_t value = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        if (digits == 19) return false;
        value = value * 10 + static_cast<uint64_t>(text[digits] - '0');
    }
    if (digits == 0 || value > std::numeric_limits<Number>::max()) return false;
    text.remove_prefix(digits);
    number = static_cast<Number>(value);
    return true;
}

bool take(std::string_view& text, char wanted) {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

std::optional<Position> position_from_text(std::string_view text) {
    Position position;
    if (!take_number(text, position.thread) || !take(text, '.') ||
        !take_number(text, position.event))
        return std::nullopt;
    if (!text.empty() && (!take(text, '+') || !take_number(text, position.offset)))
        return std::nullopt;
    if (!text.empty()) return std::nullopt;
    return position;
}

}  // namespace meada
