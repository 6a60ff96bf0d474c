// What happened before what: functions of events and accesses. The door.
#pragma once

#include "causality/clocks.h"
#include "causality/contention.h"
#include "causality/parts.h"
#include "causality/races.h"
