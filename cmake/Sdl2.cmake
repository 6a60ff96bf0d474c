# meada::sdl2: the system's library on the desktop; for the web the few files that a window with
# WebGL needs, compiled from source without audio, joysticks, sensors, surfaces and SDL's own
# renderer.
if(NOT EMSCRIPTEN)
    find_package(SDL2 REQUIRED)
    find_package(OpenGL REQUIRED)
    add_library(third_party_sdl2 INTERFACE)
    target_link_libraries(third_party_sdl2 INTERFACE SDL2::SDL2 OpenGL::GL)
    third_party_target(sdl2)
    return()
endif()

third_party_source(sdl2 https://github.com/libsdl-org/SDL.git release-2.32.4)
set(sources)
foreach(pattern *.c atomic/*.c cpuinfo/*.c dynapi/*.c events/*.c file/*.c libm/*.c stdlib/*.c
    thread/*.c thread/generic/*.c timer/*.c timer/unix/*.c video/*.c video/emscripten/*.c
    locale/*.c locale/emscripten/*.c misc/*.c misc/emscripten/*.c
    power/*.c power/emscripten/*.c main/dummy/*.c loadso/dlopen/*.c filesystem/emscripten/*.c)
    file(GLOB found ${sdl2_SOURCE_DIR}/src/${pattern})
    list(APPEND sources ${found})
endforeach()
list(FILTER sources EXCLUDE REGEX "/thread/generic/SDL_sysrwlock|/events/imKStoUCS|/SDL_vulkan")
list(FILTER sources EXCLUDE REGEX "/video/SDL_(blit.*|RLEaccel|stretch|bmp|yuv|fillrect|shape)\\.c$")
add_library(third_party_sdl2 STATIC ${sources} ${CMAKE_SOURCE_DIR}/cmake/sdl2_left_out.c)
target_include_directories(third_party_sdl2 SYSTEM PUBLIC ${sdl2_SOURCE_DIR}/include)
target_compile_options(third_party_sdl2 PRIVATE
    "SHELL:-include ${CMAKE_SOURCE_DIR}/cmake/sdl2_config.h" -Oz)
third_party_target(sdl2)
