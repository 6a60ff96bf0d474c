// A run that goes straight to its end: what `run` and `trace` do. Inside cli.
#pragma once

#include <functional>

#include "cli/commands.h"

namespace meada {

// Runs the scenario that the options ask for, `recorder` listening (and hearing the first events,
// where `from_start`); then writes statistics, says if a link's run is another one here, and gives
// the exit status: the script's, or 3 where it would hang for ever. `ended` is called with the
// machine as soon as the run is over.
int run_straight(const Options&, Recorder* recorder, bool from_start,
                 const std::function<void(const Machine&)>& ended);

}  // namespace meada
