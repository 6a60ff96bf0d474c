# Flags for everything (meada_flags_all) and for our own code (meada_flags_own).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
# NDEBUG belongs to assert() of others; our ASSERT is on in release too.
if(EMSCRIPTEN)
    set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
    set(CMAKE_C_FLAGS_RELEASE "-O3 -DNDEBUG")
else()
    set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
    set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
endif()

# Same bits everywhere: no fused multiply-add, no reordering of floating point.
add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-ffp-contract=off>)
add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-fno-math-errno>)
if(NOT EMSCRIPTEN)
    add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-fno-plt>)
else()
    # Every engine of the last years has them; without, a long list moves by a loop of its own.
    add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-mbulk-memory$<SEMICOLON>-mnontrapping-fptoint>)
    add_link_options(-mbulk-memory -mnontrapping-fptoint)
endif()

if(MEADA_SANITIZE)
    # Compiling takes longer than the tests: lines for the reports, and no more than cheap passes.
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -gline-tables-only -DNDEBUG")
    set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O1 -gline-tables-only -DNDEBUG")
    # "fuzzer" brings its own main(): only fuzzers link it (cmake/Tests.cmake).
    string(REGEX REPLACE "fuzzer(,|$)" "fuzzer-no-link\\1" sanitize_compile "${MEADA_SANITIZE}")
    add_compile_options(-fsanitize=${sanitize_compile} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${sanitize_compile})
    if(MEADA_SANITIZE MATCHES "undefined")
        # vptr needs RTTI, which our code is built without.
        add_compile_options(-fno-sanitize=vptr -fno-sanitize-recover=undefined)
    endif()
endif()

# The web build knows which functions are hot, where cmake/profile could find out: calls among
# these are expensive in WebAssembly, and are taken in.
set(MEADA_PROFILE ${CMAKE_SOURCE_DIR}/build/profile/engine.profdata)
if(EMSCRIPTEN AND EXISTS ${MEADA_PROFILE})
    # With another profile everything is compiled again: no compiler reads it as it reads headers.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${MEADA_PROFILE})
    file(MD5 ${MEADA_PROFILE} profile_id)
    set(MEADA_PROFILE_FLAGS -fprofile-instr-use=${MEADA_PROFILE} -DMEADA_PROFILE_ID=${profile_id}
        -Wno-profile-instr-out-of-date -Wno-profile-instr-unprofiled -Wno-backend-plugin)
    include(CheckCXXCompilerFlag)
    check_cxx_compiler_flag("${MEADA_PROFILE_FLAGS}" MEADA_HAS_PROFILE)
endif()

# Calls into other files are taken in where the programs are linked. Not in WebAssembly without a
# profile, where it changes nothing, nor with sanitizers, whose builds nobody times. OFF where one
# file is changed again and again.
set(lto_default OFF)
if(EMSCRIPTEN)
    set(lto_default ${MEADA_HAS_PROFILE})
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT MEADA_SANITIZE)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=lld MEADA_HAS_LLD)
    set(lto_default ${MEADA_HAS_LLD})
endif()
option(MEADA_LTO "Optimise across files when linking (clang with lld)" ${lto_default})
if(MEADA_LTO)
    add_link_options(-flto=thin $<$<NOT:$<BOOL:${EMSCRIPTEN}>>:-fuse-ld=lld>
        -Wl,--thinlto-cache-dir=${CMAKE_BINARY_DIR}/../lto-cache)
endif()

# Our own code: warnings are errors; input never causes a C++ exception, so none are compiled in.
# Objects of the block inherit their header, and their offsets are asked for: every compiler that
# builds Meada lays them out so.
add_library(meada_flags_own INTERFACE)
target_compile_options(meada_flags_own INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Werror;-Wno-invalid-offsetof;-fno-exceptions;-fno-rtti>)
if(MEADA_LTO)
    target_compile_options(meada_flags_own INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-flto=thin>)
endif()
if(MEADA_HAS_PROFILE)
    target_compile_options(meada_flags_own INTERFACE
        $<$<COMPILE_LANGUAGE:CXX>:${MEADA_PROFILE_FLAGS}>)
endif()
# The unit tests keep exceptions: doctest ends a test case with one.
add_library(meada_flags_tests INTERFACE)
target_compile_options(meada_flags_tests INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Werror;-Wno-invalid-offsetof>)
