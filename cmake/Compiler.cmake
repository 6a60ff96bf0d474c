# Picks the compiler before project(): clang builds the releases, so the newest one here is taken
# unless the caller says otherwise. Whatever the caller chose (toolchain file, CXX, -D) stays.
if(NOT CMAKE_TOOLCHAIN_FILE AND NOT CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX})
    foreach(suffix -20 -19 -18 -17 "")
        find_program(MEADA_CLANGXX_${suffix} clang++${suffix})
        find_program(MEADA_CLANG_${suffix} clang${suffix})
        mark_as_advanced(MEADA_CLANGXX_${suffix} MEADA_CLANG_${suffix})
        if(MEADA_CLANGXX_${suffix} AND MEADA_CLANG_${suffix})
            set(CMAKE_CXX_COMPILER ${MEADA_CLANGXX_${suffix}})
            set(CMAKE_C_COMPILER ${MEADA_CLANG_${suffix}})
            break()
        endif()
    endforeach()
endif()
find_program(MEADA_CCACHE ccache)
mark_as_advanced(MEADA_CCACHE)
if(MEADA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Relative paths, so that presets with the same flags share what they compile; what a file
    # includes is taken from the compiler, which need not run twice.
    set(ccache_options CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_DEPEND=1)
    if(CMAKE_TOOLCHAIN_FILE)  # emcc is a script that stands for clang, which ccache cannot guess
        list(APPEND ccache_options CCACHE_COMPILERTYPE=clang)
    endif()
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env ${ccache_options} ${MEADA_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
