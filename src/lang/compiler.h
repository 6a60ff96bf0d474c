// Tree -> code objects. Emits what CPython 3.11's compiler emits, in its order; only for
// compiler*.cpp, others use lang.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/ast.h"
#include "lang/flow_graph.h"
#include "lang/lang.h"
#include "lang/symbols.h"

namespace meada::lang {

// More values than this on the stack, and a display or call is built piece by piece.
constexpr size_t stack_use_max = 30;

class Compiler {
  public:
    Compiler(const Ast& ast, Symbols& symbols, CodeUnit& out, std::vector<Warning>* warnings)
        : ast_(ast), arena_(*ast.arena), symbols_(symbols), out_(out), warnings_(warnings) {}

    void compile_module();
    const std::optional<SyntaxError>& error() const { return error_; }

  private:
    using Block = uint32_t;
    enum class UnitKind : uint8_t {
        module,
        class_,
        function,
        async_function,
        lambda,
        comprehension,
    };
    // What a `return`, `break` or `continue` has to leave on its way.
    enum class FrameBlockKind : uint8_t {
        while_loop,
        for_loop,
        try_except,
        finally_try,
        finally_end,
        with,
        async_with,
        handler_cleanup,
        pop_value,
        exception_handler,
        exception_group_handler,
        async_comprehension,
    };
    struct FrameBlock {
        FrameBlockKind kind;
        Block start = no_block, exit = no_block;
        const Statement* statement = nullptr;  // with, finally
        std::string_view name;                 // handler_cleanup
    };
    using NameTable = std::unordered_map<std::string_view, uint32_t>;
    struct Unit {  // one code object in the making
        UnitKind kind;
        Scope* scope;
        std::string_view private_name;
        Code code;
        FlowGraph graph;
        std::vector<FrameBlock> frame_blocks;
        NameTable locals, cells_and_free, names;
        std::unordered_map<std::string, uint32_t> constants;
        SourceRange place;
        uint32_t first_code = 0;  // codes made inside start here in CodeUnit::codes
    };
    struct KeepPlace {  // restores the current place at the end of a scope
        explicit KeepPlace(Compiler& compiler)
            : compiler_(compiler), place_(compiler.unit_->place) {}
        ~KeepPlace() { compiler_.unit_->place = place_; }
        KeepPlace(const KeepPlace&) = delete;
        KeepPlace& operator=(const KeepPlace&) = delete;

        Compiler& compiler_;
        SourceRange place_;
    };
    enum class Access : uint8_t { load, store, del };
    struct Unpacking {  // how a display with stars is built
        Opcode build, add, extend;
        bool tuple;
    };

    // compiler.cpp
    void enter(UnitKind kind, std::string_view name, const void* node, uint32_t first_line);
    uint32_t leave(bool add_none);  // index of the finished code
    void set_qualified_name();
    void set_flags();
    SlotLayout lay_out_slots();
    void fail(std::string message, SourceRange range, std::string class_name = "SyntaxError");
    void warn(std::string message, SourceRange range);
    void set_place(SourceRange range) { unit_->place = range; }
    void clear_place() { unit_->place = {}; }
    void emit(Opcode opcode, uint32_t argument = 0);
    void emit_jump(Opcode opcode, Block target);
    void emit_jump_without_line(Opcode opcode, Block target);
    void emit_without_line(Opcode opcode);
    Block make_block() { return unit_->graph.make_block(); }
    void use(Block block) { unit_->graph.use(block); }
    uint32_t constant_slot(const Constant& value);
    void load_constant(const Constant& value);
    void load_none();
    void load_text(std::string_view text);
    void load_integer(uint64_t value);
    uint32_t name_slot(std::string_view name);
    void emit_name(Opcode opcode, std::string_view name);  // attribute-like: mangled
    void access_name(std::string_view name, Access access);
    void emit_yield_from(bool await);
    void emit_yield();
    std::string_view mangled(std::string_view name);
    bool inside_function() const;

    // compiler_statements.cpp
    void body(Statements statements);
    void statements(Statements list);
    void statement(const Statement*);
    void simple_statement(const Statement*);
    void expression_statement(const Statement*);
    void assign(const Statement*);
    void augmented_assign(const Statement*);
    void annotated_assign(const Statement*);
    void annotation_expression(const Expression*);
    void evaluate_and_drop(const Expression*);
    void annotated_target(const Statement*);
    void check_subscript(const Expression*);
    void return_statement(const Statement*);
    void break_statement(const Statement*);
    void continue_statement(const Statement*);
    void raise(const Statement*);
    void assert_statement(const Statement*);
    void import(const Statement*);
    void import_as(const Alias&);
    void import_from(const Statement*);

