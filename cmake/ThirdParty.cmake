# Third-party sources: each a target meada::<name>, the same version for everybody. cmake/setup
# may have unpacked them already and says where in third_party.cmake of its cache; what is not
# there comes by FetchContent from its repository at the pinned tag. Both go through one path.
include(FetchContent)
include(Cache)
include(${MEADA_CACHE_DIR}/third_party.cmake OPTIONAL)
set(FETCHCONTENT_QUIET OFF)

# third_party_source(NAME REPOSITORY TAG): sets <NAME>_SOURCE_DIR. SOURCE_SUBDIR names a folder
# that is not there, so that no project's own CMake file is run: the lists of files are ours.
macro(third_party_source name repository tag)
    FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON
        SOURCE_SUBDIR no-cmake-here)
    FetchContent_MakeAvailable(${name})
endmacro()

function(third_party_target name)
    add_library(meada::${name} ALIAS third_party_${name})
    get_target_property(type third_party_${name} TYPE)
    if(type STREQUAL "STATIC_LIBRARY")
        target_compile_options(third_party_${name} PRIVATE -w)
        if(MEADA_SANITIZE MATCHES "undefined")
            # Offsets from null and shifts of others are not ours to mend.
            target_compile_options(third_party_${name} PRIVATE -fno-sanitize=undefined)
        endif()
    endif()
endfunction()

third_party_source(json https://github.com/nlohmann/json.git v3.11.3)
add_library(third_party_json INTERFACE)
target_include_directories(third_party_json SYSTEM INTERFACE ${json_SOURCE_DIR}/single_include)
# Without exceptions json aborts where it would throw: parse with allow_exceptions = false and
# ask for types before reading values.
target_compile_definitions(third_party_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
third_party_target(json)

third_party_source(fast_float https://github.com/fastfloat/fast_float.git v8.0.0)
add_library(third_party_fast_float INTERFACE)
target_include_directories(third_party_fast_float SYSTEM INTERFACE ${fast_float_SOURCE_DIR}/include)
third_party_target(fast_float)

# Shortest decimals of floats: libc++'s tables for them are 100 KB of a download.
third_party_source(double_conversion https://github.com/google/double-conversion.git v3.2.1)
set(parts double-to-string fast-dtoa fixed-dtoa bignum-dtoa bignum cached-powers)
list(TRANSFORM parts REPLACE "(.+)" "${double_conversion_SOURCE_DIR}/double-conversion/\\1.cc")
add_library(third_party_double_conversion STATIC ${parts})
target_include_directories(third_party_double_conversion SYSTEM PUBLIC
    ${double_conversion_SOURCE_DIR})
target_compile_options(third_party_double_conversion PRIVATE $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
third_party_target(double_conversion)

third_party_source(lz4 https://github.com/lz4/lz4.git v1.10.0)
add_library(third_party_lz4 STATIC ${lz4_SOURCE_DIR}/lib/lz4.c)
target_include_directories(third_party_lz4 SYSTEM PUBLIC ${lz4_SOURCE_DIR}/lib)
third_party_target(lz4)

third_party_source(xxhash https://github.com/Cyan4973/xxHash.git v0.8.3)
add_library(third_party_xxhash STATIC ${xxhash_SOURCE_DIR}/xxhash.c)
target_include_directories(third_party_xxhash SYSTEM PUBLIC ${xxhash_SOURCE_DIR})
third_party_target(xxhash)

# 28-bit digits in 32-bit words in every build, because digits lie in the block.
third_party_source(tommath https://github.com/libtom/libtommath.git v1.3.0)
file(GLOB sources ${tommath_SOURCE_DIR}/bn_*.c)
list(FILTER sources EXCLUDE REGEX "rand|fread|fwrite|bn_deprecated")
add_library(third_party_tommath STATIC ${sources})
target_include_directories(third_party_tommath SYSTEM PUBLIC ${tommath_SOURCE_DIR})
target_compile_definitions(third_party_tommath PUBLIC MP_32BIT MP_NO_FILE)
third_party_target(tommath)

# Raw deflate with a preset dictionary, for links.
third_party_source(zlib https://github.com/madler/zlib.git v1.3.1)
set(sources)
foreach(file adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil)
    list(APPEND sources ${zlib_SOURCE_DIR}/${file}.c)
endforeach()
add_library(third_party_deflate STATIC ${sources})
target_include_directories(third_party_deflate SYSTEM PUBLIC ${zlib_SOURCE_DIR})
# In the page its tables are made when they are first needed, instead of downloaded; links are small.
target_compile_definitions(third_party_deflate PRIVATE $<$<BOOL:${EMSCRIPTEN}>:DYNAMIC_CRC_TABLE>)
target_compile_options(third_party_deflate PRIVATE $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
third_party_target(deflate)

include(Libm)

if(MEADA_TESTS)
    third_party_source(doctest https://github.com/doctest/doctest.git v2.4.11)
    add_library(third_party_doctest INTERFACE)
    target_include_directories(third_party_doctest SYSTEM INTERFACE ${doctest_SOURCE_DIR})
    third_party_target(doctest)
endif()

if(MEADA_WINDOW)
    third_party_source(imgui https://github.com/ocornut/imgui.git v1.90.1)
    # The page has fonts of its own: ImGui's would be 10 KB more to download.
    set(imgui_draw ${imgui_SOURCE_DIR}/imgui_draw.cpp)
    if(EMSCRIPTEN)
        file(READ ${imgui_draw} text)
        set(begin_mark "proggy_clean_ttf_compressed_data_base85[11980 + 1] =")
        string(FIND "${text}" "${begin_mark}" begin)
        string(FIND "${text}" "static const char* GetDefaultCompressedFontData" end REVERSE)
        if(NOT begin EQUAL -1 AND NOT end EQUAL -1)
            string(SUBSTRING "${text}" 0 ${begin} before)
            string(SUBSTRING "${text}" ${end} -1 after)
            set(imgui_draw ${CMAKE_BINARY_DIR}/embedded/imgui_draw.cpp)
            file(WRITE ${imgui_draw}.new "${before}${begin_mark} {};\n${after}")
            configure_file(${imgui_draw}.new ${imgui_draw} COPYONLY)
        endif()
    endif()
    add_library(third_party_imgui STATIC
        ${imgui_SOURCE_DIR}/imgui.cpp
        ${imgui_draw}
        ${imgui_SOURCE_DIR}/imgui_tables.cpp
        ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
    target_include_directories(third_party_imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
    target_compile_definitions(third_party_imgui PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS
        IMGUI_DISABLE_OBSOLETE_KEYIO IMGUI_DISABLE_DEMO_WINDOWS
        # Scripts hold any character; long draw lists have no vertex offsets.
        IMGUI_DISABLE_DEBUG_TOOLS IMGUI_USE_WCHAR32 "ImDrawIdx=unsigned int")
    target_compile_options(third_party_imgui PRIVATE -fno-exceptions -fno-rtti
        $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
    target_link_libraries(third_party_imgui PUBLIC ${CMAKE_DL_LIBS})
    third_party_target(imgui)
    include(Sdl2)
endif()
