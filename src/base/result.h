// A value, or the Error that bad input caused. Reading the wrong one is a bug (ASSERT).
#pragma once

#include <utility>
#include <variant>

#include "base/assert.h"
#include "base/error.h"

namespace meada {

template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return content_.index() == 0; }

    T& operator*() & { return value(); }
    const T& operator*() const& { return const_cast<Result*>(this)->value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &const_cast<Result*>(this)->value(); }

    const Error& error() const {
        ASSERT(content_.index() == 1);
        return *std::get_if<1>(&content_);
    }

  private:
    T& value() {
        ASSERT(content_.index() == 0);
        return *std::get_if<0>(&content_);
    }

    std::variant<T, Error> content_;
};

}  // namespace meada
