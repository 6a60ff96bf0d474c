// Parts of objects, as accesses name them, with something kept for each. Accesses of one part
// conflict if one of them writes; a whole container is every item of it.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <vector>

#include "vm/accesses.h"

namespace meada {

struct Part {
    uint32_t object = 0;
    AccessPart kind = AccessPart::whole;
    uint64_t key = 0;
    uint32_t process = 0;  // whose object it is; 0: the first one's, or in memory that all share

    auto operator<=>(const Part&) const = default;
};

// What scripts print, as a part that each print writes.
constexpr Part output_part{0, AccessPart::operation, 0};

// `process`: that touches it. What processes are copies of has other offsets in each, but may come
// to lie where an object of one that has ended was.
inline Part part_of(const Access& access, uint32_t process = 0) {
    return {access.object, access.part, access.has_key() ? access.key : 0, process};
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
        if (part.kind == AccessPart::item)
            one({part.object, AccessPart::whole, 0, part.process});
        if (part.kind != AccessPart::whole) return;
        for (auto at = parts_.lower_bound({part.object, AccessPart::item, 0});
             at != parts_.end() && at->first.object == part.object &&
             at->first.kind == AccessPart::item;
             ++at)
            if (at->first.process == part.process) visit(at->first, at->second);
    }
    void clear() { parts_.clear(); }

    // What is known of a piece that is cut in two is true of both.
    void copy(const Part& from, const Part& to) {
        if (const auto found = parts_.find(from); found != parts_.end()) parts_[to] = found->second;
    }

  private:
    std::map<Part, T> parts_;
};

// Memory that processes share, cut where accesses begin and end: pieces of which each access
// touches some as a whole. A piece is an item; its key is where it begins.
class Pieces {
  public:
    struct Cut {
        Part from, made;  // what was one piece is two: the second begins there
    };
    // Appends the pieces of [begin, end) to `pieces`, and what had to be cut for it to `cuts`.
    void touch(uint32_t object, uint32_t begin, uint32_t end, std::vector<Part>& pieces,
               std::vector<Cut>& cuts) {
        cut(object, begin, cuts);
        cut(object, end, cuts);
        const std::set<uint32_t>& starts = starts_[object];
        for (auto at = starts.find(begin); at != starts.end() && *at < end; ++at)
            pieces.push_back(piece(object, *at));
    }

  private:
    static Part piece(uint32_t object, uint32_t start) { return {object, AccessPart::item, start}; }
    void cut(uint32_t object, uint32_t at, std::vector<Cut>& cuts) {
        std::set<uint32_t>& starts = starts_[object];
        starts.insert(0);
        const auto [made, is_new] = starts.insert(at);
        if (is_new) cuts.push_back({piece(object, *std::prev(made)), piece(object, at)});
    }
    std::map<uint32_t, std::set<uint32_t>> starts_;
};

}  // namespace meada
