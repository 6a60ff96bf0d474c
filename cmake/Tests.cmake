# unit-tests: every tests/unit/**/*.cpp in one doctest program.
file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/*.cpp)
if(sources)
    add_executable(unit-tests ${sources})
    target_include_directories(unit-tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/unit)
    target_compile_definitions(unit-tests PRIVATE MEADA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(unit-tests PRIVATE ${MEADA_LIBRARIES} meada_boot_image
        meada_flags_tests meada::doctest meada::json meada::libm)
endif()
