#include "app/palette_search.h"

#include <algorithm>
#include <vector>

namespace meada::app {

namespace {

constexpr int letter_points = 1, in_row_points = 8, word_start_points = 6;
constexpr uint64_t number_max = 1'000'000'000'000'000;

// Latin-1's small letters behind the byte C3, without their accents.
constexpr char plain_small[] = "aaaaaaaceeeeiiiidnooooo/ouuuuypy";

// Small letters without accents; what is no Latin letter stays as bytes.
std::string folded(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto byte = uint8_t(text[i]);
        if (byte == 0xC3 && i + 1 < text.size()) {
            out += plain_small[uint8_t(text[++i]) & 0x1F];
        } else {
            out += byte >= 'A' && byte <= 'Z' ? char(byte + 32) : text[i];
        }
    }
    return out;
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || uint8_t(byte) >= 0x80;
}

}  // namespace

int fit_of(std::string_view typed, std::string_view text) {
    const std::string letters = [&] {
        std::string out = folded(typed);
        std::erase(out, ' ');
        return out;
    }();
    if (letters.empty()) return 1;
    const std::string place = folded(text);
    // best[i]: with the letters so far, the last of them at place i; 0 where that cannot be.
    std::vector<int> best(place.size(), 0), next(place.size(), 0);
    for (size_t k = 0; k < letters.size(); ++k) {
        int before = 0;  // the best of all places to the left
        std::fill(next.begin(), next.end(), 0);
        for (size_t i = 0; i < place.size(); ++i) {
            const bool reachable = k == 0 || before > 0;
            if (place[i] == letters[k] && reachable) {
                const bool starts = i == 0 || !is_letter(place[i - 1]);
                const int in_row =
                    k > 0 && i > 0 && best[i - 1] > 0 ? best[i - 1] + in_row_points : 0;
                next[i] =
                    letter_points + (starts ? word_start_points : 0) + std::max(in_row, before);
            }
            before = std::max(before, k == 0 ? 0 : best[i]);
        }
        best.swap(next);
    }
    const int most = best.empty() ? 0 : *std::max_element(best.begin(), best.end());
    // Of two that fit alike the shorter one is meant.
    return most == 0 ? 0 : most * 256 - int(std::min<size_t>(place.size(), 255));
}

namespace {

struct Number {
    uint64_t whole = 0, thousandths = 0;
    std::string_view rest;
};

std::optional<Number> number_at(std::string_view text) {
    Number out;
    size_t at = 0;
    const auto is_digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    if (!is_digit()) return std::nullopt;
    for (; is_digit(); ++at) {
        out.whole = out.whole * 10 + uint64_t(text[at] - '0');
        if (out.whole > number_max) return std::nullopt;
    }
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        ++at;
        for (uint64_t worth = 100; is_digit(); ++at, worth /= 10)
            out.thousandths += worth * uint64_t(text[at] - '0');
    }
    while (at < text.size() && text[at] == ' ') ++at;
    out.rest = text.substr(at);
    return out;
}

std::optional<uint64_t> unit_ns(std::string_view unit) {
    if (unit == "ns") return 1;
    if (unit == "us" || unit == "µs") return 1'000;
    if (unit == "ms") return 1'000'000;
    if (unit == "s") return 1'000'000'000;
    return std::nullopt;
}

}  // namespace

std::optional<Goal> goal_of(std::string_view typed) {
    while (!typed.empty() && typed.front() == ' ') typed.remove_prefix(1);
    while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
    for (const std::string_view word : {"event ", "evento "}) {
        if (!typed.starts_with(word)) continue;
        const std::optional<Number> number = number_at(typed.substr(word.size()));
        if (!number || !number->rest.empty() || number->thousandths) return std::nullopt;
        return Goal{Goal::Kind::event, number->whole};
    }
    const std::optional<Number> number = number_at(typed);
    if (!number) return std::nullopt;
    if (number->rest.empty() && number->thousandths == 0 && number->whole > 0)
        return Goal{Goal::Kind::line, number->whole};
    const std::optional<uint64_t> unit = unit_ns(number->rest);
    if (!unit || number->whole > number_max / *unit) return std::nullopt;
    return Goal{Goal::Kind::time, number->whole * *unit + number->thousandths * *unit / 1000};
}

}  // namespace meada::app
