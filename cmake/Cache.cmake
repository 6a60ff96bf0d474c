# MEADA_CACHE_DIR: where cmake/setup keeps what it unpacked.
if(DEFINED ENV{MEADA_CACHE})
    set(MEADA_CACHE_DIR $ENV{MEADA_CACHE})
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(MEADA_CACHE_DIR $ENV{XDG_CACHE_HOME}/meada)
else()
    set(MEADA_CACHE_DIR $ENV{HOME}/.cache/meada)
endif()
