# How our own code is compiled: stowage::compile carries the language level, warnings and sanitizers.
add_library(stowage_compile INTERFACE)
add_library(stowage::compile ALIAS stowage_compile)
target_compile_features(stowage_compile INTERFACE cxx_std_20)
target_compile_options(stowage_compile INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wdouble-promotion -Wformat=2 -Wundef -Wextra-semi
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>  # there it would be of names in other files
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wsuggest-override>
  # Wrong for `"text" + std::string(...)` in optimised builds: GCC bug 105651, mended in 13.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${STOWAGE_WARNINGS_AS_ERRORS}>:-Werror>
  # A fused multiply-add rounds once instead of twice: results would differ between machines.
  -ffp-contract=off)

# Parsing the standard library is two thirds of the compile time of what is not optimised, and of the bitcode of the web
# build. The tests are always compiled with its headers at hand, the product where STOWAGE_PRECOMPILE says so. The list:
# what at least ten files include. The preset without (release) sees to it that every file includes what it uses; GCC,
# too, warns there of the library's own code once that is precompiled and optimised.
set(STOWAGE_STANDARD_HEADERS
  <algorithm> <array> <cstddef> <cstdint> <map> <memory> <optional> <ostream> <set> <span> <string> <string_view> <tuple>
  <unordered_map> <utility> <vector>)
if(STOWAGE_PRECOMPILE)
  target_precompile_headers(stowage_compile INTERFACE ${STOWAGE_STANDARD_HEADERS})
endif()
# Without the time in them, ccache finds what was compiled with the same headers.
add_compile_options("$<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:Clang>>:SHELL:-Xclang -fno-pch-timestamp>")

# stowage_unity(TARGET): several of its files are compiled as one where STOWAGE_UNITY says so: what their headers declare
# is parsed, and what they instantiate compiled, once. Without it a file sees the headers alone that it includes.
function(stowage_unity target)
  if(STOWAGE_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)  # larger ones gain nothing more
  endif()
endfunction()

# Sanitizers go to every target, dependencies included: memory is passed between them.
if(STOWAGE_SANITIZE)
  # -O1 is what AddressSanitizer's documentation advises: the tests run in a seventh of the time of -O0.
  # Its reports name lines and functions, nothing else of the debug information.
  add_compile_options(-O1 -gline-tables-only)
  # Without no-recover UBSan only prints and a test passes.
  add_compile_options(-fsanitize=${STOWAGE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${STOWAGE_SANITIZE})
endif()

# What reads input from outside, dependencies included, counts its branches for the fuzz targets, which alone have the
# main() that reads the counters. The panels and the tests are not fuzzed: without the counters they compile faster.
add_library(stowage_fuzzed INTERFACE)
add_library(stowage::fuzzed ALIAS stowage_fuzzed)
if(STOWAGE_FUZZ)
  target_compile_options(stowage_fuzzed INTERFACE -fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
