#include "vm/numbers.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "vm/big_int.h"
#include "vm/exceptions.h"

namespace meada {

IntView::IntView(const Vm& vm, Value value) {
    int64_t number = 0;
    if (value.is_int()) {
        number = value.as_int();
    } else if (vm.block.kind(value) == Kind::boolean) {
        number = vm.block.object(value).detail;
    } else {
        ASSERT(vm.block.kind(value) == Kind::integer);
        const BigInt& big = vm.block[value.as_ref<BigInt>()];
        number_.used = number_.alloc = static_cast<int>(big.digit_count);
        number_.sign = big.detail ? MP_NEG : MP_ZPOS;
        number_.dp =
            const_cast<mp_digit*>(vm.block.at<mp_digit>(value.offset() + BigInt::digits_offset));
        return;
    }
    const uint64_t magnitude =
        number < 0 ? ~static_cast<uint64_t>(number) + 1 : static_cast<uint64_t>(number);
    small_[0] = static_cast<mp_digit>(magnitude & digit_mask);
    small_[1] = static_cast<mp_digit>(magnitude >> digit_bits);
    number_.used = small_[1] ? 2 : small_[0] ? 1 : 0;
    number_.alloc = 2;
    number_.sign = number < 0 ? MP_NEG : MP_ZPOS;
    number_.dp = small_;
}

uint64_t IntView::bit_count() const {
    if (is_zero()) return 0;
    return uint64_t{count() - 1} * digit_bits + std::bit_width(digit(count() - 1));
}

Int128 IntView::wide() const {
    Int128 magnitude = 0;
    for (uint32_t index = count(); index-- > 0;)
        magnitude = magnitude << digit_bits | static_cast<Int128>(digit(index));
    return negative() ? -magnitude : magnitude;
}

Value raise_too_large(Vm& vm) { return raise_memory_error(vm); }

namespace {

Value make_big_int(Vm& vm, Ref<Shape> shape, bool negative, std::span<const uint32_t> digits) {
    const auto count = static_cast<uint32_t>(digits.size());
    const uint32_t size = BigInt::digits_offset + count * 4;
    const Ref<BigInt> big{vm.allocate_cell(Kind::integer, shape, size)};
    if (!big) return {};
    BigInt& made = vm.block.edit(big);
    made.detail = negative;
    made.digit_count = count;
    if (count > 0)
        std::memcpy(vm.block.edit_bytes(big.offset + BigInt::digits_offset, count * 4),
                    digits.data(), count * 4);
    return Value::from_ref(big);
}

}  // namespace

Value new_int_digits(Vm& vm, bool negative, std::span<const uint32_t> digits) {
    while (!digits.empty() && digits.back() == 0) digits = digits.first(digits.size() - 1);
    if (digits.size() <= 2) {
        uint64_t magnitude = 0;
        for (size_t index = digits.size(); index-- > 0;)
            magnitude = magnitude << digit_bits | digits[index];
        const auto number = static_cast<int64_t>(negative ? ~magnitude + 1 : magnitude);
        if (Value::fits_int(number)) return Value::from_int(number);
    }
    if (digits.size() > int_bits_max / digit_bits) return raise_too_large(vm);
    return make_big_int(vm, vm.root_shape(Root::type_int_), negative, digits);
}

Ref<BigInt> allocate_int(Vm& vm, uint32_t digit_count) {
    if (digit_count > int_bits_max / digit_bits) {
        raise_too_large(vm);
        return {};
    }
    return {vm.allocate_cell(Kind::integer, vm.root_shape(Root::type_int_),
                             BigInt::digits_offset + digit_count * 4)};
}

uint32_t* digits_of(Vm& vm, Ref<BigInt> big, uint32_t digit_count) {
    return reinterpret_cast<uint32_t*>(
        vm.block.edit_bytes(big.offset + BigInt::digits_offset, digit_count * 4));
}

Value finish_int(Vm& vm, Ref<BigInt> big, bool negative, uint32_t digit_count) {
    const uint32_t* digits = vm.block.at<uint32_t>(big.offset + BigInt::digits_offset);
    while (digit_count > 0 && digits[digit_count - 1] == 0) --digit_count;
    if (digit_count <= 2) {
        const uint32_t few[] = {digit_count > 0 ? digits[0] : 0, digit_count > 1 ? digits[1] : 0};
        const uint64_t magnitude = uint64_t{few[1]} << digit_bits | few[0];
        const auto number = static_cast<int64_t>(negative ? ~magnitude + 1 : magnitude);
        if (Value::fits_int(number)) {
            vm.block.free_now(big.offset);
            return Value::from_int(number);
        }
    }
    BigInt& made = vm.block.edit(big);
    made.detail = negative;
    made.digit_count = digit_count;
    return Value::from_ref(big);
}

Value new_int(Vm& vm, const BigNumber& number) {
    const mp_int& found = *number.get();
    return new_int_digits(vm, found.sign == MP_NEG, {found.dp, static_cast<size_t>(found.used)});
}

Value new_int_wide(Vm& vm, Int128 number) {
    if (number >= Value::int_min && number <= Value::int_max)
        return Value::from_int(static_cast<int64_t>(number));
    __extension__ typedef unsigned __int128 Unsigned128;
    const bool negative = number < 0;
    auto magnitude = static_cast<Unsigned128>(number);
    if (negative) magnitude = ~magnitude + 1;
    uint32_t digits[5];
    for (uint32_t& digit : digits) {
        digit = static_cast<uint32_t>(magnitude) & digit_mask;
        magnitude >>= digit_bits;
    }
    return new_int_digits(vm, negative, digits);
}

Value new_int(Vm& vm, int64_t number) {
    return Value::fits_int(number) ? Value::from_int(number) : new_int_wide(vm, number);
}

Value new_int_unsigned(Vm& vm, uint64_t number) { return new_int_wide(vm, number); }

Value new_int_of_type(Vm& vm, Ref<Type> type, Value int_like) {
    const IntView view(vm, int_like);
    // Copied out: the digits may move when the new cell is made.
    const std::vector<uint32_t> digits(view.get()->dp, view.get()->dp + view.count());
    return make_big_int(vm, vm.block[type].root_shape, view.negative(), digits);
}

bool is_int_like(const Vm& vm, Value value) {
    if (value.is_int()) return true;
    const Kind kind = vm.block.kind(value);
    return kind == Kind::integer || kind == Kind::boolean;
}

std::optional<int64_t> to_int64(const Vm& vm, Value value) {
    if (value.is_int()) return value.as_int();
    const IntView view(vm, value);
    if (view.count() > 3) return std::nullopt;
    const Int128 number = view.wide();
    if (number != static_cast<int64_t>(number)) return std::nullopt;
    return static_cast<int64_t>(number);
}

bool is_negative(const Vm& vm, Value value) {
    return value.is_int() ? value.as_int() < 0
                          : vm.block.kind(value) == Kind::integer && vm.block.object(value).detail;
}

Value plain_int(Vm& vm, Value value) {
    if (value.is_int()) return value;
    if (vm.block.kind(value) == Kind::boolean)
        return Value::from_int(vm.block.object(value).detail);
    if (vm.type_of(value) == vm.type(Root::type_int_)) return value;
    const IntView view(vm, value);
    const std::vector<uint32_t> digits(view.get()->dp, view.get()->dp + view.count());
    return new_int_digits(vm, view.negative(), digits);
}

bool is_float_like(const Vm& vm, Value value) {
    return value.is_float() || vm.block.kind(value) == Kind::floating;
}

bool is_number_like(const Vm& vm, Value value) {
    return is_int_like(vm, value) || is_float_like(vm, value);
}

double float_of(const Vm& vm, Value value) {
    return value.is_float() ? value.as_float() : vm.block[value.as_ref<BoxedFloat>()].number;
}

// The upper 64 bits, the lowest of them set if anything below is, round as the whole would.
double to_double(const Vm& vm, Value value) {
    if (value.is_int()) return static_cast<double>(value.as_int());
    if (is_float_like(vm, value)) return float_of(vm, value);
    const IntView view(vm, value);
    const uint64_t bits = view.bit_count();
    if (bits > 1024) return view.negative() ? -HUGE_VAL : HUGE_VAL;
    uint64_t upper = 0;
    uint64_t taken = 0;
    bool rest = false;
    for (uint32_t index = view.count(); index-- > 0;) {
        const uint32_t digit = view.digit(index);
        const uint32_t width = index + 1 == view.count() ? std::bit_width(digit) : digit_bits;
        const auto room = static_cast<uint32_t>(std::min<uint64_t>(width, 64 - taken));
        if (room > 0) upper = upper << room | digit >> (width - room);
        if (room < width) rest |= (digit & ((1u << (width - room)) - 1)) != 0;
        taken += room;
    }
    if (rest) upper |= 1;
    const double magnitude = std::ldexp(static_cast<double>(upper), static_cast<int>(bits - taken));
    return view.negative() ? -magnitude : magnitude;
}

Value int_from_double(Vm& vm, double number) {
    if (number != number) return vm.raise(Root::ValueError, "cannot convert float NaN to integer");
    if (number - number != 0)
        return vm.raise(Root::OverflowError, "cannot convert float infinity to integer");
    if (std::fabs(number) < 0x1p62) return new_int(vm, static_cast<int64_t>(number));
    int exponent;
    const double fraction = std::frexp(number, &exponent);
    const Value mantissa = new_int(vm, static_cast<int64_t>(std::ldexp(fraction, 53)));
    return mantissa.is_null() ? Value{}
                              : int_shift_left(vm, mantissa, static_cast<uint64_t>(exponent - 53));
}

Value new_float_of_type(Vm& vm, Ref<Type> type, double number) {
    if (type == vm.type(Root::type_float_)) return Value::from_float(number);
    const Ref<BoxedFloat> boxed{
        vm.allocate_cell(Kind::floating, vm.block[type].root_shape, sizeof(BoxedFloat))};
    if (!boxed) return {};
    vm.block.edit(boxed).number = number;
    return Value::from_ref(boxed);
}

Value new_complex(Vm& vm, double real, double imaginary) {
    const auto made = vm.allocate<Complex>(Kind::complex, Root::type_complex_);
    if (!made) return {};
    Complex& complex = vm.block.edit(made);
    const auto canonical = [](double number) {  // one NaN
        return number != number ? std::bit_cast<double>(0x7ff8'0000'0000'0000u) : number;
    };
    complex.real = canonical(real);
    complex.imaginary = canonical(imaginary);
    return Value::from_ref(made);
}

std::optional<ComplexParts> complex_parts(const Vm& vm, Value value) {
    if (vm.block.kind(value) == Kind::complex) {
        const Complex& complex = vm.block[value.as_ref<Complex>()];
        return ComplexParts{complex.real, complex.imaginary};
    }
    if (!is_number_like(vm, value)) return std::nullopt;
    return ComplexParts{to_double(vm, value), 0};
}

namespace {

Ordering ordering_of(int64_t sign) {
    return sign < 0 ? Ordering::less : sign > 0 ? Ordering::greater : Ordering::equal;
}

Ordering compare_doubles(double left, double right) {
    if (left < right) return Ordering::less;
    if (left > right) return Ordering::greater;
    return left == right ? Ordering::equal : Ordering::unordered;
}

// An int against a float: by magnitude first, then by whole part, then by what is behind it.
Ordering compare_mixed(const Vm& vm, Value left, double right) {
    if (right != right) return Ordering::unordered;
    if (right - right != 0) return right > 0 ? Ordering::less : Ordering::greater;
    const IntView view(vm, left);
    const bool negative = view.negative();
    if (view.is_zero()) return compare_doubles(0, right);
    if (negative != (right < 0) || right == 0) return negative ? Ordering::less : Ordering::greater;
    const int64_t sign = negative ? -1 : 1;
    int exponent;
    const double fraction = std::frexp(std::fabs(right), &exponent);
    const auto bits = static_cast<int64_t>(view.bit_count());
    if (bits != exponent) return ordering_of(bits < exponent ? -sign : sign);
    // As many bits before the point: the mantissa, shifted, against the digits.
    BigNumber whole;
    mp_set_u64(whole.get(), static_cast<uint64_t>(std::ldexp(fraction, 53)));
    bool rest = false;
    if (exponent >= 53) {
        ASSERT(mp_mul_2d(whole.get(), exponent - 53, whole.get()) == MP_OKAY);
    } else {
        const auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53));
        rest = (mantissa & ((uint64_t{1} << (53 - exponent)) - 1)) != 0;
        mp_set_u64(whole.get(), mantissa >> (53 - exponent));
    }
    const int order = mp_cmp_mag(view.get(), whole.get());
    if (order != MP_EQ) return ordering_of(order == MP_LT ? -sign : sign);
    return rest ? ordering_of(-sign) : Ordering::equal;
}

}  // namespace

Ordering compare_numbers(const Vm& vm, Value left, Value right) {
    const bool left_float = is_float_like(vm, left), right_float = is_float_like(vm, right);
    if (left_float && right_float) return compare_doubles(float_of(vm, left), float_of(vm, right));
    if (right_float) return compare_mixed(vm, left, float_of(vm, right));
    if (left_float) {
        const Ordering swapped = compare_mixed(vm, right, float_of(vm, left));
        if (swapped == Ordering::unordered) return swapped;
        return ordering_of(-static_cast<int64_t>(swapped));
    }
    if (left.is_int() && right.is_int())
        return ordering_of(left.as_int() < right.as_int()   ? -1
                           : left.as_int() > right.as_int() ? 1
                                                            : 0);
    const IntView a(vm, left), b(vm, right);
    return ordering_of(mp_cmp(a.get(), b.get()));
}

Computed index_of(Vm& vm, Value value) {
    if (is_int_like(vm, value)) return {Outcome::yes, value};
    if (value.is_ref() && vm.special(value, Special::index_)) return {Outcome::needs_call};
    vm.raise(Root::TypeError,
             "'" + type_name(vm, value) + "' object cannot be interpreted as an integer");
    return {Outcome::raised};
}

}  // namespace meada
