#include "app/theme.h"

namespace meada::app {

namespace {

constexpr uint32_t rgb(uint32_t hex) {
    return 255u << 24 | (hex & 255) << 16 | (hex & 0xFF00) | ((hex >> 16) & 255);
}

constexpr Theme light = {
    .dark = false,
    .table = rgb(0xE9ECE7),
    .paper = rgb(0xFAFBF8),
    .raised = rgb(0xFFFFFF),
    .sunken = rgb(0xF1F3EE),
    .past = rgb(0xEEF1F2),
    .rule = rgb(0xD3D9D1),
    .edge = rgb(0x7E887F),
    .ink = rgb(0x1B2430),
    .ink2 = rgb(0x465160),
    .ink3 = rgb(0x5F6975),
    .solid = rgb(0x1B2430),
    .on_solid = rgb(0xFAFBF8),
    .selection = rgb(0xDCE3EE),
    .changed = rgb(0xFFF0B8),
    .focus = rgb(0x1F5FD0),
    .bad = rgb(0xB3261E),
    .bad_ground = rgb(0xFBE9E6),
    .warn = rgb(0x8A5300),
    .warn_ground = rgb(0xFAEFD9),
    .good = rgb(0x1E6B3A),
    .good_ground = rgb(0xE4F2E6),
    .string = rgb(0x2E6650),
    .number = rgb(0x7A3E6B),
    .yarns = {rgb(0x223D83), rgb(0x9F871F), rgb(0xA74C5A), rgb(0x00978B), rgb(0x6D1443),
              rgb(0x606B0D), rgb(0x386DA3), rgb(0x503C28)},
    .on_yarns = {rgb(0xFFFFFF), rgb(0x0E141B), rgb(0xFFFFFF), rgb(0x0E141B), rgb(0xFFFFFF),
                 rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF)},
};

constexpr Theme dark = {
    .dark = true,
    .table = rgb(0x101318),
    .paper = rgb(0x181C22),
    .raised = rgb(0x232932),
    .sunken = rgb(0x1D2229),
    .past = rgb(0x1F252D),
    .rule = rgb(0x333B47),
    .edge = rgb(0x76818F),
    .ink = rgb(0xE9E7DF),
    .ink2 = rgb(0xB9BEC6),
    .ink3 = rgb(0x98A1AD),
    .solid = rgb(0xE9E7DF),
    .on_solid = rgb(0x181C22),
    .selection = rgb(0x2C3A52),
    .changed = rgb(0x4A4114),
    .focus = rgb(0x8AB4FF),
    .bad = rgb(0xFF9A8F),
    .bad_ground = rgb(0x3A1F1E),
    .warn = rgb(0xF0BE62),
    .warn_ground = rgb(0x372A14),
    .good = rgb(0x86D39C),
    .good_ground = rgb(0x1A3222),
    .string = rgb(0x9CCBB2),
    .number = rgb(0xD9A9CC),
    .yarns = {rgb(0x6C72DF), rgb(0xE2BC3A), rgb(0xC84011), rgb(0x7FEDEA), rgb(0xC56991),
              rgb(0xA7D09D), rgb(0x60ACC8), rgb(0x826F5A)},
    .on_yarns = {rgb(0x0E141B), rgb(0x0E141B), rgb(0xFFFFFF), rgb(0x0E141B), rgb(0x0E141B),
                 rgb(0x0E141B), rgb(0x0E141B), rgb(0xFFFFFF)},
};

}  // namespace

const Theme& light_theme() { return light; }
const Theme& dark_theme() { return dark; }

uint32_t comment_ink(const Theme& theme, bool on_paper) {
    return on_paper ? theme.ink3 : theme.ink2;
}

uint32_t yarn_colour(const Theme& theme, uint32_t yarn) {
    return yarn == 0 ? theme.edge : theme.yarns[(yarn - 1) % theme.yarns.size()];
}

uint32_t on_yarn_colour(const Theme& theme, uint32_t yarn) {
    return yarn == 0 ? theme.ink : theme.on_yarns[(yarn - 1) % theme.on_yarns.size()];
}

bool yarn_is_second_round(uint32_t yarn) { return yarn > 8; }

uint32_t with_alpha(uint32_t colour, float alpha) {
    const auto own = float(colour >> 24);
    return (colour & 0xFFFFFF) | (uint32_t(own * alpha + 0.5f) << 24);
}

uint32_t mix(uint32_t over, uint32_t under, float part) {
    uint32_t out = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const auto a = float((over >> shift) & 255), b = float((under >> shift) & 255);
        out |= uint32_t(a * part + b * (1 - part) + 0.5f) << shift;
    }
    return out;
}

}  // namespace meada::app
