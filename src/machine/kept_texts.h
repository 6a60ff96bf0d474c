// Texts of events that somebody keeps: machine its first ones, history its log. They lie in chunks,
// in the order of their events, so that the oldest go by chunks as the oldest events do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>

namespace meada {

class KeptTexts {
  public:
    // A copy that stays where it is until drop_before is told of a number behind `number`: its
    // event's. Numbers come in order.
    std::string_view keep(uint64_t number, std::string_view);
    // Nobody looks any more at texts of events before this number.
    void drop_before(uint64_t number) {
        while (!chunks_.empty() && chunks_.front().last_number < number) drop_oldest();
    }
    size_t size_bytes() const { return size_bytes_; }  // of the chunks

    static constexpr size_t chunk_bytes = 64 * 1024;  // a longer text has a chunk of its own

  private:
    struct Chunk {
        std::unique_ptr<char[]> bytes;
        size_t size, used;
        uint64_t last_number;  // of the newest event with a text in it
    };
    void drop_oldest();

    std::deque<Chunk> chunks_;
    size_t size_bytes_ = 0;
};

}  // namespace meada
