# One library `meada_<folder>` (alias meada::<folder>) per folder that src/README.md's table
# names and that exists. A folder links every folder of a lower floor; tests/tidy checks that it
# includes nothing else. Folders with SDL are built with MEADA_WINDOW only.
set(MEADA_WINDOW_FOLDERS platform app)
set(MEADA_USES_base double_conversion)
set(MEADA_USES_vm fast_float tommath libm)
set(MEADA_USES_lang fast_float tommath)
set(MEADA_USES_library libm deflate)
set(MEADA_USES_history lz4 xxhash)
set(MEADA_USES_machine xxhash)
set(MEADA_USES_scenario json deflate)
set(MEADA_USES_session json)
set(MEADA_USES_report json)
set(MEADA_USES_cli json)
set(MEADA_USES_platform sdl2 imgui)
set(MEADA_USES_app imgui json libm)

# The rows look like: | 2 | `src/vm` | owns … |
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/README.md)
file(STRINGS ${CMAKE_SOURCE_DIR}/src/README.md meada_rows REGEX "^\\| [0-9]+ \\| `src/[a-z]+`")
set(MEADA_FOLDERS)
foreach(row IN LISTS meada_rows)
    string(REGEX MATCH "^\\| ([0-9]+) \\| `src/([a-z]+)`" unused "${row}")
    set(MEADA_FLOOR_${CMAKE_MATCH_2} ${CMAKE_MATCH_1})
    list(APPEND MEADA_FOLDERS ${CMAKE_MATCH_2})
endforeach()

# The form of the interpreter's loop (src/vm/loop.h). The build that counts for the web build
# (cmake/profile) has WebAssembly's.
option(MEADA_SWITCH_LOOP "The loop is one switch instead of tail calls" OFF)
if(EMSCRIPTEN)
    set(MEADA_SWITCH_LOOP ON)
endif()

# A folder's sources; a file with a side (desktop.cpp, web.cpp, threads.cpp) is picked by name.
function(meada_folder_sources folder out)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp)
    if(EMSCRIPTEN)
        list(FILTER sources EXCLUDE REGEX "/(desktop[a-z_]*|workers/threads)\\.cpp$")
    else()
        list(FILTER sources EXCLUDE REGEX "/web[a-z_]*\\.cpp$")
    endif()
    if(MEADA_SWITCH_LOOP)
        list(FILTER sources EXCLUDE REGEX "/tail_call_loop\\.cpp$")
    else()
        list(FILTER sources EXCLUDE REGEX "/switch_loop\\.cpp$")
    endif()
    set(${out} ${sources} PARENT_SCOPE)
endfunction()

# Several sources in one compilation: a whole build takes half the time. OFF where one file is
# changed again and again.
option(MEADA_UNITY "Compile a folder's sources together" ON)
# In WebAssembly only what runs scripts is compiled for speed: an engine optimises a function by how
# many of its bytes ran, and spends on large ones what they never give back. The page is smaller too.
# Builds that only count or check (CMakePresets.json) do not optimise the rest at all.
set(MEADA_FAST_FOLDERS base vm machine history)
set(MEADA_SLOW_FLAGS "" CACHE STRING "Flags for what is not compiled for speed")
if(EMSCRIPTEN)
    set(MEADA_SLOW_FLAGS -Oz)
endif()

set(MEADA_LIBRARIES)         # what a program without a window links
set(MEADA_WINDOW_LIBRARIES)  # what the window links beside that
foreach(folder IN LISTS MEADA_FOLDERS)
    if(folder STREQUAL main)
        continue()
    endif()
    set(windowed OFF)
    if(folder IN_LIST MEADA_WINDOW_FOLDERS)
        set(windowed ON)
        if(NOT MEADA_WINDOW)
            continue()
        endif()
    endif()
    meada_folder_sources(${folder} sources)
    if(NOT sources AND NOT EXISTS ${CMAKE_SOURCE_DIR}/src/${folder}/${folder}.h)
        continue()
    endif()
    if(sources)
        add_library(meada_${folder} STATIC ${sources})
        set(scope PUBLIC)
        target_link_libraries(meada_${folder} PRIVATE meada_flags_own)
        set_target_properties(meada_${folder} PROPERTIES UNITY_BUILD ${MEADA_UNITY}
            UNITY_BUILD_BATCH_SIZE 12)
        if(NOT folder IN_LIST MEADA_FAST_FOLDERS)
            target_compile_options(meada_${folder} PRIVATE ${MEADA_SLOW_FLAGS})
        endif()
    else()
        add_library(meada_${folder} INTERFACE)
        set(scope INTERFACE)
    endif()
    if(folder STREQUAL platform AND EMSCRIPTEN)  # looks at every corner of a frame
        set_source_files_properties(${CMAKE_SOURCE_DIR}/src/platform/draw.cpp
            ${CMAKE_SOURCE_DIR}/src/platform/changed_tiles.cpp PROPERTIES COMPILE_OPTIONS -O2)
    endif()
    if(folder STREQUAL vm AND MEADA_SWITCH_LOOP)
        target_compile_definitions(meada_vm PUBLIC MEADA_SWITCH_LOOP)
    endif()
    add_library(meada::${folder} ALIAS meada_${folder})
    target_include_directories(meada_${folder} ${scope} ${CMAKE_SOURCE_DIR}/src)
    foreach(use IN LISTS MEADA_USES_${folder})
        if(TARGET meada::${use})
            target_link_libraries(meada_${folder} ${scope} meada::${use})
        endif()
    endforeach()
    foreach(other IN LISTS MEADA_FOLDERS)
        if(MEADA_FLOOR_${other} LESS MEADA_FLOOR_${folder} AND TARGET meada_${other}
            AND (windowed OR NOT other IN_LIST MEADA_WINDOW_FOLDERS))
            target_link_libraries(meada_${folder} ${scope} meada_${other})
        endif()
    endforeach()
    if(windowed)
        list(APPEND MEADA_WINDOW_LIBRARIES meada_${folder})
    else()
        list(APPEND MEADA_LIBRARIES meada_${folder})
    endif()
endforeach()

# Names and properties of characters, as the machine's Python has them (3.11: Unicode 14.0).
find_program(MEADA_PYTHON NAMES python3.11 python3 REQUIRED)
set(meada_tables ${CMAKE_BINARY_DIR}/character_tables.bin)
set(meada_short_tables ${CMAKE_BINARY_DIR}/short_character_tables.bin)
set(meada_tables_script ${CMAKE_SOURCE_DIR}/src/base/character_tables.py)
add_custom_command(OUTPUT ${meada_tables} ${meada_short_tables}
    COMMAND ${MEADA_PYTHON} ${meada_tables_script} ${meada_tables} ${meada_short_tables}
    DEPENDS ${meada_tables_script} VERBATIM)
embed_binary(meada_base ${meada_tables} meada_character_tables)
