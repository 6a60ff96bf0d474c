#include "view/words.h"

namespace meada::view {

Look look_of(WaitReason reason) {
    switch (reason) {
        case WaitReason::none:
        case WaitReason::ready:
            return Look::ready;
        case WaitReason::sleep:
            return Look::sleep;
        case WaitReason::io:
        case WaitReason::select:
        case WaitReason::input:
            return Look::io;
        case WaitReason::lock:
        case WaitReason::condition:
        case WaitReason::semaphore:
        case WaitReason::event:
        case WaitReason::barrier:
        case WaitReason::queue:
            return Look::lock;
        case WaitReason::join:
        case WaitReason::await:
            return Look::await;
        case WaitReason::gil:
            return Look::gil;
    }
    return Look::none;
}

Look look_of(RunState state, WaitReason reason, EndOutcome outcome) {
    switch (state) {
        case RunState::created:  // it waits to be begun
            return Look::ready;
        case RunState::ready:
            return reason == WaitReason::gil ? Look::gil : Look::ready;
        case RunState::running:
            return Look::running;
        case RunState::waiting:
            return look_of(reason);
        case RunState::ended:
            break;
    }
    switch (outcome) {
        case EndOutcome::returned:
            return Look::done;
        case EndOutcome::raised:
            return Look::failed;
        case EndOutcome::cancelled:
            return Look::cancelled;
    }
    return Look::none;
}

TextId word_of(WaitReason reason) {
    switch (reason) {
#define WAIT_REASON(value)  \
    case WaitReason::value: \
        return TextId::wait_reason_##value;
#include "machine/states.def"
    }
    return TextId::wait_reason_none;
}

TextId word_of(EndOutcome outcome) {
    switch (outcome) {
#define END_OUTCOME(value)  \
    case EndOutcome::value: \
        return TextId::end_outcome_##value;
#include "machine/states.def"
    }
    return TextId::end_outcome_returned;
}

TextId word_of(SyncKind kind) {
    switch (kind) {
#define SYNC_KIND(value)  \
    case SyncKind::value: \
        return TextId::sync_kind_##value;
#include "machine/states.def"
    }
    return TextId::sync_kind_lock;
}

TextId made_word_of(SyncKind kind) {
    switch (kind) {
#define SYNC_KIND(value)  \
    case SyncKind::value: \
        return TextId::sync_made_##value;
#include "machine/states.def"
    }
    return TextId::sync_made_lock;
}

TextId word_of(RunState state, WaitReason reason, EndOutcome outcome) {
    switch (state) {
        case RunState::created:
            return TextId::state_created;
        case RunState::ready:
            return reason == WaitReason::gil ? TextId::wait_reason_gil : TextId::state_ready;
        case RunState::running:
            return TextId::state_running;
        case RunState::waiting:
            return word_of(reason);
        case RunState::ended:
            return word_of(outcome);
    }
    return TextId::state_waiting;
}

}  // namespace meada::view
