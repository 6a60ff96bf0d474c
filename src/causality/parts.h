// Parts of objects, as accesses name them, with something kept for each. Accesses of one part
// conflict if one of them writes; a whole container is every item of it.
#pragma once

#include <compare>
#include <map>

#include "vm/accesses.h"

namespace meada {

struct Part {
    uint32_t object = 0;
    AccessPart kind = AccessPart::whole;
    uint64_t key = 0;

    auto operator<=>(const Part&) const = default;
};

// What scripts print, as a part that each print writes.
constexpr Part output_part{0, AccessPart::operation, 0};

inline Part part_of(const Access& access) {
    return {access.object, access.part, access.has_key() ? access.key : 0};
}

template <typename T>
class Parts {
  public:
    T& operator[](const Part& part) { return parts_[part]; }
    // Calls visit(part, kept) for each part that there is of which this is one, or a part.
    template <typename Visit>
    void each_related(const Part& part, Visit&& visit) const {
        const auto one = [&](const Part& other) {
            if (const auto found = parts_.find(other); found != parts_.end())
                visit(found->first, found->second);
        };
        one(part);
        if (part.kind == AccessPart::item) one({part.object, AccessPart::whole, 0});
        if (part.kind != AccessPart::whole) return;
        for (auto at = parts_.lower_bound({part.object, AccessPart::item, 0});
             at != parts_.end() && at->first.object == part.object &&
             at->first.kind == AccessPart::item;
             ++at)
            visit(at->first, at->second);
    }
    void clear() { parts_.clear(); }

  private:
    std::map<Part, T> parts_;
};

}  // namespace meada
