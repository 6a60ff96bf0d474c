// Reading Python objects in the block as plain values, without running code and without leaving a
// trace in the block (no ids are handed out, nothing is allocated). Inside machine.
#pragma once

#include <functional>
#include <string>

#include "machine/machine.h"

namespace meada {

// As repr, for built-in types; a class's own objects as "<Name>". At most `limit` code points.
std::string describe(const Machine&, Value, uint32_t limit = 200);
uint64_t identity_of(const Machine&, Value);

// An attribute that the object itself has (not its class); null: none.
Value own_attribute(const Machine&, Value object, std::string_view name);
Value dict_item(const Machine&, Ref<Dict>, std::string_view name);
// A module of the boot image's attribute; null: none.
Value library_attribute(const Machine&, std::string_view module, std::string_view name);
std::string text_of(const Machine&, Value str);
std::vector<Value> items_of(const Machine&, Value list_or_tuple);

// Locals, cells and free variables of a frame that are bound, in the order of their slots.
void each_local(const Machine&, const FrameView&,
                const std::function<void(const std::string& name, Value)>&);
// The frames of the tasks that are not done, task by task.
void each_task_frame(const Machine&, const std::function<void(Serial task, const FrameView&)>&);
void inspect_tasks(const Machine&, MachineState&);
void inspect_syncs(const Machine&, MachineState&);
void inspect_objects(const Machine&, MachineState&);
std::vector<FrameState> frame_states(const Machine&, const std::vector<FrameView>&);

}  // namespace meada
