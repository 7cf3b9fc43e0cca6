# What a builder may choose. Every option of the project begins with STOWAGE_.
option(STOWAGE_TESTS "Build the tests" ${PROJECT_IS_TOP_LEVEL})
option(STOWAGE_WARNINGS_AS_ERRORS "Treat warnings of our own code as errors" ${PROJECT_IS_TOP_LEVEL})
option(STOWAGE_DESKTOP "Build the desktop tool (needs GLFW and OpenGL)" ON)
option(STOWAGE_BENCHMARKS "Build the benchmarks (native: needs Google Benchmark)" OFF)
option(STOWAGE_FUZZ "Build the fuzz targets (needs clang with libFuzzer)" OFF)
option(STOWAGE_PRECOMPILE "Compile the headers of the standard library once for each target" OFF)
option(STOWAGE_UNITY "Compile several files of the product as one: faster from nothing, slower after an edit" OFF)
set(STOWAGE_SANITIZE "" CACHE STRING "Value of -fsanitize=, empty for none")
set(STOWAGE_DEPS_DIR "${PROJECT_SOURCE_DIR}/.deps" CACHE PATH
  "Folder of the source packages that scripts/setup brings")

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# A header that does not compile by itself fails the build of the target all_verify_interface_header_sets.
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ${STOWAGE_TESTS})
if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Compiles again only what changed, also after a fresh clone.
find_program(STOWAGE_CCACHE ccache DOC "ccache, used when present")
if(STOWAGE_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  # Relative paths, and no regard for the folder that debug information names, so that every checkout of one machine
  # shares the cache; precompiled headers name their folder, and what is compiled with them is found in the same one
  # only.
  # The sloppiness is what ccache asks for before it stores what was compiled with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
    CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros ${STOWAGE_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
