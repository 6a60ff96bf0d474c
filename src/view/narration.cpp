#include "view/narration.h"

#include <algorithm>

#include "view/tasks.h"
#include "vm/vm.h"

namespace meada::view {

namespace {

constexpr uint64_t back_max = 20000;  // events
constexpr uint64_t look_ahead_max = 12;    // events
constexpr size_t code_text_max = 48;       // bytes of a quoted value

Piece words_piece(std::string text) { return {PieceKind::words, std::move(text), 0, false, 0}; }

std::string cut(std::string_view text) {
    if (text.size() <= code_text_max) return std::string(text);
    size_t size = code_text_max;
    while (size > 0 && (uint8_t(text[size]) & 0xC0) == 0x80) --size;
    return std::string(text.substr(0, size)) + "…";
}

Piece code_piece(std::string_view text) { return {PieceKind::code, cut(text), 0, false, 0}; }

// Everything that a sentence may need.
struct Teller {
    const Moment& moment;
    const Actors& actors;
    const Texts& texts;
    const Event& event;
    uint64_t number;  // of the event, as Moment counts
    std::vector<Piece> out{};

    const MachineState& state() const { return *moment.state; }

    Piece who(Serial serial) const {
        if (const Actor* actor = actors.find(serial))
            return {PieceKind::name, actor->name, actor->yarn, true, serial};
        if (actors.syncs.count(serial))
            return {PieceKind::code, sync_name(state(), actors, texts, serial), 0, false, serial};
        return words_piece(thing_name(state(), actors, texts, serial));
    }
    Piece doer() const {
        const Actor* actor = actor_of(actors, event);
        return actor ? who(actor->serial) : words_piece(texts[TextId::name_program]);
    }
    Piece thread() const { return who(event.thread); }
    Piece time(TimeNs time_ns) const { return words_piece(texts.time(time_ns)); }
    Piece count(Count number_of) const { return words_piece(texts.count(number_of)); }

    void say(TextId id, std::vector<Piece> arguments = {}) {
        for (const TextPiece& piece : text_pieces(texts.language, id)) {
            if (piece.argument < 0)
                out.push_back(words_piece(std::string(piece.words)));
            else if (size_t(piece.argument) < arguments.size())
                out.push_back(arguments[size_t(piece.argument)]);
        }
    }

    // An event before this one, looked for backward; null if it is not near enough.
    template <typename Match>
    const Event* before(Match match) const {
        for (uint64_t at = number; at > moment.first_event && number - at < back_max; --at) {
            const Event& earlier = (*moment.events)[at - 1 - moment.first_event];
            if (match(earlier)) return &earlier;
        }
        return nullptr;
    }
    // When a task or thread began the wait that ends here; null if that is not known.
    const Event* start_of_wait(Serial serial) const {
        return before([&](const Event& earlier) {
            if (event_is<event::task_suspended>(earlier))
                return earlier.task == serial;
            return event_is<event::thread_parked>(earlier) && earlier.thread == serial;
        });
    }
    Piece waited(Serial serial) const {
        const Event* start = start_of_wait(serial);
        return time(start ? event.time_ns - start->time_ns : 0);
    }
    // What a handle will call: its task, or the call-back's name.
    Piece handle(Serial serial) const {
        const Event* made = before([&](const Event& earlier) {
            const auto* soon = event_as<event::callback_scheduled>(earlier);
            const auto* later = event_as<event::timer_set>(earlier);
            return (soon && soon->handle == serial) || (later && later->handle == serial);
        });
        if (!made) return words_piece(texts[TextId::name_callback]);
        Serial task = 0;
        std::string name;
        if (const auto* soon = event_as<event::callback_scheduled>(*made)) {
            task = soon->for_task;
            name = soon->name;
        } else if (const auto* later = event_as<event::timer_set>(*made)) {
            task = later->for_task;
            name = later->name;
        }
        if (actors.find(task)) return who(task);
        // A call-back of asyncio itself stands for the task that asked for it.
        if (name.starts_with('_') && actors.find(made->task)) return who(made->task);
        return name.empty() ? words_piece(texts[TextId::name_callback]) : code_piece(name);
    }
    Serial holder_of(Serial sync) const {
        const Event* found = before([&](const Event& earlier) {
            const auto* taken = event_as<event::sync_acquired>(earlier);
            const auto* freed = event_as<event::sync_released>(earlier);
            return (taken && taken->acquired == sync) || (freed && freed->released == sync);
        });
        if (!found || !event_is<event::sync_acquired>(*found)) return 0;
        return found->task != 0 ? found->task : found->thread;
    }
    Serial first_waiter(Serial sync) const {
        for (const SyncState& each : state().syncs)
            if (each.serial == sync && !each.waiters.empty()) return each.waiters[0];
        return 0;
    }

