# Icons of the installed page, drawn from the vector one: where an operating system wants pixels.
find_program(STOWAGE_RSVG_CONVERT rsvg-convert)  # of librsvg2-bin
set(STOWAGE_ICON "${PROJECT_SOURCE_DIR}/assets/icons/icon.svg")
set(STOWAGE_PIXEL_ICONS)

# stowage_pixel_icon(NAME OPTION...): adds build/.../assets/NAME.png, drawn with these options of rsvg-convert.
function(stowage_pixel_icon name)
  set(file "${CMAKE_BINARY_DIR}/assets/${name}.png")
  add_custom_command(
    OUTPUT "${file}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${CMAKE_BINARY_DIR}/assets"
    COMMAND "${STOWAGE_RSVG_CONVERT}" ${ARGN} --output "${file}" "${STOWAGE_ICON}"
    DEPENDS "${STOWAGE_ICON}"
    VERBATIM)
  set(STOWAGE_PIXEL_ICONS ${STOWAGE_PIXEL_ICONS} "${file}" PARENT_SCOPE)
endfunction()

if(NOT STOWAGE_RSVG_CONVERT)
  message(STATUS "The page has its vector icon only: the others need rsvg-convert (scripts/setup installs it)")
  return()
endif()
# The sizes that Chromium asks for before it offers to install a page.
stowage_pixel_icon(icon-192 --width=192 --height=192)
stowage_pixel_icon(icon-512 --width=512 --height=512)
# Systems cut a maskable icon to their shape; a circle of 80 % of its width always stays (W3C, Web Application Manifest).
# The corners of a square of 300 are 212 from the centre, those of the drawing in it 200 of these 205.
stowage_pixel_icon(icon-maskable-512 --width=300 --height=300
  --page-width=512px --page-height=512px --left=106px --top=106px --background-color=white)
