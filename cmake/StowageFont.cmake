# The fonts of the interface: Inter (SIL Open Font License 1.1) from the distribution's package, subset by the build
# and embedded. STOWAGE_FONT_DIR names a folder with Inter-Regular.otf and Inter-SemiBold.otf from elsewhere.
set(STOWAGE_FONT_DIR "" CACHE PATH "Folder with Inter-Regular and Inter-SemiBold; empty: the system's")

# stowage_font(WEIGHT): makes the two parts of it (see scripts/subset-font) and sets STOWAGE_FONT_WEIGHT_BASIC and
# STOWAGE_FONT_WEIGHT_LETTERS to their files.
function(stowage_font weight)
  find_file(STOWAGE_FONT_${weight} NAMES Inter-${weight}.otf Inter-${weight}.ttf
    HINTS "${STOWAGE_FONT_DIR}"
    PATHS /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter /usr/share/fonts/inter
    NO_CMAKE_FIND_ROOT_PATH REQUIRED DOC "Inter ${weight}")
  foreach(part IN ITEMS basic letters)
    string(TOLOWER "${weight}" file)
    set(file "${CMAKE_BINARY_DIR}/assets/inter-${file}-${part}.otf")
    add_custom_command(
      OUTPUT "${file}"
      COMMAND ${CMAKE_COMMAND} -E make_directory "${CMAKE_BINARY_DIR}/assets"
      COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/subset-font" "${STOWAGE_FONT_${weight}}" ${part} "${file}"
      DEPENDS "${STOWAGE_FONT_${weight}}" "${PROJECT_SOURCE_DIR}/scripts/subset-font"
      VERBATIM)
    string(TOUPPER "STOWAGE_FONT_${weight}_${part}" output)
    set(${output} "${file}" PARENT_SCOPE)
  endforeach()
endfunction()

stowage_font(Regular)
stowage_font(SemiBold)
add_custom_target(stowage_fonts DEPENDS
  "${STOWAGE_FONT_REGULAR_BASIC}" "${STOWAGE_FONT_REGULAR_LETTERS}"
  "${STOWAGE_FONT_SEMIBOLD_BASIC}" "${STOWAGE_FONT_SEMIBOLD_LETTERS}")
