#include "vm/clone.h"

#include <cstring>

#include "vm/containers.h"
#include "vm/references.h"
#include "vm/weak.h"

namespace meada {

Value Cloner::source_root(Root root) const {
    return source<BlockHeader>(0).roots[static_cast<uint32_t>(root)];
}

bool Cloner::is_shared(uint32_t cell) const {
    const auto& object = source<Object>(cell);
    const auto of_builtin_type = [&] {
        return !(source<Type>(source<Shape>(object.shape.offset).type.offset).flags & type_heap);
    };
    switch (object.kind) {
        case Kind::none:
        case Kind::boolean:
        case Kind::ellipsis:
        case Kind::not_implemented:
        case Kind::native: return true;
        case Kind::integer: return !source<BigInt>(cell).attributes && of_builtin_type();
        case Kind::floating:
        case Kind::complex: return !source<BoxedFloat>(cell).attributes && of_builtin_type();
        case Kind::str: return !source<Str>(cell).attributes && of_builtin_type();
        case Kind::bytes: return !source<ByteString>(cell).attributes && of_builtin_type();
        case Kind::type: return !(source<Type>(cell).flags & type_heap);
        case Kind::shape: return !(source<Type>(source<Shape>(cell).type.offset).flags & type_heap);
        // The script's own has its own inline caches in each process.
        case Kind::code:
        case Kind::instructions: return vm_.block.is_frozen(cell);
        case Kind::native_object:
        case Kind::bytearray: return object.detail & shared_object_bit;
        default: return false;
    }
}

uint32_t Cloner::copy(uint32_t cell) {
    if (cell == 0 || is_shared(cell)) return cell;
    if (const auto found = copies_.find(cell); found != copies_.end()) return found->second;
    if (source<Object>(cell).kind == Kind::context) return 0;
    return copy_cell(cell);
}

uint32_t Cloner::copy_cell(uint32_t cell) {
    Block& block = vm_.block;
    const Object object = source<Object>(cell);
    const uint32_t size = block.cell_size(cell);
    const uint32_t made = block.allocate(object.kind, object.shape, size);
    if (made == 0) {
        full_ = true;
        return 0;
    }
    if (object.flags & cell_mortal) block.make_mortal(made);
    const uint8_t flags = block.at<Object>(made)->flags;
    std::memcpy(block.edit_bytes(made, size), &source<uint8_t>(cell), size);
    Object& copied = block.edit(Ref<Object>{made});
    copied.flags = static_cast<uint8_t>(flags | (object.flags & cell_finalized));
    // At once: other copies may be made to refer to it before it is adjusted.
    if (object.flags & cell_mortal) block.count_of(made) = 0;
    copies_[cell] = made;
    pending_.emplace_back(cell, made);
    return made;
}

// What is not a reference and yet is true of the original only.
void Cloner::adjust(uint32_t from, uint32_t to) {
    Block& block = vm_.block;
    switch (block.at<Object>(to)->kind) {
        case Kind::dict: {
            Dict& dict = block.edit(Ref<Dict>{to});
            dict.slot_version = dict.absence_version = 0;
            break;
        }
        case Kind::type: {
            Type& type = block.edit(Ref<Type>{to});
            type.version = static_cast<uint32_t>(++block.header().epoch);
            type.flags &= ~static_cast<uint32_t>(type_cached);
            break;
        }
        case Kind::generator: adjust_generator(from, to); break;
        case Kind::frame: adjust_place(to + uint32_t{offsetof(FrameObject, place)}); break;
        case Kind::traceback: adjust_place(to + uint32_t{offsetof(Traceback, place)}); break;
        case Kind::native_object:
            if (is_weak_reference(vm_, to)) {
                WeakReference& reference = block.edit(Ref<WeakReference>{to});
                reference.target = reference.next = 0;
            }
            break;
        default: break;
    }
}

// One that runs, runs in a frame of a thread; if that does not come along, it never ends.
void Cloner::adjust_generator(uint32_t from, uint32_t to) {
    Block& block = vm_.block;
    const bool runs = source<Generator>(from).state == GeneratorState::running;
    const uint32_t outer = runs ? copy(source<Generator>(from).outer_item) : 0;
    Generator& generator = block.edit(Ref<Generator>{to});
    generator.outer_item = outer;
    if (runs && chunks_.empty()) generator.state = GeneratorState::finished;
    if (generator.state == GeneratorState::finished) return;
    constexpr auto frame = static_cast<uint32_t>(offsetof(Generator, frame));
    adjust_frame(from + frame, to + frame);
}

void Cloner::adjust_frame(uint32_t from, uint32_t to) {
    const Frame before = source<Frame>(from);
    const uint32_t previous = chunks_.empty() ? 0 : frame_copy(before.previous);
    uint32_t next_word = before.next_word;
    if (!is_shared(before.code.offset)) {
        const uint32_t instructions = source<CodeObject>(before.code.offset).instructions.offset;
        next_word += copy(instructions) - instructions;
    }
    Frame& frame = vm_.block.edit(Ref<Frame>{to});
    frame.previous = previous;
    frame.stack_end += to - from;
    frame.next_word = next_word;
}

// A frame in a stack is gone, one in a generator goes with it.
void Cloner::adjust_place(uint32_t at) {
    const FramePlace place = *vm_.block.at<FramePlace>(at);
    const uint32_t generator = copy(place.generator.offset);
    vm_.block.edit(Ref<FramePlace>{at}).frame =
        generator == 0 ? 0 : place.frame + (generator - place.generator.offset);
}

// Makes the references of a copy those to copies.
struct Relink {
    Cloner& cloner;
    Block& block;

