// A queue of plain values that lie still: new ones come behind, the oldest go in front, and a
// reference is good until its value goes. Values lie in chunks of 1,024, so pushing is a copy, and
// a queue of constant length allocates nothing: a chunk that falls off in front is used again
// behind. (libstdc++'s deque allocates every 512 bytes.)
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/assert.h"

namespace meada {

template <typename T>
class ChunkedQueue {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

  public:
    class const_iterator;
    using value_type = T;
    static constexpr size_t chunk_count = 1024;

    ChunkedQueue() = default;
    ChunkedQueue(std::initializer_list<T> values) {
        for (const T& value : values) push_back(value);
    }
    ChunkedQueue(ChunkedQueue&& other) noexcept { *this = std::move(other); }
    ChunkedQueue& operator=(ChunkedQueue&& other) noexcept {
        chunks_ = std::exchange(other.chunks_, {});
        first_ = std::exchange(other.first_, 0);
        end_ = std::exchange(other.end_, 0);
        next_ = std::exchange(other.next_, nullptr);
        full_ = std::exchange(other.full_, nullptr);
        return *this;
    }

    bool empty() const { return first_ == end_; }
    size_t size() const { return end_ - first_; }
    const T& operator[](size_t index) const { return *at(first_ + index); }
    T& operator[](size_t index) { return *at(first_ + index); }
    const T& front() const { return *at(first_); }
    const T& back() const { return *at(end_ - 1); }
    const_iterator begin() const { return {this, 0}; }
    const_iterator end() const { return {this, size()}; }

    T& push_back(const T& value) {
        T* const there = room();
        if (there != &value) std::construct_at(there, value);
        ++end_;
        return *next_++;
    }
    // Where the next value will be: it can be made there, and then pushed.
    T* room() {
        if (next_ == full_) begin_chunk();
        return next_;
    }
    void pop_front() {
        ASSERT(!empty());
        if (++first_ == chunk_count) drop_chunk();
    }
    void clear() { *this = {}; }

    size_t size_bytes() const { return chunks_.size() * sizeof(Chunk); }

  private:
    struct Chunk {
        alignas(T) std::byte bytes[chunk_count * sizeof(T)];
    };
    T* at(size_t position) const {
        std::byte* const bytes = chunks_[position / chunk_count]->bytes;
        return reinterpret_cast<T*>(bytes) + position % chunk_count;
    }
    [[gnu::noinline]] void begin_chunk() {  // rare: out of the way of the rest
        if (end_ == chunks_.size() * chunk_count)
            chunks_.push_back(std::make_unique_for_overwrite<Chunk>());
        next_ = at(end_);
        full_ = next_ + chunk_count;
    }
    // The first chunk becomes the last, to be filled next; where there is one in waiting already,
    // the queue has grown shorter.
    void drop_chunk() {
        first_ -= chunk_count;
        end_ -= chunk_count;
        std::rotate(chunks_.begin(), chunks_.begin() + 1, chunks_.end());
        if (chunks_.size() > end_ / chunk_count + 2) chunks_.pop_back();
    }

    std::vector<std::unique_ptr<Chunk>> chunks_;
    size_t first_ = 0, end_ = 0;  // positions, counted from the start of the first chunk
    T *next_ = nullptr, *full_ = nullptr;  // where the next value goes, unless its chunk is full
};

// Counts from the front: pop_front makes it mean the next value.
template <typename T>
class ChunkedQueue<T>::const_iterator {
  public:
    using value_type = T;
    using reference = const T&;
    using pointer = const T*;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::random_access_iterator_tag;

    const_iterator() = default;
    const_iterator(const ChunkedQueue* queue, size_t index) : queue_(queue), index_(index) {}

    reference operator*() const { return (*queue_)[index_]; }
    pointer operator->() const { return &(*queue_)[index_]; }
    reference operator[](difference_type count) const { return *(*this + count); }

    const_iterator& operator+=(difference_type count) {
        index_ += static_cast<size_t>(count);
        return *this;
    }
    const_iterator& operator-=(difference_type count) { return *this += -count; }
    const_iterator& operator++() { return *this += 1; }
    const_iterator& operator--() { return *this += -1; }
    const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
    const_iterator operator--(int) { return std::exchange(*this, *this - 1); }
    const_iterator operator+(difference_type count) const {
        return {queue_, index_ + static_cast<size_t>(count)};
    }
    const_iterator operator-(difference_type count) const { return *this + -count; }
    friend const_iterator operator+(difference_type count, const_iterator at) { return at + count; }
    friend difference_type operator-(const const_iterator& left, const const_iterator& right) {
        return static_cast<difference_type>(left.index_) -
               static_cast<difference_type>(right.index_);
    }
    bool operator==(const const_iterator& other) const { return index_ == other.index_; }
    auto operator<=>(const const_iterator& other) const { return index_ <=> other.index_; }

  private:
    const ChunkedQueue* queue_ = nullptr;
    size_t index_ = 0;
};

}  // namespace meada
