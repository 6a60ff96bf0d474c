# unit-tests: every tests/unit/**/*.cpp in one doctest program.
file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/*.cpp)
if(sources)
    add_executable(unit-tests ${sources})
    target_include_directories(unit-tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/unit)
    target_compile_definitions(unit-tests PRIVATE MEADA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(unit-tests PRIVATE ${MEADA_LIBRARIES} meada_boot_image
        meada_flags_tests meada::doctest meada::json meada::libm)
endif()

# tests/fuzz/**/<name>_fuzz.cpp: libFuzzer programs, in a build with MEADA_SANITIZE=fuzzer,address.
if(MEADA_SANITIZE MATCHES "fuzzer")
    file(GLOB_RECURSE fuzzers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
    foreach(source IN LISTS fuzzers)
        get_filename_component(name ${source} NAME_WE)
        string(REPLACE "_" "-" name ${name})
        add_executable(${name} ${source})
        target_link_libraries(${name} PRIVATE ${MEADA_LIBRARIES} meada_boot_image meada_flags_own)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
        target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    endforeach()
endif()
