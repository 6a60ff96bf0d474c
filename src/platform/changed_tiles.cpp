#include "platform/changed_tiles.h"

#include <algorithm>

namespace meada::platform {

namespace {

// Each box costs a few calls beside its pixels: about as much as so many tiles.
constexpr int box_cost_tiles = 6;
constexpr size_t boxes_max = 16;

uint64_t mixed(uint64_t before, uint64_t hash) {
    const uint64_t both = (before ^ hash) * 0x9e3779b97f4a7c15u;
    return both ^ both >> 29;
}

int area(const Box& box) { return (box.right - box.left) * (box.bottom - box.top); }

Box around(const Box& a, const Box& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

// What drawing both as one draws in vain.
int waste(const Box& a, const Box& b) { return area(around(a, b)) - area(a) - area(b); }

// In tiles: one box a run of each row, then those together that cost less as one.
std::vector<Box> boxes_of(const std::vector<uint8_t>& changed, int columns, int rows) {
    std::vector<Box> boxes;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (!changed[size_t(row * columns + column)]) continue;
            const bool next = !boxes.empty() && boxes.back().top == row &&
                              boxes.back().right == column;
            if (next)
                ++boxes.back().right;
            else
                boxes.push_back({column, row, column + 1, row + 1});
        }
        // The run that goes on from the row above grows; the others stay.
        for (size_t at = boxes.size(); at-- > 0 && boxes[at].top == row;) {
            const auto above = std::find_if(boxes.begin(), boxes.end(), [&](const Box& each) {
                return each.bottom == row && each.left == boxes[at].left &&
                       each.right == boxes[at].right;
            });
            if (above == boxes.end()) continue;
            ++above->bottom;
            boxes.erase(boxes.begin() + std::ptrdiff_t(at));
        }
    }
    for (;;) {
        size_t first = 0, second = 0;
        int least = boxes.size() > boxes_max ? columns * rows : box_cost_tiles + 1;
        for (size_t i = 0; i < boxes.size(); ++i)
            for (size_t j = i + 1; j < boxes.size(); ++j)
                if (const int lost = waste(boxes[i], boxes[j]); lost < least)
                    least = lost, first = i, second = j;
        if (second == 0) return boxes;
        boxes[first] = around(boxes[first], boxes[second]);
        boxes.erase(boxes.begin() + std::ptrdiff_t(second));
    }
}

}  // namespace

Box common(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

void ChangedTiles::begin(int width_px, int height_px) {
    if (width_px != width_ || height_px != height_) forget();
    width_ = width_px;
    height_ = height_px;
    columns_ = (width_px + tile_px - 1) / tile_px;
    rows_ = (height_px + tile_px - 1) / tile_px;
    now_.assign(size_t(columns_ * rows_), 0);
}

template <typename Hash>
void ChangedTiles::each_tile(const Box& box, Hash hash) {
    const Box seen = common(box, {0, 0, width_, height_});
    if (seen.empty()) return;
    for (int row = seen.top / tile_px; row <= (seen.bottom - 1) / tile_px; ++row)
        for (int column = seen.left / tile_px; column <= (seen.right - 1) / tile_px; ++column) {
            uint64_t& tile = now_[size_t(row * columns_ + column)];
            tile = mixed(tile, hash(seen, column * tile_px, row * tile_px));
        }
}

void ChangedTiles::add(const Box& box, uint64_t hash) {
    each_tile(box, [&](const Box&, int, int) { return hash; });
}

void ChangedTiles::add_area(const Box& box, uint64_t hash) {
    each_tile(box, [&](const Box& seen, int left, int top) {
        const Box here = common(seen, {left, top, left + tile_px, top + tile_px});
        const int covers = (here.left - left) | (here.top - top) << 8 |
                           (here.right - left) << 16 | (here.bottom - top) << 24;
        return mixed(hash, uint64_t(covers));
    });
}

std::vector<Box> ChangedTiles::finish() {
    const Box whole{0, 0, width_, height_};
    const bool known = before_.size() == now_.size();
    std::vector<uint8_t> changed(now_.size());
    size_t count = 0;
    for (size_t i = 0; i < now_.size() && known; ++i)
        count += changed[i] = now_[i] != before_[i];
    std::swap(now_, before_);
    if (!known || count * 4 > changed.size() * 3) return {whole};
    std::vector<Box> boxes = boxes_of(changed, columns_, rows_);
    for (Box& box : boxes)
        box = common({box.left * tile_px, box.top * tile_px, box.right * tile_px,
                      box.bottom * tile_px},
                     whole);
    return boxes;
}

}  // namespace meada::platform
