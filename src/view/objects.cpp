#include "view/objects.h"

#include <algorithm>

namespace meada::view {

namespace {

size_t reach(const ObjectRow& row) { return row.owners.size() + (row.global ? 1 : 0); }

// Behind those that are to come before it or are equal: an order is kept.
template <typename T, typename Before>
void insert_in_order(std::vector<T>& list, T item, Before before) {
    const auto place = std::ranges::upper_bound(list, item, before);
    list.insert(place, std::move(item));
}

}  // namespace

std::vector<ObjectRow> objects(const Moment& moment, const Actors& actors) {
    std::vector<ObjectRow> rows;
    if (!moment.state) return rows;
    for (const ObjectState& object : moment.state->objects) {
        ObjectRow row;
        row.identity = object.identity;
        row.type = object.type;
        row.text = object.text;
        for (const NameState& name : object.names) {
            const Actor* actor = actors.find(name.owner);
            if (actor && actor->behind) continue;
            insert_in_order(row.names, ObjectName{name.owner, name.function, name.path},
                            [](const ObjectName& left, const ObjectName& right) {
                                return left.owner < right.owner;
                            });
            if (name.owner == 0)
                row.global = true;
            else if (std::ranges::find(row.owners, name.owner) == row.owners.end())
                row.owners.push_back(name.owner);
        }
        if (row.names.size() < 2) continue;
        std::ranges::sort(row.owners);
        insert_in_order(rows, std::move(row), [](const ObjectRow& left, const ObjectRow& right) {
            return reach(left) > reach(right);
        });
    }
    return rows;
}

}  // namespace meada::view
