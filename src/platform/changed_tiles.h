// Inside of platform: which part of a window differs from what was drawn there last. A frame is
// told as what it draws, in order; each tile of the window remembers what touches it.
#pragma once

#include <cstdint>
#include <vector>

namespace meada::platform {

// Whole pixels: right and bottom are outside.
struct Box {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool empty() const { return left >= right || top >= bottom; }
    bool operator==(const Box&) const = default;
};
Box common(const Box&, const Box&);  // what lies in both; empty if nothing does

class ChangedTiles {
  public:
    static constexpr int tile_px = 32;

    void begin(int width_px, int height_px);  // a frame of a window of this size
    // Something is drawn there, over what was before; the hash is of its place, too.
    void add(const Box&, uint64_t hash);
    // A plain area of one colour: of each tile only what it covers there counts, so that one that
    // grows is drawn again only where it grew.
    void add_area(const Box&, uint64_t hash);
    // The boxes to draw again, which may overlap; none: nothing differs.
    std::vector<Box> finish();
    void forget() { before_.clear(); }  // what was drawn is lost: all differs

  private:
    template <typename Hash>
    void each_tile(const Box&, Hash);

    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0;
    std::vector<uint64_t> now_, before_;
};

}  // namespace meada::platform
