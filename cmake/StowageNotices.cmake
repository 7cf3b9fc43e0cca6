# notices.txt: the licences of Stowage and of what is built into it. Goes with the site, the module and an installation.
set(STOWAGE_NOTICES "${CMAKE_BINARY_DIR}/assets/notices.txt")
set(distribution_documents /usr/share/doc)  # where Debian and Ubuntu put the licence of each package
set(notices
  "Stowage=${PROJECT_SOURCE_DIR}/LICENSE"
  "Dear ImGui=${imgui_SOURCE_DIR}/LICENSE.txt"
  "libyaml=${libyaml_SOURCE_DIR}/License"
  "zlib=${zlib_SOURCE_DIR}/LICENSE"
  "nlohmann/json=${distribution_documents}/nlohmann-json3-dev/copyright"
  "Inter=${distribution_documents}/fonts-inter/copyright")
if(EMSCRIPTEN)
  list(APPEND notices "Emscripten, with musl and LLVM's libraries=${distribution_documents}/emscripten/copyright")
else()
  list(APPEND notices
    "CLI11=${distribution_documents}/libcli11-dev/copyright" "GLFW=${distribution_documents}/libglfw3-dev/copyright")
endif()
add_custom_command(
  OUTPUT "${STOWAGE_NOTICES}"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/collect-notices" "${STOWAGE_NOTICES}" ${notices}
  DEPENDS "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/scripts/collect-notices"
  VERBATIM)
add_custom_target(stowage_notices ALL DEPENDS "${STOWAGE_NOTICES}")
