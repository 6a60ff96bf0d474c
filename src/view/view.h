// What the panels show, as plain values: pure functions of a Moment. A panel draws them and
// keeps no model of its own; tests read them without a window.
#pragma once

#include "view/actors.h"
#include "view/compare.h"
#include "view/deadlock.h"
#include "view/event_loop.h"
#include "view/findings.h"
#include "view/first_moment.h"
#include "view/lanes.h"
#include "view/machine.h"
#include "view/narration.h"
#include "view/next.h"
#include "view/objects.h"
#include "view/orders.h"
#include "view/output.h"
#include "view/pipeline.h"
#include "view/source_marks.h"
#include "view/tasks.h"
#include "view/threads.h"
#include "view/words.h"
