# The fonts of the interface: Inter (SIL Open Font License 1.1) from the distribution's package, subset by the build
# and embedded. STOWAGE_FONT_DIR names a folder with Inter-Regular.otf and Inter-SemiBold.otf from elsewhere.
set(STOWAGE_FONT_DIR "" CACHE PATH "Folder with Inter-Regular and Inter-SemiBold; empty: the system's")

function(stowage_font weight output)
  find_file(STOWAGE_FONT_${weight} NAMES Inter-${weight}.otf Inter-${weight}.ttf
    HINTS "${STOWAGE_FONT_DIR}"
    PATHS /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter /usr/share/fonts/inter
    NO_CMAKE_FIND_ROOT_PATH REQUIRED DOC "Inter ${weight}")
  set(file "${CMAKE_BINARY_DIR}/assets/Inter-${weight}.subset.otf")
  add_custom_command(
    OUTPUT "${file}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${CMAKE_BINARY_DIR}/assets"
    COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/subset-font" "${STOWAGE_FONT_${weight}}" "${file}"
    DEPENDS "${STOWAGE_FONT_${weight}}" "${PROJECT_SOURCE_DIR}/scripts/subset-font"
    VERBATIM)
  set(${output} "${file}" PARENT_SCOPE)
endfunction()

stowage_font(Regular STOWAGE_FONT_REGULAR_SUBSET)
stowage_font(SemiBold STOWAGE_FONT_SEMIBOLD_SUBSET)
add_custom_target(stowage_fonts DEPENDS "${STOWAGE_FONT_REGULAR_SUBSET}" "${STOWAGE_FONT_SEMIBOLD_SUBSET}")