    void set(uint32_t field) {
        const uint32_t to = cloner.copy(*block.at<uint32_t>(field));
        block.edit(Ref<uint32_t>{field}) = to;
    }
    void reference(uint32_t field) { set(field); }
    void counted(uint32_t field) {
        set(field);
        const uint32_t to = *block.at<uint32_t>(field);
        if (to != 0) block.increment_if_mortal(block.value_of(Ref<Object>{to}));
    }
    void values(uint32_t begin, uint32_t end) {
        for (uint32_t slot = begin; slot + 8 <= end; slot += 8) {
            const Value value = block.load(slot);
            if (!value.is_ref()) continue;
            const uint32_t to = cloner.copy(value.offset());
            const Value copied = to == 0 ? Value{} : block.value_of(Ref<Object>{to});
            block.move_in(slot, copied);
            if (copied.is_mortal()) block.increment(copied);
        }
    }
};

uint32_t Cloner::copy_chunks(uint32_t newest) {
    uint32_t copied = 0, above = 0;
    for (uint32_t chunk = newest; chunk != 0 && !full_;
         chunk = source<StackChunk>(chunk).previous) {
        const uint32_t size = vm_.block.cell_size(chunk);
        const uint32_t made = copy_cell(chunk);
        if (made == 0) break;
        chunks_.push_back({chunk, made, size});
        StackChunk& stack = vm_.block.edit(Ref<StackChunk>{made});
        stack.previous = 0;
        stack.top += made - chunk;
        stack.end += made - chunk;
        if (above != 0) vm_.block.edit(Ref<StackChunk>{above}).previous = made;
        else copied = made;
        above = made;
    }
    return copied;
}

// A frame of the stack that is copied, or one in a generator.
uint32_t Cloner::frame_copy(uint32_t frame) {
    if (frame == 0) return 0;
    for (const Chunk& chunk : chunks_)
        if (frame >= chunk.from && frame < chunk.from + chunk.size)
            return chunk.to + (frame - chunk.from);
    const uint32_t generator = source<Frame>(frame).generator;
    return copy(generator) + (frame - generator);
}

void Cloner::clone_stack(Ref<Context> from, Ref<Context> to) {
    Block& block = vm_.block;
    const Context before = source<Context>(from.offset);
    const uint32_t newest = copy_chunks(before.chunk);
    if (full_) return;
    const uint32_t innermost = frame_copy(before.frame), item = copy(before.handled_item);
    Context& context = block.edit(to);
    context.frame = innermost;
    context.chunk = newest;
    context.depth = before.depth;
    context.handled_item = item;
    context.frame_serial = before.frame_serial;
    context.delivery = before.delivery;
    context.instructions = before.instructions;
    context.origin_depth = before.origin_depth;
    for (const size_t field : {offsetof(Context, handled), offsetof(Context, first_iteration),
                               offsetof(Context, finalizer)}) {
        const uint32_t slot = static_cast<uint32_t>(field);
        block.store(to.offset + slot, clone(block.load(from.offset + slot)));
    }
    Relink relink{*this, block};
    for (uint32_t frame = before.frame; frame != 0; frame = source<Frame>(frame).previous) {
        if (source<Frame>(frame).generator != 0) continue;  // it goes with its generator
        const uint32_t copied = frame_copy(frame);
        adjust_frame(frame, copied);
        each_of_frame(block, copied, relink);
    }
    drain();
}

void Cloner::drain() {
    while (!pending_.empty() && !full_) {
        const auto [from, to] = pending_.back();
        pending_.pop_back();
        adjust(from, to);
        Relink relink{*this, vm_.block};
        each_reference(vm_.block, to, relink);
        if (vm_.block.at<Object>(to)->kind != Kind::type) continue;
        const Ref<Type> base = source<Type>(from).base;
        if (!is_shared(base.offset)) continue;
        if (const Ref<List> subclasses = vm_.block[base].subclasses; subclasses)
            list_append(vm_, subclasses, Value::from_ref(Ref<Type>{to}));
    }
}

Value Cloner::clone(Value value) {
    if (!value.is_ref()) return value;
    const uint32_t made = copy(value.offset());
    drain();
    return made == 0 ? Value{} : vm_.block.value_of(Ref<Object>{made});
}

uint32_t Cloner::copy_of(uint32_t cell) const {
    const auto found = copies_.find(cell);
    return found == copies_.end() ? 0 : found->second;
}

// A reference whose target nobody else holds is dead in the copy.
void Cloner::link_weak_references() {
    const Value targets = source_root(Root::weak_references);
    if (targets.is_null()) return;
    std::vector<std::pair<uint32_t, uint32_t>> chains;  // target, first reference
    const uint32_t table = source<Dict>(targets.offset()).keys.offset;
    const DictKeys keys = table == 0 ? DictKeys{} : source<DictKeys>(table);
    for (uint32_t index = 0; index < keys.entry_count; ++index) {
        const auto& entry =
            source<DictEntry>(table + dict_entries_offset(keys.detail) + index * 24);
        if (entry.key.is_int())
            chains.emplace_back(static_cast<uint32_t>(entry.key.as_int()),
                                static_cast<uint32_t>(entry.value.as_int()));
    }
    for (const auto& [target, first] : chains) {
        const uint32_t to = is_shared(target) ? 0 : copy_of(target);
        if (to == 0) continue;
        uint32_t last = 0;
        for (uint32_t at = first; at != 0; at = source<WeakReference>(at).next) {
            const uint32_t made = copy_of(at);
            if (made == 0) continue;
            vm_.block.edit(Ref<WeakReference>{made}).target = to;
            if (last == 0) add_weak_target(vm_, to, made);
            else vm_.block.edit(Ref<WeakReference>{last}).next = made;
            last = made;
        }
    }
}

void Cloner::keep_ids() {
    const Value serials = vm_.root(Root::serials);
    if (serials.is_null()) return;
    std::vector<std::pair<uint32_t, Value>> kept;
    uint32_t position = 0;
    Value key, serial;
    while (dict_next(vm_, serials.as_ref<Dict>(), position, key, serial))
        if (const uint32_t to = copy_of(static_cast<uint32_t>(key.as_int())); to != 0)
            kept.emplace_back(to, serial);
    for (const auto& [to, number] : kept)
        dict_set(vm_, serials.as_ref<Dict>(), Value::from_int(to), number);
}

bool Cloner::finish() {
    drain();
    if (!full_) {
        link_weak_references();
        keep_ids();
    }
    if (full_) vm_.raise(Root::MemoryError, {});
    return !full_;
}

}  // namespace meada