    // compiler_blocks.cpp
    void push(FrameBlock block);
    void pop() { unit_->frame_blocks.pop_back(); }
    void unwind(const FrameBlock&, bool keep_value);
    bool unwind_to(bool keep_value, FrameBlock* loop);
    void if_statement(const Statement*);
    void while_statement(const Statement*);
    void for_statement(const Statement*);
    void async_for(const Statement*);
    void with(const Statement*, size_t position);
    void async_with(const Statement*, size_t position);
    void call_exit();
    void finish_with(Block cleanup);
    void try_statement(const Statement*);
    void try_except(const Statement*);
    void handler_with_name(const ExceptHandler&, Block end);
    void handler_without_name(const ExceptHandler&, Block end);
    void forget_name(std::string_view name);
    void try_star(const Statement*);
    void try_star_except(const Statement*);
    void star_handler(const ExceptHandler&, Block next);
    void try_finally(const Statement*);
    void pop_except_and_reraise();

    // compiler_definitions.cpp
    void function(const Statement*);
    void class_definition(const Statement*);
    void class_body(const Statement*);
    void lambda(const Expression*);
    void decorators(Expressions);
    void apply_decorators(Expressions);
    uint32_t default_arguments(const Parameters&);
    uint32_t annotations(const Parameters&, const Expression* returns);
    void annotation(std::string_view name, const Expression* value, uint32_t& count);
    void check_parameters(const Parameters&);
    void set_parameter_counts(const Parameters&);
    void make_closure(uint32_t code_index, uint32_t flags);
    uint32_t known_code(uint32_t code_index);

    // compiler_expressions.cpp
    void expressions(Expressions);
    void expression(const Expression*);
    void expression_at_place(const Expression*);
    void bool_op(const Expression*);
    void conditional(const Expression*);
    void compare(const Expression*);
    void comparison(ComparisonKind kind);
    void jump_if(const Expression*, Block target, bool when);
    void jump_if_compare(const Expression*, Block target, bool when);
    void attribute(const Expression*);
    void subscript(const Expression*);
    void slice(const Expression*);
    void display(Expressions items, uint32_t pushed, Unpacking how);
    void display_of_constants(Expressions items, uint32_t pushed, Unpacking how);
    void sequence(const Expression*);
    void unpack_targets(const Expression*);
    void dict(const Expression*);
    void part_of_dict(const Expression*, size_t begin, size_t end);
    void joined_string(const Expression*);
    void formatted_value(const Expression*);
    void yield_expression(const Expression*);
    void await_expression(const Expression*);
    void place_at_attribute(const Expression*);
    void check_comparison(const Expression*);
    void check_callee(const Expression*);
    void check_index(const Expression*);

    // compiler_calls.cpp
    void call(const Expression*);
    bool method_call(const Expression*);
    void call_with(uint32_t pushed, Expressions items, List<Keyword> keywords);
    void call_unpacking(uint32_t pushed, Expressions items, List<Keyword> keywords);
    void keyword_names(List<Keyword> keywords);
    void part_of_keywords(List<Keyword> keywords, size_t begin, size_t end);
    void check_keywords(List<Keyword> keywords);

    // compiler_comprehensions.cpp
    void comprehension(const Expression*);
    void comprehension_clause(const Expression*, size_t index, uint32_t depth);
    void async_comprehension_clause(const Expression*, size_t index, uint32_t depth);
    void comprehension_element(const Expression*, uint32_t depth);

    // compiler_patterns.cpp
    struct PatternState;
    void match(const Statement*);
    void match_case(const MatchCase&, bool keeps_subject, Block end, PatternState&);
    void pattern(const Pattern*, PatternState&);
    void pattern_below(const Pattern*, PatternState&);
    void pattern_value(const Pattern*, PatternState&);
    void pattern_singleton(const Pattern*, PatternState&);
    void pattern_sequence(const Pattern*, PatternState&);
    void pattern_unpack(const Pattern*, PatternState&);
    void pattern_subscript(const Pattern*, size_t star, PatternState&);
    void pattern_mapping(const Pattern*, PatternState&);
    void pattern_mapping_rest(size_t size, PatternState&);
    void pattern_class(const Pattern*, PatternState&);
    void pattern_or(const Pattern*, PatternState&);
    void pattern_or_alternative(const Pattern*, PatternState& state,
                                std::vector<std::string_view>& control, bool first);
    void pattern_as(const Pattern*, PatternState&);
    void pattern_store(std::string_view name, SourceRange range, PatternState&);
    void rotate(uint32_t count);
    void jump_to_fail(Opcode opcode, PatternState&);
    void emit_fail_pops(PatternState&);
    void check_mapping_keys(const Pattern*);

    const Ast& ast_;
    Arena& arena_;
    Symbols& symbols_;
    CodeUnit& out_;
    std::vector<Warning>* warnings_;
    std::optional<SyntaxError> error_;
    std::vector<std::unique_ptr<Unit>> units_;
    Unit* unit_ = nullptr;
    uint32_t depth_ = 0;
    uint32_t first_code_of_last_ = 0;  // of the unit left last
};

// Evaluates what can be while compiling (CPython's ast_opt.c); changes the tree.
void fold(Ast&, bool keep_annotations);

// The text of an expression, as `from __future__ import annotations` keeps it.
std::string unparse(const Expression*);
std::string constant_text(const Constant&);

}  // namespace meada::lang
