// The standard streams of this program as the script's. Inside cli.
#pragma once

#include <string>

#include "machine/machine.h"

namespace meada {

// What the script prints goes out: on a terminal at each line feed, else when the buffer is full
// and at the end, as python3 does it.
struct Console : Recorder {
    Console();
    void record(const Event&) override;
    void flush();

  private:
    std::string held_;
    bool terminal_;
};

// Another line of this program's standard input; false at its end.
bool read_console(std::string& text);

}  // namespace meada
