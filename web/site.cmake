# The finished site in build/web/site: static files that any host serves from any path. And the same page in one file.
find_program(STOWAGE_ESBUILD esbuild)
if(NOT STOWAGE_ESBUILD)
  message(STATUS "The page stays as large as it was written, and is not made in one file: both need esbuild (scripts/setup installs it)")
endif()
include(StowageIcons)

set(stowage_page_files
  address.mjs canvas.mjs failure.mjs figures.mjs host.mjs input.mjs manifest.webmanifest messages.css mirror.mjs
  mirror_structure.mjs mirror_tables.mjs platform.mjs print.css readers.css readers.mjs report.mjs service-worker.js
  site_files.mjs style.css text_limit.mjs touch.mjs two_parts.mjs versions.mjs)
list(TRANSFORM stowage_page_files PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
set(stowage_site_sources ${stowage_page_files} "${STOWAGE_ICON}" ${STOWAGE_PIXEL_ICONS} "${STOWAGE_CATALOGUE}"
  "${STOWAGE_NOTICES}" "${STOWAGE_FONT_REGULAR_LETTERS}" "${STOWAGE_FONT_SEMIBOLD_LETTERS}")

# The program in two parts, so that the first frame waits only for what it runs.
cmake_path(GET EMSCRIPTEN_ROOT_PATH PARENT_PATH stowage_upstream)
find_program(STOWAGE_WASM_SPLIT wasm-split HINTS "${stowage_upstream}/bin" REQUIRED)  # of Binaryen, which emcc needs
find_program(STOWAGE_NODE node REQUIRED)
set(stowage_split_page "${PROJECT_SOURCE_DIR}/scripts/split-page.mjs")
set(stowage_parts "${CMAKE_CURRENT_BINARY_DIR}/parts")
set(stowage_program "${stowage_parts}/stowage-page.wasm" "${stowage_parts}/stowage-page-later.wasm")
add_custom_command(
  OUTPUT ${stowage_program}
  COMMAND ${STOWAGE_NODE} "${stowage_split_page}" "${STOWAGE_WASM_SPLIT}" "${CMAKE_CURRENT_BINARY_DIR}" stowage-page
          "${STOWAGE_CATALOGUE}" "${stowage_parts}"
  DEPENDS stowage_page "${stowage_split_page}" "${STOWAGE_CATALOGUE}"
  VERBATIM)

set(stowage_assemble_site "${PROJECT_SOURCE_DIR}/scripts/assemble-site")
add_custom_command(
  OUTPUT "${CMAKE_BINARY_DIR}/site/index.html"
  COMMAND Python3::Interpreter "${stowage_assemble_site}" "$<$<BOOL:${STOWAGE_ESBUILD}>:${STOWAGE_ESBUILD}>" "${PROJECT_SOURCE_DIR}/index.html"
          "${CMAKE_BINARY_DIR}/site" ${stowage_site_sources}
          "${CMAKE_CURRENT_BINARY_DIR}/stowage-page.mjs" ${stowage_program}
  DEPENDS "${PROJECT_SOURCE_DIR}/index.html" "${stowage_assemble_site}" ${stowage_site_sources} ${stowage_program}
  VERBATIM)

set(stowage_site_outputs "${CMAKE_BINARY_DIR}/site/index.html")
if(STOWAGE_ESBUILD)
  set(stowage_assemble_one_file "${PROJECT_SOURCE_DIR}/scripts/assemble-one-file")
  set(stowage_embedded_files "${CMAKE_CURRENT_SOURCE_DIR}/embedded_files.mjs")
  add_custom_command(
    OUTPUT "${CMAKE_BINARY_DIR}/stowage.html"
    COMMAND Python3::Interpreter "${stowage_assemble_one_file}" "${STOWAGE_ESBUILD}" "${CMAKE_BINARY_DIR}/site"
            "${stowage_embedded_files}" "${CMAKE_BINARY_DIR}/stowage.html"
    DEPENDS "${CMAKE_BINARY_DIR}/site/index.html" "${stowage_assemble_one_file}" "${stowage_embedded_files}"
    VERBATIM)
  list(APPEND stowage_site_outputs "${CMAKE_BINARY_DIR}/stowage.html")
endif()
add_custom_target(stowage_site ALL DEPENDS ${stowage_site_outputs})
add_dependencies(stowage_site stowage_catalogue stowage_notices stowage_fonts)
