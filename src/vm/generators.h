// Generators, coroutines and async generators: their frame is embedded in the object and linked
// into the context's chain of frames while it runs. Inside vm.
#pragma once

#include "vm/calls.h"

namespace meada {

// CPython's CO_ITERABLE_COROUTINE: types.coroutine marks code objects of generators so.
constexpr uint32_t code_iterable_coroutine = 0x100;

constexpr auto generator_frame_offset = static_cast<uint32_t>(offsetof(Generator, frame));

// RETURN_GENERATOR: the innermost frame moves into a new generator object. Null: raised.
Value make_generator(Vm&);
// Resumes with a value; what it yields or returns goes where `mode` says. Raises what CPython
// raises for one that runs, is finished or has just been made.
Step resume_generator(Vm&, Ref<Generator>, Value sent, ReturnMode mode);
// Resumes with an exception, in the innermost generator that it delegates to.
Step throw_into_generator(Vm&, Ref<Generator>, Value exception, ReturnMode mode);
// YIELD_VALUE: suspends the innermost frame, a generator's.
Step yield_from_frame(Vm&);
// The innermost frame, a generator's, returns a value or ends by an exception.
Step finish_generator(Vm&, Value result);
void leave_generator(Vm&, Ref<Generator>);  // by an exception: links and state only
// What it delegates to while suspended; null: nothing.
Value awaited_by(const Vm&, Ref<Generator>);

// Methods of generators ask the interpreter through Vm::request (kind generator): the callable is
// the generator (or async step), arguments[0] the int of GeneratorAction, [1] value or exception.
enum class GeneratorAction : uint8_t { send, throw_, close };
Value request_generator(Vm&, Value generator, GeneratorAction, Value argument);
Value generator_send(Vm&, const Args&);  // the native: the loop does by itself what it can
Step do_generator_request(Vm&, const Vm::Request&, ReturnMode mode);

// SEND with a generator, an async step or any iterator as receiver.
Step send_to(Vm&, Value receiver, Value sent);

// What `await` takes as it is: a coroutine, a generator that types.coroutine has marked.
inline bool is_awaitable(const Generator& generator, const CodeObject& code) {
    return generator.detail == static_cast<uint16_t>(GeneratorForm::coroutine) ||
           code.flags & code_iterable_coroutine;
}
// What __await__ gave: it must be an iterator and no coroutine. false: raised.
bool check_awaited(Vm&, Value result);

}  // namespace meada