    // The reason of a wait as the piece that goes into a sentence; it holds marked names itself.
    std::vector<Piece> wait(WaitReason reason, Serial on, TimeNs deadline_ns) const {
        Teller inner{moment, actors, texts, event, number};
        const Serial holder = reason == WaitReason::lock ? holder_of(on) : 0;
        if (reason == WaitReason::join) on = actors.main_of(on);
        if (reason == WaitReason::sleep && deadline_ns != never_ns && deadline_ns >= event.time_ns)
            inner.say(TextId::waits_sleep_for, {time(deadline_ns - event.time_ns)});
        else if (holder != 0)
            inner.say(TextId::waits_lock_held, {who(on), who(holder)});
        else
            inner.say(wait_sentence(reason), {who(on)});
        return inner.out;
    }
    static TextId wait_sentence(WaitReason reason) {
        switch (reason) {
#define WAIT_REASON(value)  \
    case WaitReason::value: \
        return TextId::waits_##value;
#include "machine/states.def"
        }
        return TextId::waits_none;
    }
    // A sentence whose argument {2} is a whole phrase with names of its own.
    void say_wait(TextId plain_id, TextId until_id, WaitReason reason, Serial on,
                  TimeNs deadline_ns) {
        const bool until = deadline_ns != never_ns && reason != WaitReason::sleep;
        for (const TextPiece& piece : text_pieces(texts.language, until ? until_id : plain_id)) {
            if (piece.argument < 0) out.push_back(words_piece(std::string(piece.words)));
            if (piece.argument == 0) out.push_back(doer());
            if (piece.argument == 2)
                for (Piece& inner : wait(reason, on, deadline_ns)) out.push_back(std::move(inner));
            if (piece.argument == 3) out.push_back(time(deadline_ns));
        }
    }
};

// One overload an event: a row of events.def without one does not compile.
struct Tell {
    Teller& t;

