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
    set(CMAKE_CXX_COMPILER_LAUNCHER ${MEADA_CCACHE})
    if(CMAKE_TOOLCHAIN_FILE)  # emcc is a script that stands for clang, which ccache cannot guess
        set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_COMPILERTYPE=clang
            ${MEADA_CCACHE})
    endif()
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
