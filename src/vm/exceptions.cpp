#include "vm/exceptions.h"

#include "base/utf8.h"
#include "vm/containers.h"
#include "vm/frames.h"
#include "vm/interpreter.h"
#include "vm/quick.h"
#include "vm/strings.h"

namespace meada {
namespace {

// What CPython keeps beside args, by class.
void fill_extra(Vm& vm, Ref<Exception> exception, Ref<Type> type, Value args) {
    const uint32_t count = vm.block[args.as_ref<Tuple>()].count;
    const auto arg = [&](uint32_t index) {
        return vm.block.load(args.offset() + Tuple::items_offset + index * 8);
    };
    const auto set = [&](uint32_t index, Value value) {
        const auto extra = static_cast<uint32_t>(offsetof(Exception, extra));
        vm.block.store(exception.offset + extra + index * 8, value);
    };
    const auto is = [&](Root root) { return vm.is_subtype(type, vm.type(root)); };
    if (is(Root::StopIteration)) {
        set(0, count > 0 ? arg(0) : vm.none());
    } else if (is(Root::SystemExit)) {
        set(0, count == 0 ? vm.none() : count == 1 ? arg(0) : args);
    } else if (is(Root::OSError) && count >= 2 && count <= 5) {
        for (uint32_t index = 0; index < std::min(count, 3u); ++index) set(index, arg(index));
    } else if (is(Root::SyntaxError)) {
        if (count > 0) set(0, arg(0));
        if (count > 1) set(1, arg(1));
    } else if (is(Root::BaseExceptionGroup) && count == 2) {
        set(0, arg(0));
        set(1, arg(1));
    }
}

}  // namespace

Value new_exception(Vm& vm, Ref<Type> type, Value args) {
    const auto exception = Ref<Exception>{
        vm.allocate_cell(Kind::exception, vm.block[type].root_shape, sizeof(Exception))};
    if (!exception) return {};
    vm.block.make_mortal(exception.offset);  // its traceback holds what frames held
    vm.block.store(exception.offset + static_cast<uint32_t>(offsetof(Exception, args)), args);
    fill_extra(vm, exception, type, args);
    return vm.block.value_of(exception);
}

Value handled_exception(const Vm& vm) {
    const Context& context = vm.block[vm.context];
    uint32_t item = context.handled_item;
    while (item != 0) {
        const Generator& generator = vm.block[Ref<Generator>{item}];
        if (generator.handled && generator.handled != vm.none()) return generator.handled;
        item = generator.outer_item;
    }
    return context.handled == vm.none() ? Value{} : context.handled;
}

void set_exception_context(Vm& vm, Value exception) {
    const auto offset = static_cast<uint32_t>(offsetof(Exception, context));
    const Value handled = handled_exception(vm);
    if (handled.is_null() || handled == exception) return;
    // Cut the chain where it would come back to this exception.
    for (Value at = handled; at;) {
        const Value next = vm.block[at.as_ref<Exception>()].context;
        if (next == exception) {
            vm.block.clear(at.offset() + offset);
            break;
        }
        at = next;
    }
    vm.block.store(exception.offset() + offset, handled);
}

bool is_exception(const Vm& vm, Value value) {
    return value.is_ref() && vm.block[vm.type_of(value)].flags & type_exception;
}

void add_traceback(Vm& vm, Value exception, Ref<CodeObject> code, uint32_t instruction,
                   Ref<Values> kept) {
    const auto made = Ref<Traceback>{vm.block.allocate(
        Kind::traceback, vm.root_shape(Root::type_traceback), sizeof(Traceback))};
    if (!made) return;  // no room: the traceback is shorter, the exception goes on
    Traceback& traceback = vm.block.edit(made);
    traceback.next = vm.block[exception.as_ref<Exception>()].traceback;  // with its count
    traceback.code = code;
    traceback.kept = kept;
    traceback.instruction = instruction;
    traceback.line = range_of(vm, code, instruction).line;
    if (kept || (traceback.next && vm.block[traceback.next].flags & cell_mortal)) {
        vm.block.make_mortal(made.offset);
        vm.block.increment(vm.block.value_of(made));
    }
    vm.block.edit(exception.as_ref<Exception>()).traceback = made;
}

void keep_in_traceback(Vm& vm, Value exception, Ref<CodeObject> code, Ref<Values> kept) {
    const Ref<Traceback> old = vm.block[exception.as_ref<Exception>()].traceback;
    if (!kept || !old || vm.block[old].code != code || vm.block[old].kept) return;
    const auto made = Ref<Traceback>{vm.block.allocate(
        Kind::traceback, vm.root_shape(Root::type_traceback), sizeof(Traceback))};
    if (!made) return;
    // Another one in its place: only what is made mortal can count.
    const Traceback before = vm.block[old];
    vm.block.make_mortal(made.offset);
    Traceback& traceback = vm.block.edit(made);
    traceback.code = code;
    traceback.kept = kept;
    traceback.instruction = before.instruction;
    traceback.line = before.line;
    const auto next = static_cast<uint32_t>(offsetof(Traceback, next));
    if (before.next) vm.block.refer(made.offset + next, vm.block.value_of(before.next));
    vm.block.refer(exception.offset() + static_cast<uint32_t>(offsetof(Exception, traceback)),
                   vm.block.value_of(made));
}

namespace {

bool is_exception_class(const Vm& vm, Value type) {
    return vm.block.kind(type) == Kind::type &&
           vm.block[type.as_ref<Type>()].flags & type_exception;
}

}  // namespace

Outcome exception_matches(Vm& vm, Value exception, Value type) {
    if (vm.block.kind(type) == Kind::tuple) {
        const uint32_t count = vm.block[type.as_ref<Tuple>()].count;
        Outcome found = Outcome::no;
        for (uint32_t index = 0; index < count; ++index) {
            const Value each = vm.block.load(type.offset() + Tuple::items_offset + index * 8);
            const Outcome outcome = exception_matches(vm, exception, each);
            if (outcome == Outcome::raised) return outcome;
            if (outcome == Outcome::yes) found = Outcome::yes;
        }
        return found;
    }
    if (!is_exception_class(vm, type)) {
        vm.raise(Root::TypeError,
                 "catching classes that do not inherit from BaseException is not allowed");
        return Outcome::raised;
    }
    return vm.is_subtype(vm.type_of(exception), type.as_ref<Type>()) ? Outcome::yes : Outcome::no;
}

namespace {

// The part of a binary operation or subscript that failed is marked ^, the rest ~: found in the
// text as CPython does, since instructions know only the whole expression's range.
struct Anchors {
    size_t begin = 0, end = 0;  // offsets in the segment; equal: none
};

bool is_space(char c) { return c == ' ' || c == '\t'; }

size_t skip_string(std::string_view text, size_t at) {
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote; ++at)
        if (text[at] == '\\') ++at;
    return at;
}

// Where the operand that ends the left side ends: the first operator outside of brackets whose
// binding is loosest is what the expression is about; parsing is done by precedence.
Anchors binary_anchor(std::string_view text) {
    struct Operator {
        std::string_view sign;
        int binding;
    };
    static constexpr Operator operators[] = {
        {"**", 7}, {"//", 6}, {"<<", 4}, {">>", 4}, {"+", 5}, {"-", 5}, {"*", 6},
        {"/", 6},  {"%", 6},  {"@", 6},  {"|", 1},  {"^", 2}, {"&", 3}};
    Anchors best;
    int best_binding = 100;
    int depth = 0;
    bool operand_before = false;
    for (size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = skip_string(text, at);
            operand_before = true;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
            operand_before = false;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
            operand_before = true;
        } else if (!is_space(c)) {
            bool found = false;
            for (const Operator& each : operators) {
                if (text.substr(at, each.sign.size()) != each.sign) continue;
                if (depth == 0 && operand_before) {
                    const bool right_to_left = each.sign == "**";
                    if (each.binding < best_binding ||
                        (each.binding == best_binding && !right_to_left)) {
                        best_binding = each.binding;
                        best = {at, at + each.sign.size()};
                    }
                }
                at += each.sign.size() - 1;
                operand_before = false;
                found = true;
                break;
            }
            if (!found) operand_before = true;
        }
    }
    return best;
}

