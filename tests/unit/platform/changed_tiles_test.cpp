// What of a window is drawn again. Pure, but its folder is built with a window only: it is compiled
// in here.
#include "platform/changed_tiles.h"

#include <doctest/doctest.h>

#include <random>

#include "platform/changed_tiles.cpp"

using namespace meada::platform;

namespace {

constexpr int tile = ChangedTiles::tile_px;

struct Drawn {
    Box box;
    uint64_t hash;
};
std::vector<Box> frame(ChangedTiles& tiles, const std::vector<Drawn>& all) {
    tiles.begin(1280, 720);
    for (const Drawn& each : all) tiles.add(each.box, each.hash);
    return tiles.finish();
}

bool is_in_one(const std::vector<Box>& boxes, int x, int y) {
    for (const Box& box : boxes)
        if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return true;
    return false;
}

const Drawn ground{{0, 0, 1280, 720}, 1};
const std::vector<Box> whole = {{0, 0, 1280, 720}};

}  // namespace

TEST_CASE("of a window nothing is drawn again if nothing differs, and all at first") {
    ChangedTiles tiles;
    const std::vector<Drawn> drawn = {ground, {{10, 10, 60, 60}, 2}};
    CHECK(frame(tiles, drawn) == whole);
    CHECK(frame(tiles, drawn).empty());
    tiles.forget();
    CHECK(frame(tiles, drawn) == whole);
    tiles.begin(1000, 720);
    CHECK(tiles.finish() == std::vector<Box>{{0, 0, 1000, 720}});
}

TEST_CASE("where something moves, both its places are drawn again and no more") {
    ChangedTiles tiles;
    frame(tiles, {ground, {{tile + 5, tile + 5, tile + 9, tile + 9}, 2}});
    const auto boxes = frame(tiles, {ground, {{20 * tile, 10 * tile, 20 * tile + 4, 600}, 2}});
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[0] == Box{tile, tile, 2 * tile, 2 * tile});
    CHECK(boxes[1] == Box{20 * tile, 10 * tile, 21 * tile, 608});
}

TEST_CASE("what lies under and over is told apart, and what lies outside is not there") {
    ChangedTiles tiles;
    const Drawn one{{0, 0, 40, 40}, 2}, other{{0, 0, 40, 40}, 3};
    frame(tiles, {ground, one, other});
    CHECK(frame(tiles, {ground, other, one}) == std::vector<Box>{{0, 0, 2 * tile, 2 * tile}});
    CHECK(frame(tiles, {ground, other, one, {{1280, 0, 1300, 50}, 4}, {{5, 5, 5, 9}, 5}}).empty());
}

TEST_CASE("an area that grows is drawn again where it grew") {
    ChangedTiles tiles;
    const auto grown_to = [&](int right) {
        tiles.begin(1280, 720);
        tiles.add(ground.box, ground.hash);
        tiles.add_area({0, 0, right, 720}, 2);
        return tiles.finish();
    };
    CHECK(grown_to(300) == whole);
    CHECK(grown_to(300).empty());
    CHECK(grown_to(305) == std::vector<Box>{{9 * tile, 0, 10 * tile, 720}});
    CHECK(grown_to(600) == std::vector<Box>{{9 * tile, 0, 19 * tile, 720}});
    CHECK(grown_to(9 * tile) == std::vector<Box>{{9 * tile, 0, 19 * tile, 720}});
}

TEST_CASE("neighbours are drawn as one, and most of a window is drawn as all of it") {
    ChangedTiles tiles;
    frame(tiles, {ground});
    std::vector<Drawn> words = {ground};
    for (int i = 0; i < 20; ++i) words.push_back({{i * 2 * tile, 100, i * 2 * tile + 9, 110}, 2});
    CHECK(frame(tiles, words).size() == 1);
    words.push_back({{0, 100, 1280, 720}, 7});
    CHECK(frame(tiles, words) == whole);
}

TEST_CASE("whatever changes is drawn again, in few boxes") {
    std::mt19937 random(7);
    ChangedTiles tiles;
    std::vector<Drawn> drawn = {ground};
    for (int i = 0; i < 60; ++i) drawn.push_back({{0, 0, 1, 1}, uint64_t(i + 2)});
    for (int round = 0; round < 300; ++round) {
        const std::vector<Drawn> before = drawn;
        for (unsigned moves = random() % 12; moves > 0; --moves) {
            const int x = int(random() % 1270), y = int(random() % 700);
            drawn[1 + random() % 60] = {{x, y, x + int(random() % 60), y + int(random() % 40)},
                                        random()};  // its place is part of what it is
        }
        const std::vector<Box> boxes = frame(tiles, drawn);
        CHECK(boxes.size() <= 16);
        for (size_t i = 0; i < drawn.size() && round > 0; ++i) {
            if (before[i].box == drawn[i].box) continue;
            for (const Box& box : {before[i].box, drawn[i].box}) {
                if (box.empty()) continue;
                CHECK(is_in_one(boxes, box.left, box.top));
                CHECK(is_in_one(boxes, std::min(box.right, 1280) - 1,
                                std::min(box.bottom, 720) - 1));
            }
        }
    }
}
