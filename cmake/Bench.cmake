# tests/bench/<name>.cpp: a program <name>-bench each, natively and for Node; built on request only
# (cmake/build headless history-bench).
file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/*.cpp)
foreach(source IN LISTS benches)
    get_filename_component(name ${source} NAME_WE)
    string(REPLACE "_" "-" name ${name})
    meada_console_program(${name}-bench ${source} ${MEADA_LIBRARIES} meada_boot_image)
    set_target_properties(${name}-bench PROPERTIES EXCLUDE_FROM_ALL ON)
endforeach()

# tests/bench/window/<name>.cpp: the same, of what the window draws (cmake/build desktop
# timeline-bench).
if(MEADA_WINDOW AND NOT EMSCRIPTEN)
    file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/window/*.cpp)
    foreach(source IN LISTS benches)
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name}-bench EXCLUDE_FROM_ALL ${source})
        target_link_libraries(${name}-bench PRIVATE ${MEADA_WINDOW_LIBRARIES} ${MEADA_LIBRARIES}
            meada_flags_own meada_boot_image)
        target_include_directories(${name}-bench PRIVATE ${CMAKE_SOURCE_DIR}/src)
    endforeach()
endif()
