// Colours that lie on each other can be told apart: WCAG 2's contrast, of both themes.
#include "app/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/theme.cpp"

using namespace meada::app;

namespace {

double channel(uint32_t colour, int shift) {
    const double value = double((colour >> shift) & 255) / 255;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(uint32_t colour) {
    return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 8) +
           0.0722 * channel(colour, 16);
}

double contrast(uint32_t one, uint32_t other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

// The grounds of lines that run.
std::vector<uint32_t> running_grounds(const Theme& theme) {
    std::vector<uint32_t> grounds;
    for (uint32_t yarn = 0; yarn <= theme.yarns.size(); ++yarn)
        grounds.push_back(mix(yarn_colour(theme, yarn), theme.paper, running_ground));
    return grounds;
}

}  // namespace

TEST_CASE("contrast is what the standard says") {
    CHECK(contrast(0xFFFFFFFF, 0xFF000000) == doctest::Approx(21));
    const uint32_t grey = 0xFF777777;
    CHECK(contrast(grey, 0xFFFFFFFF) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("text has 4.5:1 on every ground that it lies on") {
    for (const Theme* theme : {&light_theme(), &dark_theme()}) {
        const auto reads = [](uint32_t ink, uint32_t ground) {
            CHECK(contrast(ink, ground) >= 4.495);
        };
        std::vector<uint32_t> grounds = running_grounds(*theme);
        grounds.insert(grounds.end(), {theme->table, theme->paper, theme->raised, theme->sunken,
                                       theme->past, theme->selection, theme->changed});
        for (const uint32_t ground : grounds)
            for (const uint32_t ink : {theme->ink, theme->ink2, theme->string, theme->number,
                                    comment_ink(*theme, false)})
                reads(ink, ground);
        // What comes later, and comments, stand on paper or in a field.
        for (const uint32_t ground : {theme->paper, theme->raised, theme->sunken})
            for (const uint32_t ink : {theme->ink3, comment_ink(*theme, true)}) reads(ink, ground);
        reads(theme->on_solid, theme->solid);
        for (const uint32_t ink : {theme->bad, theme->ink, theme->ink2})
            reads(ink, theme->bad_ground);
        for (const uint32_t ink : {theme->warn, theme->ink, theme->ink2})
            reads(ink, theme->warn_ground);
        for (const uint32_t ink : {theme->good, theme->ink, theme->ink2})
            reads(ink, theme->good_ground);
        for (const uint32_t ink : {theme->bad, theme->warn, theme->good}) reads(ink, theme->paper);
        for (uint32_t yarn = 1; yarn <= theme->yarns.size(); ++yarn)
            reads(on_yarn_colour(*theme, yarn), yarn_colour(*theme, yarn));
    }
}

TEST_CASE("the edges of controls, the ring of focus and every yarn have 3:1") {
    for (const Theme* theme : {&light_theme(), &dark_theme()}) {
        for (const uint32_t ground : {theme->table, theme->paper, theme->raised, theme->sunken}) {
            CHECK(contrast(theme->edge, ground) >= 3);
            CHECK(contrast(theme->focus, ground) >= 3);
        }
        for (const uint32_t ground : {theme->paper, theme->past})
            for (const uint32_t yarn : theme->yarns) CHECK(contrast(yarn, ground) >= 3);
    }
}
