#include "app/bookmark_list.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <tuple>

#include "base/hash.h"

namespace meada::app {

namespace {

constexpr size_t bookmark_name_max = 80;  // bytes

auto order_of(const Bookmark& bookmark) { return std::tuple(bookmark.event, bookmark.instruction); }

template <typename Number>
bool read_number(std::string_view& text, Number& number, int base = 10) {
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc() || end == text.data() + text.size() || *end != ' ') return false;
    text.remove_prefix(size_t(end - text.data()) + 1);
    return true;
}

}  // namespace

uint64_t run_key(Scenario scenario) {
    scenario.position = {};
    scenario.trace_prefix = 0;
    scenario.input.clear();
    scenario.input_ends = false;
    const std::string text = to_json(scenario);
    return hash_bytes(hash_start, {reinterpret_cast<const uint8_t*>(text.data()), text.size()});
}

std::vector<Bookmark> bookmarks_of_run(const std::vector<Bookmark>& all, uint64_t scenario) {
    std::vector<Bookmark> out;
    for (const Bookmark& each : all)
        if (each.scenario == scenario) out.push_back(each);
    std::ranges::sort(out, {}, order_of);
    return out;
}

// A line of a setting: no control characters.
std::string one_line(std::string_view text) {
    std::string out(text.substr(0, bookmark_name_max));
    while (text.size() > out.size() && !out.empty() && (uint8_t(text[out.size()]) & 0xC0) == 0x80)
        out.pop_back();
    for (char& byte : out)
        if (uint8_t(byte) < ' ') byte = ' ';
    return out;
}

Commands go_to_bookmark(const std::vector<Bookmark>& all, const Moment& moment,
                        Direction direction) {
    const auto here = std::tuple(moment.cursor_event, moment.cursor_instruction);
    if (direction == Direction::forward) {
        const auto next = std::ranges::upper_bound(all, here, {}, order_of);
        return next == all.end() ? Commands{} : Commands{command::Seek{next->position}};
    }
    const auto after = std::ranges::lower_bound(all, here, {}, order_of);
    return after == all.begin() ? Commands{} : Commands{command::Seek{(after - 1)->position}};
}

std::string to_text(const std::vector<Bookmark>& all) {
    std::string out;
    for (const Bookmark& each : all) {
        char key[17];
        std::snprintf(key, sizeof key, "%016llx", static_cast<unsigned long long>(each.scenario));
        out += std::string(key) + " " + meada::to_text(each.position) + " " +
               std::to_string(each.event) + " " + std::to_string(each.instruction) + " " +
               std::to_string(each.time_ns) + " " + each.name + "\n";
    }
    return out;
}

std::vector<Bookmark> bookmarks_from_text(std::string_view text) {
    std::vector<Bookmark> out;
    while (!text.empty() && out.size() < bookmarks_max) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        Bookmark read;
        if (!read_number(line, read.scenario, 16)) continue;
        const std::string_view place = line.substr(0, line.find(' '));
        const auto position = position_from_text(place);
        if (!position || place.size() == line.size()) continue;
        line.remove_prefix(place.size() + 1);
        if (!read_number(line, read.event) || !read_number(line, read.instruction) ||
            !read_number(line, read.time_ns) || line.empty())
            continue;
        read.position = *position;
        read.name = one_line(line);
        out.push_back(std::move(read));
    }
    return out;
}

}  // namespace meada::app
