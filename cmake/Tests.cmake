# unit-tests: every tests/unit/**/*.cpp in one doctest program. thread-tests: those that start threads
# themselves, for ThreadSanitizer, which need only the engine.
file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/*.cpp)
if(sources)
    add_executable(unit-tests ${sources})
    # One translation unit a folder: most of the time goes into the headers that they share.
    set_target_properties(unit-tests PROPERTIES UNITY_BUILD ${MEADA_UNITY}
        UNITY_BUILD_MODE GROUP)
    foreach(source IN LISTS sources)
        get_filename_component(folder ${source} DIRECTORY)
        get_filename_component(folder ${folder} NAME)
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder})
    endforeach()
    add_executable(thread-tests EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/unit/main.cpp
        ${CMAKE_SOURCE_DIR}/tests/unit/history/move_test.cpp)
    foreach(program unit-tests thread-tests)
        target_include_directories(${program} PRIVATE ${CMAKE_SOURCE_DIR}/tests/unit)
        target_compile_definitions(${program} PRIVATE MEADA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
        target_compile_options(${program} PRIVATE ${MEADA_SLOW_FLAGS})
        target_link_libraries(${program} PRIVATE meada_boot_image meada_flags_tests
            meada::doctest meada::json meada::libm)
    endforeach()
    target_link_libraries(unit-tests PRIVATE ${MEADA_LIBRARIES})
    target_link_libraries(thread-tests PRIVATE meada_history meada_library)
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
