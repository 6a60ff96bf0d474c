# Programs: src/main/<entry>.cpp each, switched on by being there.
#   command.cpp     meada (meada.mjs for Node in the web build)
#   window.cpp      meada-app (the page's module in the web build)
#   worker.cpp      worker module (web build)
#   boot_image.cpp  boot-image-builder IMAGE PACKED RARE ROOT FILE.py…, run while building

# A native executable, or a classic script for Node with the real file system.
function(meada_console_program name source)  # libraries…
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE ${ARGN} meada_flags_own)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    if(EMSCRIPTEN)
        target_link_options(${name} PRIVATE ${MEADA_WEB_LINK} -sENVIRONMENT=node
            -sNODERAWFS=1 -sEXIT_RUNTIME=1)
    endif()
endfunction()

# The engine's memory grows as the block does; 4 GB is what 32-bit offsets reach. The parser
# goes as deep as CPython's: it takes about 4 MB of stack. Binaryen would put every function with
# one caller into it, however large, which keeps what is rare in what is hot (MEADA_FAST_FOLDERS).
set(MEADA_WEB_LINK -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=32MB -sMAXIMUM_MEMORY=4GB
    -sSTACK_SIZE=6MB -sMALLOC=emmalloc
    -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=50)

# ---- boot image: the modelled library, compiled once ------------------------------------------
# Three ways to have it (library.h: linked_boot_image): none in the program that makes it, the image
# in what is on a disk, the packed library in what is downloaded. The rare modules (rare.cpp) are
# linked in but for the page, which downloads them when a script asks. Objects: a linker takes them
# wherever they stand among the libraries.
set(image ${CMAKE_BINARY_DIR}/boot.image)
set(packed ${CMAKE_BINARY_DIR}/library.packed)
set(rare ${CMAKE_BINARY_DIR}/rare_modules.bin)
set(nothing ${CMAKE_BINARY_DIR}/embedded/empty)
foreach(library no_boot_image boot_image packed_library page_library)
    add_library(meada_${library} OBJECT)
endforeach()
embed_binary(meada_no_boot_image ${nothing} meada_boot_image)
embed_binary(meada_no_boot_image ${nothing} meada_packed_library)
embed_binary(meada_boot_image ${image} meada_boot_image)
embed_binary(meada_boot_image ${nothing} meada_packed_library)
embed_binary(meada_packed_library ${nothing} meada_boot_image)
embed_binary(meada_packed_library ${packed} meada_packed_library)
embed_binary(meada_page_library ${nothing} meada_boot_image)
embed_binary(meada_page_library ${packed} meada_packed_library)
embed_binary(meada_no_boot_image ${nothing} meada_rare_modules)
embed_binary(meada_boot_image ${rare} meada_rare_modules)
embed_binary(meada_packed_library ${rare} meada_rare_modules)
embed_binary(meada_page_library ${nothing} meada_rare_modules)

meada_console_program(boot-image-builder ${CMAKE_SOURCE_DIR}/src/main/boot_image.cpp meada_library
    meada_no_boot_image)
# It runs once, for a second or two: less than optimising it takes.
target_link_options(boot-image-builder PRIVATE $<$<BOOL:${MEADA_LTO}>:-Wl,--lto-O0>
    $<$<BOOL:${EMSCRIPTEN}>:-O1>)
file(GLOB_RECURSE modules CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/library/*.py)
list(SORT modules)
# In the web build the builder itself runs in Node: both builds must give the same bytes.
add_custom_command(OUTPUT ${image} ${packed} ${rare}
    COMMAND boot-image-builder ${image} ${packed} ${rare} ${CMAKE_SOURCE_DIR}/src/library ${modules}
    DEPENDS boot-image-builder ${modules}
    COMMENT "Compiling the modelled library into boot.image" VERBATIM)
# One of the libraries makes the files; the others only wait for them.
add_custom_target(library-files DEPENDS ${image} ${packed} ${rare})
add_dependencies(meada_boot_image library-files)
add_dependencies(meada_packed_library library-files)
add_dependencies(meada_page_library library-files)

# ---- the command --------------------------------------------------------------------------------
if(EXISTS ${CMAKE_SOURCE_DIR}/src/main/command.cpp)
    meada_console_program(meada ${CMAKE_SOURCE_DIR}/src/main/command.cpp ${MEADA_LIBRARIES}
        meada_boot_image)
    if(EMSCRIPTEN)
        # meada.mjs is what people start; meada-command.js is the program.
        set_target_properties(meada PROPERTIES OUTPUT_NAME meada-command)
        configure_file(web/meada.mjs ${CMAKE_BINARY_DIR}/meada.mjs COPYONLY)
    endif()
endif()

# ---- the window -----------------------------------------------------------------------------------
if(MEADA_WINDOW AND NOT EMSCRIPTEN AND EXISTS ${CMAKE_SOURCE_DIR}/src/main/window.cpp)
    add_executable(meada-app ${CMAKE_SOURCE_DIR}/src/main/window.cpp)
    target_link_libraries(meada-app PRIVATE ${MEADA_WINDOW_LIBRARIES} ${MEADA_LIBRARIES}
        meada_flags_own meada_boot_image)
endif()
