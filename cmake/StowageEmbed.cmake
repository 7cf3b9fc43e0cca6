# stowage_embed(TARGET FUNCTION FILE): adds a source to TARGET that defines
#   std::string_view stowage::assets::FUNCTION()
# with the bytes of FILE. FILE may be made by the build. Declare the function where it is used.
# The distribution's own interpreter first: it sees the distribution's modules (fonttools).
if(NOT Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python3_EXECUTABLE /usr/bin/python3)
endif()
find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(stowage_embed target function file)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.cpp")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/embed-file" ${function} "${file}" "${source}"
    DEPENDS "${file}" "${PROJECT_SOURCE_DIR}/scripts/embed-file"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}")
endfunction()
