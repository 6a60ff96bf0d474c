# Files as bytes or strings inside programs.

# embed_binary(TARGET FILE SYMBOL): FILE's bytes become `extern "C" const unsigned char
# SYMBOL[]`, and one past the last is `SYMBOL_end`. The assembler reads the file, so megabytes
# cost nothing; clang's does so for WebAssembly too.
function(embed_binary target file symbol)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}/${symbol}.S)
    set(MEADA_EMBED_FILE ${file})
    set(MEADA_EMBED_SYMBOL ${symbol})
    configure_file(${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.S.in ${out} @ONLY)
    set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS ${file})
    target_sources(${target} PRIVATE ${out})
endfunction()

# embed_texts(TARGET HEADER NAMESPACE FILE…): a header with one `inline constexpr
# std::string_view` per text file, named like the file (timeline.frag.glsl: timeline_frag_glsl).
function(embed_texts target header namespace)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/generated/${target}/${header})
    set(script ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_texts.cmake)
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAMESPACE=${namespace} "-DFILES=${ARGN}"
            -P ${script}
        DEPENDS ${ARGN} ${script} VERBATIM)
    target_sources(${target} PRIVATE ${out})
    target_include_directories(${target} PRIVATE
        ${CMAKE_CURRENT_BINARY_DIR}/generated/${target})
endfunction()
