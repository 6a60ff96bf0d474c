// The standard streams of this program as the script's. Inside cli.
#pragma once

#include <map>
#include <string>

#include "machine/machine.h"

namespace meada {

// What the script prints goes out: on a terminal at each line feed, else when the buffer is full
// and at the end, as python3 does it. Every process has a buffer of its own.
struct Console : Recorder {
    Console();
    void record(const Event&) override;
    void flush();

  private:
    void print(const event::printed&, std::string& held);
    void write_out(std::string& held);
    Serial process_of(Serial thread) const;

    std::map<Serial, std::string> held_;   // by process; the first one is 0
    std::map<Serial, Serial> processes_;   // by thread; others belong to the first one
    bool terminal_;
};

// Another line of this program's standard input; false at its end.
bool read_console(std::string& text);

}  // namespace meada
