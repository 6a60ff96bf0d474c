# meada::libm: one libm in every build, so that math gives the same bits everywhere: musl's
# double functions under names of our own (cmake/libm/meada_libm.h).
third_party_source(musl https://git.musl-libc.org/git/musl v1.2.5)
set(sources)
foreach(name
    __cos __expo2 __math_divzero __math_invalid __math_oflow __math_uflow __math_xflow
    __rem_pio2 __rem_pio2_large __sin __tan
    acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf exp exp2 exp_data expm1
    fmod hypot lgamma_r log log10 log1p log2 log2_data log_data pow pow_data remainder remquo
    scalbn sin sinh tan tanh tgamma)
    list(APPEND sources ${musl_SOURCE_DIR}/src/math/${name}.c)
endforeach()
add_library(third_party_libm STATIC ${sources})
target_include_directories(third_party_libm SYSTEM PUBLIC ${CMAKE_SOURCE_DIR}/cmake/libm)
# -iquote: musl's internal headers are found by "…" only and hide no system header.
target_compile_options(third_party_libm PRIVATE -fno-builtin -fno-strict-aliasing
    -U__FP_FAST_FMA -U__FP_FAST_FMAF
    "SHELL:-iquote ${musl_SOURCE_DIR}/src/internal"
    "SHELL:-iquote ${CMAKE_SOURCE_DIR}/cmake/libm/stubs"
    "SHELL:-include ${CMAKE_SOURCE_DIR}/cmake/libm/rename.h")
third_party_target(libm)