    void operator()(const std::monostate&) {}
    void operator()(const event::process_started& e) {
        t.say(TextId::narrate_process_started, {{}, code_piece(e.name)});
    }
    void operator()(const event::source_compiled& e) {
        t.say(TextId::narrate_source_compiled, {{}, t.count(e.instructions)});
    }
    void operator()(const event::source_read& e) {
        t.say(t.event.thread == 0 ? TextId::narrate_source_read : TextId::narrate_source_read_again,
              {t.thread(), t.count(e.size_bytes)});
    }
    void operator()(const event::interpreter_started& e) {
        t.say(TextId::narrate_interpreter_started, {{}, t.who(e.main_thread)});
    }
    void operator()(const event::end_seen& e) {
        t.say(TextId::narrate_end_seen, {t.doer(), t.who(t.actors.main_of(e.ended))});
    }
    void operator()(const event::module_imported& e) {
        t.say(TextId::narrate_module_imported, {t.doer(), code_piece(e.name)});
    }
    void operator()(const event::process_ended& e) {
        t.say(TextId::narrate_process_ended, {{}, t.count(e.exit_status)});
    }
    void operator()(const event::thread_created& e) {
        t.say(TextId::narrate_thread_created, {t.doer(), t.who(e.created)});
    }
    void operator()(const event::thread_started& e) {
        t.say(t.event.thread == e.started ? TextId::narrate_thread_started_itself
                                          : TextId::narrate_thread_started,
              {t.doer(), t.who(e.started)});
    }
    void operator()(const event::thread_parked& e) {
        t.say_wait(TextId::narrate_thread_parked, TextId::narrate_thread_parked_until, e.reason,
                   e.on, e.deadline_ns);
    }
    void operator()(const event::thread_woken& e) {
        const bool by_nobody = t.event.thread == 0 || t.event.thread == e.woken;
        const bool by_time = e.reason == WaitReason::sleep || e.reason == WaitReason::select;
        t.say(!by_nobody ? TextId::narrate_thread_woken
              : by_time  ? TextId::narrate_thread_woken_by_time
                         : TextId::narrate_thread_woken_free,
              {by_nobody ? Piece{} : t.doer(), t.who(e.woken), t.waited(e.woken)});
    }
    void operator()(const event::thread_ended& e) {
        switch (e.outcome) {
#define END_OUTCOME(value)                                         \
    case EndOutcome::value:                                        \
        t.say(TextId::narrate_thread_ended_##value, {t.thread()}); \
        break;
#include "machine/states.def"
        }
    }
    void operator()(const event::thread_switched& e) {
        if (e.to == 0) return t.say(TextId::narrate_thread_switched_idle);
        t.say(e.from == 0 ? TextId::narrate_thread_switched_first : TextId::narrate_thread_switched,
              {t.who(e.from), t.who(e.to)});
    }
    void operator()(const event::gil_requested& e) {
        t.say(TextId::narrate_gil_requested, {t.thread(), t.who(e.holder)});
    }
    void operator()(const event::gil_acquired& e) {
        t.say(e.waited_ns == 0 ? TextId::narrate_gil_acquired : TextId::narrate_gil_acquired_after,
              {t.thread(), t.time(e.waited_ns)});
    }
    void operator()(const event::gil_released& e) {
        switch (e.why) {
#define GIL_RELEASE(value)                                         \
    case GilRelease::value:                                        \
        t.say(TextId::narrate_gil_released_##value, {t.thread()}); \
        break;
#include "machine/states.def"
        }
    }
    void operator()(const event::process_created& e) {
        t.say(TextId::narrate_process_created, {t.doer(), t.who(e.main_thread)});
    }
    void operator()(const event::process_exited& e) {
        if (e.signal != 0)
            t.say(TextId::narrate_process_killed, {t.thread(), t.count(e.signal)});
        else
            t.say(TextId::narrate_process_exited, {t.thread(), t.count(e.exit_status)});
    }
    void operator()(const event::pipe_put& e) {
        t.say(TextId::narrate_pipe_put, {t.doer(), t.count(e.size_bytes), t.count(e.items)});
    }
    void operator()(const event::pipe_got& e) {
        t.say(TextId::narrate_pipe_got, {t.doer(), t.count(e.size_bytes), t.count(e.items)});
    }
    void operator()(const event::input_read& e) {
        t.say(TextId::narrate_input_read, {t.doer(), t.count(e.size_bytes)});
    }
    void operator()(const event::flushed&) { t.say(TextId::narrate_flushed, {t.doer()}); }
    void operator()(const event::core_taken& e) {
        t.say(e.waited_ns == 0 ? TextId::narrate_core_taken : TextId::narrate_core_taken_after,
              {t.thread(), t.count(e.core), t.time(e.waited_ns)});
    }
    void operator()(const event::core_lost& e) {
        t.say(TextId::narrate_core_lost, {t.thread(), t.count(e.core)});
    }
    void operator()(const event::sync_created& e) {
        t.say(TextId::narrate_sync_created, {t.doer(), words_piece(t.texts[made_word_of(e.kind)])});
    }
    void operator()(const event::sync_named& e) {
        t.say(TextId::narrate_sync_named, {{}, t.who(e.named), code_piece(e.name)});
    }
    void operator()(const event::sync_acquired& e) {
        t.say(
            e.waited_ns == 0 ? TextId::narrate_sync_acquired : TextId::narrate_sync_acquired_after,
            {t.doer(), t.who(e.acquired), t.time(e.waited_ns)});
    }
    void operator()(const event::sync_released& e) {
        const Serial waiter = t.first_waiter(e.released);
        t.say(waiter == 0 ? TextId::narrate_sync_released : TextId::narrate_sync_released_waiter,
              {t.doer(), t.who(e.released), t.who(waiter)});
    }
    void operator()(const event::sync_notified& e) {
        t.say(TextId::narrate_sync_notified, {t.doer(), t.who(e.notified), t.count(e.waiters)});
    }
    void operator()(const event::queue_put& e) {
        t.say(TextId::narrate_queue_put, {t.doer(), t.who(e.queue), t.count(e.size)});
    }
    void operator()(const event::queue_got& e) {
        t.say(TextId::narrate_queue_got, {t.doer(), t.who(e.queue), t.count(e.size)});
    }
    void operator()(const event::loop_started&) {
        t.say(TextId::narrate_loop_started, {t.thread()});
    }
    void operator()(const event::loop_iterated& e) {
        t.say(TextId::narrate_loop_iterated, {{}, t.count(e.iteration), t.count(e.ready)});
    }
    void operator()(const event::loop_stopped&) {
        t.say(TextId::narrate_loop_stopped, {t.thread()});
    }
    void operator()(const event::callback_scheduled& e) {
        if (t.actors.find(e.for_task))
            return t.say(TextId::narrate_callback_scheduled_task, {t.doer(), t.who(e.for_task)});
        t.say(TextId::narrate_callback_scheduled, {t.doer(), code_piece(e.name)});
    }
    void operator()(const event::callback_started& e) {
        t.say(TextId::narrate_callback_started, {{}, t.handle(e.handle)});
    }
    void operator()(const event::callback_ended& e) {
        t.say(TextId::narrate_callback_ended, {{}, t.handle(e.handle)});
    }
    void operator()(const event::callback_cancelled& e) {
        const Piece what = t.handle(e.handle);
        const bool own = what.text == t.doer().text;
        t.say(own ? TextId::narrate_own_timer_cancelled : TextId::narrate_callback_cancelled,
              {t.doer(), what});
    }
    void operator()(const event::timer_set& e) {
        const bool inner = e.name.starts_with('_') && t.actors.find(t.event.task);
        const Piece what = t.actors.find(e.for_task) ? t.who(e.for_task)
                           : inner                   ? t.who(t.event.task)
                           : e.name.empty()          ? words_piece(t.texts[TextId::name_callback])
                                                     : code_piece(e.name);
        t.say(TextId::narrate_timer_set, {t.doer(), what, t.time(e.when_ns)});
    }
    void operator()(const event::timer_fired& e) {
        t.say(TextId::narrate_timer_fired, {{}, t.handle(e.handle)});
    }
    void operator()(const event::future_created&) {
        t.say(TextId::narrate_future_created, {t.doer()});
    }
    void operator()(const event::future_done& e) {
        switch (e.outcome) {
#define END_OUTCOME(value)                                                       \
    case EndOutcome::value:                                                      \
        t.say(TextId::narrate_future_done_##value, {t.doer(), t.who(e.future)}); \
        break;
#include "machine/states.def"
        }
    }
    void operator()(const event::task_created& e) {
        t.say(TextId::narrate_task_created, {t.doer(), t.who(e.created), code_piece(e.coroutine)});
    }
    void operator()(const event::task_renamed& e) {
        t.say(TextId::narrate_task_renamed, {{}, t.who(e.renamed), code_piece(e.name)});
    }
    void operator()(const event::task_stepped& e) {
        t.say(TextId::narrate_task_stepped, {{}, t.who(e.stepped)});
    }
    void operator()(const event::task_suspended& e) {
        t.say_wait(TextId::narrate_task_suspended, TextId::narrate_task_suspended_until, e.reason,
                   e.on, e.deadline_ns);
    }
    void operator()(const event::task_woken& e) {
        const bool by_time = t.event.task == 0 || t.event.task == e.woken;
        t.say(by_time ? TextId::narrate_task_woken_by_time : TextId::narrate_task_woken,
              by_time ? std::vector<Piece>{{}, t.who(e.woken), t.waited(e.woken)}
                      : std::vector<Piece>{t.doer(), t.who(e.woken), t.waited(e.woken)});
    }
    void operator()(const event::task_cancelling& e) {
        t.say(TextId::narrate_task_cancelling, {t.doer(), t.who(e.cancelled)});
    }
    void operator()(const event::task_done& e) {
        switch (e.outcome) {
#define END_OUTCOME(value)                                                                     \
    case EndOutcome::value:                                                                    \
        t.say(TextId::narrate_task_done_##value, {t.who(t.event.task), code_piece(e.result)}); \
        break;
#include "machine/states.def"
        }
    }
    void operator()(const event::printed& e) {
        std::string text(e.text);
        while (!text.empty() && text.back() == '\n') text.pop_back();
        std::ranges::replace(text, '\n', ' ');
        t.say(text.empty() ? TextId::narrate_printed_nothing : TextId::narrate_printed,
              {t.doer(), code_piece(text)});
    }
    void operator()(const event::exception_raised& e) {
        t.say(e.message.empty() ? TextId::narrate_exception_raised
                                : TextId::narrate_exception_raised_message,
              {t.doer(), code_piece(e.type), code_piece(e.message)});
    }
    void operator()(const event::exception_caught& e) {
        t.say(TextId::narrate_exception_caught,
              {t.doer(), code_piece(e.type), t.count(t.event.line)});
    }
    void operator()(const event::exception_uncaught& e) {
        if (e.type == "MemoryError" && e.message.empty())
            return t.say(TextId::narrate_memory_full, {t.doer(), code_piece(e.type),
                                                       t.count(block_size_bytes_max >> 20)});
        t.say(e.message.empty() ? TextId::narrate_exception_uncaught
                                : TextId::narrate_exception_uncaught_message,
              {t.doer(), code_piece(e.type), code_piece(e.message)});
    }
    void operator()(const event::deadlock_found& e) {
        t.say(TextId::narrate_deadlock_found, {{}, t.count(e.threads)});
    }
};

// What an event that is still to come would be called; false: not worth a word.
struct TellNext {
    Teller& t;

    template <typename Detail>
    bool operator()(const Detail&) { return false; }
    bool say(TextId id, std::vector<Piece> arguments) {
        t.say(id, std::move(arguments));
        return true;
    }
    bool wait(WaitReason reason) {
        return say(reason == WaitReason::sleep ? TextId::next_sleeps : TextId::next_waits,
                   {t.doer()});
    }
    bool operator()(const event::thread_switched& e) {
        return e.to != 0 && say(TextId::next_runs, {t.who(e.to)});
    }
    bool operator()(const event::task_stepped& e) {
        return say(TextId::next_runs, {t.who(e.stepped)});
    }
    bool operator()(const event::callback_started& e) {
        return say(TextId::next_runs, {t.handle(e.handle)});
    }
    bool operator()(const event::printed&) { return say(TextId::next_prints, {t.doer()}); }
    bool operator()(const event::task_suspended& e) { return wait(e.reason); }
    bool operator()(const event::thread_parked& e) {
        return e.reason != WaitReason::select && wait(e.reason);
    }
    bool operator()(const event::task_done&) { return say(TextId::next_ends, {t.doer()}); }
    bool operator()(const event::thread_ended&) { return say(TextId::next_ends, {t.thread()}); }
    bool operator()(const event::task_created& e) {
        return say(TextId::next_creates, {t.doer(), t.who(e.created)});
    }
    bool operator()(const event::thread_started& e) {
        return t.event.thread != e.started &&
               say(TextId::next_starts, {t.doer(), t.who(e.started)});
    }
    bool operator()(const event::task_woken& e) {
        if (t.event.task == 0 || t.event.task == e.woken)
            return say(TextId::next_due, {t.who(e.woken), t.time(t.event.time_ns)});
        return say(TextId::next_wakes, {t.doer(), t.who(e.woken)});
    }
    bool operator()(const event::timer_fired& e) {
        return say(TextId::next_due, {t.handle(e.handle), t.time(t.event.time_ns)});
    }
    bool operator()(const event::sync_acquired& e) {
        return say(TextId::next_takes, {t.doer(), t.who(e.acquired)});
    }
    bool operator()(const event::sync_released& e) {
        return say(TextId::next_frees, {t.doer(), t.who(e.released)});
    }
    bool operator()(const event::exception_raised& e) {
        return say(e.message.empty() ? TextId::next_raises : TextId::next_raises_message,
                   {t.doer(), code_piece(e.type), code_piece(e.message)});
    }
    bool operator()(const event::exception_uncaught&) { return say(TextId::next_uncaught, {}); }
    bool operator()(const event::exception_caught&) {
        return say(TextId::next_catches, {{}, t.count(t.event.line)});
    }
    bool operator()(const event::process_ended&) { return say(TextId::next_program_ends, {}); }
    bool operator()(const event::deadlock_found&) { return say(TextId::next_deadlock, {}); }
};

void add_next(const Moment& moment, const Actors& actors, const Texts& texts,
              std::vector<Piece>& out) {
    const uint64_t known = moment.first_event + moment.events->size();
    for (uint64_t at = moment.cursor_event; at < known && at - moment.cursor_event < look_ahead_max;
         ++at) {
        const Event& event = (*moment.events)[at - moment.first_event];
        Teller teller{moment, actors, texts, event, at};
        if (!std::visit(TellNext{teller}, event.detail)) continue;
        out.push_back(words_piece(" "));
        for (Piece& piece : teller.out) out.push_back(std::move(piece));
        return;
    }
    if (moment.cursor_event != known) return;
    if (moment.ended) out.push_back(words_piece(" " + texts[TextId::next_none]));
    if (moment.waits_for_input) out.push_back(words_piece(" " + texts[TextId::next_input]));
}

}  // namespace

Narration narration(const Moment& moment, const Actors& actors, const Texts& texts) {
    Narration view;
    if (!moment.state || !moment.events) return view;
    if (moment.cursor_event <= moment.first_event ||
        moment.cursor_event > moment.first_event + moment.events->size()) {
        view.pieces.push_back(words_piece(texts[TextId::narrate_start]));
        return view;
    }
    const uint64_t number = moment.cursor_event - 1;
    const Event& event = (*moment.events)[number - moment.first_event];
    Teller teller{moment, actors, texts, event, number};
    std::visit(Tell{teller}, event.detail);
    view.pieces = std::move(teller.out);
    view.line = event.line;
    view.bad = event_is<event::exception_uncaught>(event) || event_is<event::deadlock_found>(event);
    add_next(moment, actors, texts, view.pieces);
    return view;
}

std::string plain(const Narration& narration) {
    std::string out;
    for (const Piece& piece : narration.pieces) out += piece.text;
    return out;
}

}  // namespace meada::view
