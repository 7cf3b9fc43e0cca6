# Finds Emscripten's own toolchain file: an active emsdk (EMSDK), else the emcc on PATH, be it of an emsdk or of the
# distribution. STOWAGE_EMSCRIPTEN_ROOT overrides both.
set(stowage_emscripten_root "${STOWAGE_EMSCRIPTEN_ROOT}")
if(NOT stowage_emscripten_root AND DEFINED ENV{EMSDK})
  set(stowage_emscripten_root "$ENV{EMSDK}/upstream/emscripten")
endif()
if(NOT stowage_emscripten_root)
  find_program(STOWAGE_EMCC emcc REQUIRED)
  file(REAL_PATH "${STOWAGE_EMCC}" stowage_emcc)  # the distribution's is a link into its folder
  cmake_path(GET stowage_emcc PARENT_PATH stowage_emscripten_root)
endif()
# CMake configures small projects with this file again, without the cache.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES STOWAGE_EMSCRIPTEN_ROOT)
include("${stowage_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
