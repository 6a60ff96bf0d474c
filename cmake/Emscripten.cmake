# Toolchain file of the preset `web`: finds Emscripten (3.1.69 or newer) on PATH or where
# cmake/setup unpacked it, and hands over to its own toolchain file.
if(NOT MEADA_EMSCRIPTEN_ROOT)
    include(${CMAKE_CURRENT_LIST_DIR}/Cache.cmake)
    if(EXISTS ${MEADA_CACHE_DIR}/emscripten-toolchain)
        file(STRINGS ${MEADA_CACHE_DIR}/emscripten-toolchain MEADA_EMSCRIPTEN_ROOT LIMIT_COUNT 1)
    else()
        find_program(MEADA_EMCC emcc REQUIRED)
        get_filename_component(MEADA_EMSCRIPTEN_ROOT ${MEADA_EMCC} REALPATH)
        get_filename_component(MEADA_EMSCRIPTEN_ROOT ${MEADA_EMSCRIPTEN_ROOT} DIRECTORY)
    endif()
    set(MEADA_EMSCRIPTEN_ROOT ${MEADA_EMSCRIPTEN_ROOT} CACHE PATH "Emscripten's folder")
endif()
include(${MEADA_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)
