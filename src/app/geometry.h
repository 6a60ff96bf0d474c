// Points and rectangles, in points (a pixel is a point times the scale).
#pragma once

namespace meada::app {

struct Point {
    float x = 0, y = 0;
};

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    float middle_x() const { return x + w / 2; }
    float middle_y() const { return y + h / 2; }
    bool has(Point point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
};

}  // namespace meada::app
