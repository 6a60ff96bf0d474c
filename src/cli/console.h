// The standard streams of this program as the script's. Inside cli.
#pragma once

#include <string>

#include "machine/machine.h"
#include "machine/output_buffers.h"

namespace meada {

// What the script prints goes out as it would from python3: see OutputBuffers.
struct Console : Recorder {
    Console();
    void record(const Event&) override;
    void flush(uint64_t lost = 0);  // but so many last bytes

  private:
    OutputBuffers buffers_;
};

bool is_terminal();  // this program's standard output

// Another line of this program's standard input; false at its end.
bool read_console(std::string& text);

}  // namespace meada
