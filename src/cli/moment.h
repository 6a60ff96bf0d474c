// A session that stands at the moment which the options ask for: what `link` and `open` do.
// Inside cli.
#pragma once

#include "cli/commands.h"

namespace meada {

// Opens the scenario and goes there; the exit status, 0 if it stands there. Says where a link's
// run is another one here. A place that the run never comes to is an
// error, and so is one that a search through an endless run gives up to find.
int go_to_moment(const Options&, Session&);

}  // namespace meada
