// The window's own options on the command line.
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "platform/platform.h"

namespace meada::platform {

static bool take(const std::string& name, const std::string& value, WindowOptions& options) {
    if (name == "--frames") return (options.frame_max = std::atoi(value.c_str())) > 0;
    if (name == "--scale") return (options.scale = float(std::atof(value.c_str()))) > 0;
    if (name == "--screenshot") return !(options.screenshot_path = value).empty();
    return std::sscanf(value.c_str(), "%dx%d", &options.width_points, &options.height_points) == 2;
}

bool take_window_options(std::vector<std::string>& arguments, WindowOptions& options) {
    std::vector<std::string> left;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const std::string& name = arguments[i];
        if (name != "--frames" && name != "--scale" && name != "--screenshot" && name != "--size") {
            left.push_back(name);
            continue;
        }
        if (i + 1 == arguments.size() || !take(name, arguments[i + 1], options)) {
            arguments = {name};
            return false;
        }
        ++i;
    }
    arguments = std::move(left);
    return true;
}

}  // namespace meada::platform
