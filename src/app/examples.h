// The examples that come along: scripts of src/scenario/examples, their titles, and where in
// their run it is most interesting.
#pragma once

#include <string_view>
#include <vector>

#include "app/top_bar.h"

namespace meada::app {

struct Example {
    std::string_view name;  // of the file
    std::string_view source;
    ExampleTitle title;
    double part = 0.5;  // of the run's time, where one lands
};

const std::vector<Example>& examples();
const std::vector<ExampleTitle>& example_titles();

}  // namespace meada::app
