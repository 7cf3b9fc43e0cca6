# notices.txt: the licences of Stowage and of what is built into it. Goes with the site, the module and an installation.
option(STOWAGE_ALLOW_MISSING_NOTICES "Build although a licence text is not on this machine: not for publishing" OFF)
set(STOWAGE_NOTICES "${CMAKE_BINARY_DIR}/assets/notices.txt")
set(distribution_documents /usr/share/doc)  # where Debian and Ubuntu put the licence of each package
set(notices)
set(notice_files)

# stowage_notice(TITLE FILE...): the licence of TITLE is in the first FILE that exists.
function(stowage_notice title)
  foreach(file IN LISTS ARGN)
    if(EXISTS "${file}")
      set(notices ${notices} "${title}=${file}" PARENT_SCOPE)
      set(notice_files ${notice_files} "${file}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set(notices ${notices} "${title}=" PARENT_SCOPE)
endfunction()

stowage_notice("Stowage" "${PROJECT_SOURCE_DIR}/LICENSE")
stowage_notice("Dear ImGui" "${imgui_SOURCE_DIR}/LICENSE.txt")
stowage_notice("libyaml" "${libyaml_SOURCE_DIR}/License")
stowage_notice("zlib" "${zlib_SOURCE_DIR}/LICENSE")
stowage_notice("nlohmann/json" "${distribution_documents}/nlohmann-json3-dev/copyright")
set(font_licences)
if(STOWAGE_FONT_DIR)
  set(font_licences "${STOWAGE_FONT_DIR}/OFL.txt" "${STOWAGE_FONT_DIR}/LICENSE.txt")
endif()
stowage_notice("Inter" ${font_licences} "${distribution_documents}/fonts-inter/copyright")
if(NOT EMSCRIPTEN)
  stowage_notice("CLI11" "${distribution_documents}/libcli11-dev/copyright")
  if(STOWAGE_DESKTOP)
    stowage_notice("GLFW" "${distribution_documents}/libglfw3-dev/copyright")
  endif()
elseif(stowage_emscripten_root MATCHES "^/usr/share/")  # the distribution's
  stowage_notice("Emscripten, with musl and LLVM's libraries" "${distribution_documents}/emscripten/copyright")
else()  # an emsdk
  set(emscripten_libraries "${stowage_emscripten_root}/system/lib")
  stowage_notice("Emscripten" "${stowage_emscripten_root}/LICENSE")
  stowage_notice("musl" "${emscripten_libraries}/libc/musl/COPYRIGHT")
  stowage_notice("LLVM's libraries"  # one licence for all of them
    "${emscripten_libraries}/libcxx/LICENSE.TXT" "${emscripten_libraries}/compiler-rt/LICENSE.TXT")
endif()

set(allow_missing)
if(STOWAGE_ALLOW_MISSING_NOTICES)
  set(allow_missing --allow-missing)
endif()
add_custom_command(
  OUTPUT "${STOWAGE_NOTICES}"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/collect-notices" ${allow_missing} "${STOWAGE_NOTICES}" ${notices}
  DEPENDS ${notice_files} "${PROJECT_SOURCE_DIR}/scripts/collect-notices"
  VERBATIM)
add_custom_target(stowage_notices ALL DEPENDS "${STOWAGE_NOTICES}")
