// Where panels stand, at every size and however a person has arranged them. The layout is pure, but
// its folder is built with a window only: it is compiled in here.
#include "app/layout.h"

#include <doctest/doctest.h>

#include "app/layout.cpp"

using namespace meada::app;

namespace {

constexpr float sizes[][2] = {{834, 1112}, {600, 900},   {1024, 768},
                              {1280, 720}, {1920, 1080}, {3840, 1600}};

LayoutNeeds needs_of(float w, float h) {
    LayoutNeeds needs;
    needs.w = w, needs.h = h;
    return needs;
}

// The slots that are there lie inside the window, beside each other.
void check_places(const Layout& places, float w, float h) {
    std::vector<Rect> there = {places.top, places.transport};
    for (const Rect& each : places.slots)
        if (each.w > 0) there.push_back(each);
    for (size_t i = 0; i < there.size(); ++i) {
        const Rect& a = there[i];
        CHECK(a.x >= 0);
        CHECK(a.y >= 0);
        CHECK(a.right() <= w + 0.5f);
        CHECK(a.bottom() <= h + 0.5f);
        CHECK(a.h > 30);
        for (size_t k = i + 1; k < there.size(); ++k) {
            const Rect& b = there[k];
            const bool apart = a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y ||
                               b.bottom() <= a.y;
            CHECK(apart);
        }
    }
}

size_t count_of(const Layout& places) {
    size_t count = 0;
    for (const Rect& each : places.slots) count += each.w > 0;
    return count;
}

}  // namespace

TEST_CASE("Panels lie beside each other at every size") {
    for (const auto& [w, h] : sizes) {
        CAPTURE(w);
        for (const bool first_visit : {false, true}) {
            LayoutNeeds needs = needs_of(w, h);
            needs.first_visit = first_visit;
            check_places(layout(needs, {}), w, h);
        }
    }
    const Layout normal = layout(needs_of(1280, 720), {});
    CHECK(normal[SlotId::code].w == 452);
    CHECK(normal[SlotId::side].w > 0);
    CHECK(normal[SlotId::right_1].w == 0);
}

TEST_CASE("What is hidden leaves its room to its neighbours") {
    Arrangement hidden;
    hidden.hidden[size_t(PanelId::output)] = true;
    for (const auto& [w, h] : sizes) {
        const Layout before = layout(needs_of(w, h), {}), after = layout(needs_of(w, h), hidden);
        CHECK(after[SlotId::printed].w == 0);
        CHECK(after[SlotId::code].bottom() == doctest::Approx(before[SlotId::printed].bottom()));
        check_places(after, w, h);
    }
    for (size_t i = 0; i < panel_count; ++i)
        if (can_hide(PanelId(i))) hidden.hidden[i] = true;
    for (const auto& [w, h] : sizes) {
        const Layout rest = layout(needs_of(w, h), hidden);
        check_places(rest, w, h);
        CHECK(count_of(rest) == 2);
        CHECK(rest[SlotId::timeline].h + rest[SlotId::narration].h > h * 0.7f);
    }
}

TEST_CASE("A maximised panel has all but the narration") {
    for (const auto& [w, h] : sizes) {
        for (size_t i = 0; i < panel_count; ++i) {
            Arrangement large;
            large.maximised = PanelId(i);
            const Layout places = layout(needs_of(w, h), large);
            check_places(places, w, h);
            const Rect rect = places[slot_of(PanelId(i), places.width)];
            CHECK(rect.w > w - 30);
            CHECK(rect.h > h * 0.6f);
        }
    }
}

TEST_CASE("Lines between panels can be dragged as far as both have room") {
    for (const auto& [w, h] : sizes) {
        const Layout before = layout(needs_of(w, h), {});
        CHECK(!before.splitters.empty());
        for (const Splitter& each : before.splitters) {
            for (const float length : {each.least, each.length, each.most}) {
                Arrangement dragged;
                dragged.shares[size_t(each.split)] = length / each.whole;
                const Layout after = layout(needs_of(w, h), dragged);
                check_places(after, w, h);
                bool found = false;
                for (const Splitter& again : after.splitters) {
                    if (again.split != each.split) continue;
                    found = true;
                    CHECK(again.length == doctest::Approx(length).epsilon(0.01));
                }
                CHECK(found);
            }
        }
    }
    // What was dragged in a large window fits into a small one.
    Arrangement dragged;
    dragged.shares[size_t(SplitId::left_width)] = 0.8f;
    dragged.shares[size_t(SplitId::printed_height)] = 0.9f;
    dragged.shares[size_t(SplitId::timeline_height)] = 0.9f;
    for (const auto& [w, h] : sizes) check_places(layout(needs_of(w, h), dragged), w, h);
}

TEST_CASE("An arrangement is kept as a text") {
    Arrangement arrangement;
    arrangement.shares[size_t(SplitId::left_width)] = 0.25f;
    arrangement.hidden[size_t(PanelId::locks)] = true;
    CHECK(to_text(arrangement) == "left_width=2500 locks=hidden");
    CHECK(arrangement_of(to_text(arrangement)) == arrangement);
    CHECK(arrangement_of("") == Arrangement());
    CHECK(arrangement_of("left_width=99999 left_width=-3 nothing=hidden timeline=hidden = x") ==
          Arrangement());
}
