// Two fingers as one gesture: SDL tells each finger by itself, in parts of the window.
#include <algorithm>
#include <cmath>
#include <vector>

#include "platform/side.h"

namespace meada::platform {

namespace {

struct Finger {
    SDL_FingerID id;
    float x, y;
};
struct Touch {
    std::vector<Finger> fingers;  // in order of coming down
    Gesture now, told;            // being gathered; of the frame being drawn
};
Touch& touch() {
    static Touch all;
    return all;
}

float distance(const std::vector<Finger>& fingers) {
    return std::hypot(fingers[0].x - fingers[1].x, fingers[0].y - fingers[1].y);
}

// Where the first two are now, without a jump when one of them comes or goes.
void settle(Touch& all) {
    all.now.fingers = int(all.fingers.size());
    if (all.fingers.size() < 2) return;
    all.now.x = (all.fingers[0].x + all.fingers[1].x) / 2;
    all.now.y = (all.fingers[0].y + all.fingers[1].y) / 2;
}

}  // namespace

void handle_finger(const SDL_TouchFingerEvent& event) {
    Touch& all = touch();
    const CanvasSize size = side_canvas_size();
    const Finger finger{event.fingerId, event.x * float(size.width_px),
                        event.y * float(size.height_px)};
    const auto at = std::find_if(all.fingers.begin(), all.fingers.end(),
                                 [&](const Finger& each) { return each.id == finger.id; });
    if (event.type == SDL_FINGERUP) {
        if (at != all.fingers.end()) all.fingers.erase(at);
        return settle(all);
    }
    if (at == all.fingers.end()) {
        all.fingers.push_back(finger);
        return settle(all);
    }
    const bool pinches = all.fingers.size() > 1 && at - all.fingers.begin() < 2;
    const Gesture before = all.now;
    const float apart = pinches ? distance(all.fingers) : 0;
    *at = finger;
    settle(all);
    if (!pinches) return;
    all.now.moved_x += all.now.x - before.x;
    all.now.moved_y += all.now.y - before.y;
    if (apart > 1) all.now.stretch *= std::max(distance(all.fingers), 1.0f) / apart;
}

void begin_gesture_frame() {
    Touch& all = touch();
    all.told = all.now;
    all.now.moved_x = all.now.moved_y = 0;
    all.now.stretch = 1;
}

const Gesture& gesture() { return touch().told; }

}  // namespace meada::platform
