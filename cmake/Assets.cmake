# What the window programs carry inside: fonts (cut to size by cmake/setup) and shaders.
if(TARGET meada_platform)
    # cmake/setup puts them under the name of their recipe.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/cmake/subset_fonts.py)
    execute_process(COMMAND cksum INPUT_FILE ${CMAKE_SOURCE_DIR}/cmake/subset_fonts.py
        OUTPUT_VARIABLE font_recipe)
    string(REGEX REPLACE " .*" "" font_recipe "${font_recipe}")
    set(fonts ui ui_strong code code_strong code_italic book)
    # The page fetches the rare letters when a script has them.
    set(meada_rare_font ${MEADA_CACHE_DIR}/fonts-${font_recipe}/rare.font)
    if(NOT EMSCRIPTEN)
        list(APPEND fonts rare)
    endif()
    foreach(font IN LISTS fonts)
        set(file ${MEADA_CACHE_DIR}/fonts-${font_recipe}/${font}.font)
        if(NOT EXISTS ${file})
            message(STATUS "No font ${font}: ImGui's own stands in (cmake/setup fonts)")
            set(file ${CMAKE_BINARY_DIR}/embedded/empty)
        endif()
        embed_binary(meada_platform ${file} meada_font_${font})
    endforeach()
endif()

# src/app includes "shaders.h": meada::shaders::<name>_glsl for each shaders/<name>.glsl.
file(GLOB shaders CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/*.glsl)
if(TARGET meada_app AND shaders)
    embed_texts(meada_app shaders.h meada::shaders ${shaders})
endif()

# Also "examples_embedded.h": meada::scripts::<name>_py, the scripts of the examples menu, and
# the same in Portuguese: "examples_pt_embedded.h", meada::scripts_pt.
file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/scenario/examples/*.py)
if(TARGET meada_app AND scripts)
    embed_texts(meada_app examples_embedded.h meada::scripts ${scripts})
    file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/scenario/examples/pt/*.py)
    embed_texts(meada_app examples_pt_embedded.h meada::scripts_pt ${scripts})
endif()
