# The page: web/'s files beside the program's module, all static, in build/web.
file(GLOB shell CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/*.html ${CMAKE_SOURCE_DIR}/web/*.mjs)
foreach(file IN LISTS shell)
    get_filename_component(name ${file} NAME)
    if(NOT name STREQUAL "serve.mjs")
        configure_file(${file} ${CMAKE_BINARY_DIR}/${name} COPYONLY)
    endif()
endforeach()

if(EXISTS ${CMAKE_SOURCE_DIR}/src/main/window.cpp)
    set(script ${CMAKE_SOURCE_DIR}/web/platform.js)
    add_executable(meada-app ${CMAKE_SOURCE_DIR}/src/main/window.cpp)
    # Instead of base's tables: src/platform/web.cpp fetches these when a script asks.
    add_library(meada_short_characters OBJECT)
    embed_binary(meada_short_characters ${meada_short_tables} meada_character_tables)
    target_link_libraries(meada-app PRIVATE ${MEADA_WINDOW_LIBRARIES} ${MEADA_LIBRARIES}
        meada_flags_own meada_page_library meada_short_characters)
    set_target_properties(meada-app PROPERTIES SUFFIX .mjs LINK_DEPENDS ${script})
    target_link_options(meada-app PRIVATE ${MEADA_WEB_LINK} -sENVIRONMENT=web
        -sMODULARIZE=1 -sEXPORT_ES6=1 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
        -sEXIT_RUNTIME=0 -sFILESYSTEM=0 -sGL_ENABLE_GET_PROC_ADDRESS=0
        -sEXPORTED_FUNCTIONS=_main,_malloc,_free
        -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToNewUTF8
        "SHELL:--js-library ${script}")
    # Names that only the module itself uses: short ones save a visitor 6 KB.
    set(minify ${CMAKE_SOURCE_DIR}/cmake/minify.mjs)
    set_property(TARGET meada-app APPEND PROPERTY LINK_DEPENDS ${minify})
    add_custom_command(TARGET meada-app POST_BUILD
        COMMAND ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs
            ${CMAKE_CROSSCOMPILING_EMULATOR} ${minify} $<TARGET_FILE:meada-app>
        VERBATIM)
endif()

# The worker's own instance of the engine; web/worker.mjs starts it.
if(EXISTS ${CMAKE_SOURCE_DIR}/src/main/worker.cpp)
    add_executable(meada-worker ${CMAKE_SOURCE_DIR}/src/main/worker.cpp)
    target_link_libraries(meada-worker PRIVATE ${MEADA_LIBRARIES} meada_flags_own
        meada_packed_library)
    set_target_properties(meada-worker PROPERTIES SUFFIX .mjs)
    target_link_options(meada-worker PRIVATE ${MEADA_WEB_LINK} -sENVIRONMENT=web,worker,node
        -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXIT_RUNTIME=0 -sFILESYSTEM=0
        -sEXPORTED_FUNCTIONS=_main,_malloc,_free
        -sEXPORTED_RUNTIME_METHODS=UTF8ToString,HEAPU8)
endif()

# What a visitor downloads, compressed: web/serve and hosts that take such files send them as they
# are.
if(TARGET meada-app)
    set(sent ${CMAKE_BINARY_DIR}/meada-app.mjs ${CMAKE_BINARY_DIR}/meada-app.wasm ${meada_tables}
        ${rare})
    set(packed_files)
    if(EXISTS ${meada_rare_font})
        configure_file(${meada_rare_font} ${CMAKE_BINARY_DIR}/rare.font COPYONLY)
        list(APPEND sent ${CMAKE_BINARY_DIR}/rare.font)
    endif()
    foreach(name index.html page.mjs)
        list(APPEND sent ${CMAKE_BINARY_DIR}/${name})
    endforeach()
    foreach(file IN LISTS sent)
        list(APPEND packed_files ${file}.br ${file}.gz)
    endforeach()
    set(script ${CMAKE_SOURCE_DIR}/cmake/compress.mjs)
    add_custom_command(OUTPUT ${packed_files}
        COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} ${script} ${sent}
        DEPENDS meada-app ${script} ${shell}
        COMMENT "Compressing the page" VERBATIM)
    add_custom_target(compressed-page ALL DEPENDS ${packed_files})
endif()
