# The libraries of others, as targets stowage::NAME.
#
# Compiled from source everywhere, so that native and web run the same code and give the same bytes: Dear ImGui,
# libyaml, zlib. Each is looked for in STOWAGE_DEPS_DIR, where scripts/setup puts the pinned source package of the
# distribution, else fetched from its own repository at the pinned commit.
# Headers only, from the system: nlohmann/json, doctest, CLI11. They are copied into the build folder, because a web
# build that looks into /usr/include would find the headers of the host's C library there.
include(FetchContent)

function(stowage_source_of name repository commit)
  if(EXISTS "${STOWAGE_DEPS_DIR}/${name}")
    set(${name}_SOURCE_DIR "${STOWAGE_DEPS_DIR}/${name}" PARENT_SCOPE)
    return()
  endif()
  message(STATUS "${name}: not in ${STOWAGE_DEPS_DIR} (scripts/setup brings it there); fetching ${repository}")
  # SOURCE_SUBDIR names a folder without CMakeLists.txt: only the files are wanted, the targets are ours.
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${commit} SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

stowage_source_of(imgui https://github.com/ocornut/imgui.git 45acd5e0e82f4c954432533ae9985ff0e1aad6d5)  # 1.92.2b
stowage_source_of(libyaml https://github.com/yaml/libyaml.git 2c891fc7a770e8ba2fec34fc6b545c672beb37e6)  # 0.2.5
stowage_source_of(zlib https://github.com/madler/zlib.git 51b7f2abdade71cd9bb0e7a373ef2610ec6f9daf)  # 1.3.1

add_library(stowage_imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_tables.cpp ${imgui_SOURCE_DIR}/imgui_widgets.cpp
  ${imgui_SOURCE_DIR}/misc/cpp/imgui_stdlib.cpp)
add_library(stowage::imgui ALIAS stowage_imgui)
target_include_directories(stowage_imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_include_directories(stowage_imgui PUBLIC ${PROJECT_SOURCE_DIR}/ui/imgui)
target_compile_definitions(stowage_imgui PUBLIC IMGUI_USER_CONFIG="imgui_config.hpp")
target_compile_features(stowage_imgui PRIVATE cxx_std_17)
if(STOWAGE_SANITIZE MATCHES undefined)
  # Its list clipper casts the unbounded rectangle of keyboard navigation (FLT_MAX) to int and clamps it afterwards.
  target_compile_options(stowage_imgui PRIVATE -fno-sanitize=float-cast-overflow)
endif()

add_library(stowage_yaml STATIC
  ${libyaml_SOURCE_DIR}/src/api.c ${libyaml_SOURCE_DIR}/src/dumper.c ${libyaml_SOURCE_DIR}/src/emitter.c
  ${libyaml_SOURCE_DIR}/src/parser.c ${libyaml_SOURCE_DIR}/src/reader.c ${libyaml_SOURCE_DIR}/src/scanner.c
  ${libyaml_SOURCE_DIR}/src/writer.c)
add_library(stowage::yaml ALIAS stowage_yaml)
target_include_directories(stowage_yaml SYSTEM PUBLIC ${libyaml_SOURCE_DIR}/include)
target_compile_definitions(stowage_yaml PUBLIC YAML_DECLARE_STATIC
  PRIVATE YAML_VERSION_MAJOR=0 YAML_VERSION_MINOR=2 YAML_VERSION_PATCH=5 YAML_VERSION_STRING="0.2.5")

# Only what compresses memory: the gz* files need a file system.
add_library(stowage_zlib STATIC
  ${zlib_SOURCE_DIR}/adler32.c ${zlib_SOURCE_DIR}/crc32.c ${zlib_SOURCE_DIR}/deflate.c ${zlib_SOURCE_DIR}/inffast.c
  ${zlib_SOURCE_DIR}/inflate.c ${zlib_SOURCE_DIR}/inftrees.c ${zlib_SOURCE_DIR}/trees.c ${zlib_SOURCE_DIR}/zutil.c)
add_library(stowage::zlib ALIAS stowage_zlib)
target_include_directories(stowage_zlib SYSTEM PUBLIC ${zlib_SOURCE_DIR})
target_compile_definitions(stowage_zlib PRIVATE HAVE_UNISTD_H)

foreach(library IN ITEMS stowage_imgui stowage_yaml stowage_zlib)
  target_compile_options(${library} PRIVATE -w)  # their warnings are not ours to mend
  set_target_properties(${library} PROPERTIES UNITY_BUILD OFF)  # nor are names that their files have in common
endforeach()
target_link_libraries(stowage_yaml PRIVATE stowage::fuzzed)
target_link_libraries(stowage_zlib PRIVATE stowage::fuzzed)

function(stowage_header_only name header)
  cmake_path(GET header PARENT_PATH folder)
  find_path(STOWAGE_${name}_INCLUDE_DIR ${header} PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH REQUIRED
    DOC "Folder that holds ${header}")
  set(copy "${CMAKE_BINARY_DIR}/third_party/${name}")
  file(COPY "${STOWAGE_${name}_INCLUDE_DIR}/${folder}" DESTINATION "${copy}")
  add_library(stowage_${name} INTERFACE)
  add_library(stowage::${name} ALIAS stowage_${name})
  target_include_directories(stowage_${name} SYSTEM INTERFACE "${copy}")
endfunction()

stowage_header_only(json nlohmann/json.hpp)
if(BUILD_TESTING AND STOWAGE_TESTS)
  stowage_header_only(doctest doctest/doctest.h)
endif()
if(NOT EMSCRIPTEN)
  stowage_header_only(cli11 CLI/CLI.hpp)
endif()
