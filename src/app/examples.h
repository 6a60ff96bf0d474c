// The examples that come along: scripts of src/scenario/examples (in Portuguese: pt there), their
// titles, and where in their run it is most interesting.
#pragma once

#include <string_view>
#include <vector>

#include "app/top_bar.h"

namespace meada::app {

struct Example {
    std::string_view name;  // of the file
    std::string_view sources[2];  // by Language: they differ in comments and texts only
    ExampleTitle title;
    double part = 0.5;  // of the run's time, where one lands
    std::string_view source(Language language) const { return sources[size_t(language)]; }
    bool is(std::string_view text) const { return text == sources[0] || text == sources[1]; }
};

const std::vector<Example>& examples();
int example_named(std::string_view name);  // its index; it must be there
const std::vector<ExampleTitle>& example_titles();

}  // namespace meada::app