Anchors subscript_anchor(std::string_view text) {
    if (text.empty() || text.back() != ']') return {};
    int depth = 0;
    for (size_t at = text.size(); at-- > 0;) {
        if (text[at] == ']') ++depth;
        if (text[at] == '[' && --depth == 0) return {at, text.size()};
    }
    return {};
}

size_t columns_before(std::string_view line, size_t bytes) {
    return count_code_points(line.substr(0, std::min(bytes, line.size())));
}

std::string markers(const Vm& vm, Ref<Traceback> ref, const SourceRange& range,
                    const std::string& line) {
    const Traceback& traceback = vm.block[ref];
    size_t indent = 0;
    while (indent < line.size() && (is_space(line[indent]) || line[indent] == '\f')) ++indent;
    size_t last = line.size();
    while (last > indent && (is_space(line[last - 1]) || line[last - 1] == '\r')) --last;
    const size_t begin = range.column;
    const size_t end = range.end_line == range.line ? range.end_column : last;
    if (end <= begin || begin > line.size()) return {};
    const std::string_view segment = std::string_view(line).substr(begin, end - begin);
    const uint32_t word =
        vm.block.at<CodeWord>(word_offset(vm, traceback.code, traceback.instruction))->word;
    const Opcode opcode = base_opcode(static_cast<uint8_t>(word & 0xff));
    Anchors anchors;
    if (range.end_line == range.line) {
        if (opcode == Opcode::BINARY_OP) anchors = binary_anchor(segment);
        if (opcode == Opcode::BINARY_SUBSCR) anchors = subscript_anchor(segment);
    }
    const size_t first = columns_before(line, begin) - columns_before(line, indent);
    const size_t width = count_code_points(segment);
    // Nothing is marked where the whole line would be, with nothing picked out of it.
    if (anchors.begin == anchors.end && begin <= indent && end >= last) return {};
    std::string marks(first, ' ');
    for (size_t at = 0; at < width; ++at) {
        const bool picked = anchors.begin == anchors.end ||
                            (at >= count_code_points(segment.substr(0, anchors.begin)) &&
                             at < count_code_points(segment.substr(0, anchors.end)));
        marks += picked ? '^' : '~';
    }
    return "    " + marks + "\n";
}

}  // namespace

std::string traceback_entry(const Vm& vm, Ref<Traceback> ref, const std::string* source_line) {
    const Traceback& traceback = vm.block[ref];
    const CodeObject& code = vm.block[traceback.code];
    std::string text = "  File \"" + to_utf8(vm, Value::from_ref(code.file_name)) + "\", line " +
                       std::to_string(traceback.line) + ", in " +
                       to_utf8(vm, Value::from_ref(code.name)) + "\n";
    if (!source_line) return text;
    std::string_view trimmed = *source_line;
    while (!trimmed.empty() && (is_space(trimmed.front()) || trimmed.front() == '\f'))
        trimmed.remove_prefix(1);
    while (!trimmed.empty() && (is_space(trimmed.back()) || trimmed.back() == '\r'))
        trimmed.remove_suffix(1);
    if (trimmed.empty()) return text;
    text += "    " + std::string(trimmed) + "\n";
    const SourceRange range = range_of(vm, traceback.code, traceback.instruction);
    return range.line == 0 ? text : text + markers(vm, ref, range, *source_line);
}

}  // namespace meada
