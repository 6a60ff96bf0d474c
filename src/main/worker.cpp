// The worker's module: an instance of the engine that goes on with runs that another instance sent.
// web/worker.mjs carries the messages; here a message is bytes in and JSON out.
#include <cinttypes>
#include <cstdio>
#include <string>

#include "history/history.h"
#include "library/library.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#define EMSCRIPTEN_KEEPALIVE
#endif

using namespace meada;

// Goes on with a packed run (history/snapshot.h) to its end. The caller frees nothing: the answer
// is good until the next call.
extern "C" EMSCRIPTEN_KEEPALIVE const char* meada_worker_finish(const uint8_t* packed,
                                                                uint32_t size) {
    static std::string answer;  // of this module's one thread; the engine itself keeps nothing
    auto made = unpack_run({packed, size}, linked_boot_image());
    if (!made) {
        answer = std::string("{\"error\": \"") + name_of(made.error().code) + "\"}";
        return answer.c_str();
    }
    Machine& machine = **made;
    const Advanced why = advance(machine, {});
    char text[160];
    std::snprintf(text, sizeof text,
                  "{\"trace_hash\": \"%016" PRIx64 "\", \"instructions\": %" PRIu64
                  ", \"exit_status\": %u, \"stuck\": %s}",
                  machine.trace_hash(), machine.user_instructions(), machine.root().exit_status,
                  why == Advanced::ended ? "false" : "true");
    answer = text;
    return answer.c_str();
}

int main() { return 0; }
