# The finished site in build/web/site: static files that any host serves from any path.
set(stowage_page_files
  address.mjs canvas.mjs failure.mjs host.mjs input.mjs mirror.mjs platform.mjs report.mjs style.css text_limit.mjs
  touch.mjs)
list(TRANSFORM stowage_page_files PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
set(stowage_site_sources ${stowage_page_files} "${PROJECT_SOURCE_DIR}/assets/icons/icon.svg" "${STOWAGE_CATALOGUE}"
  "${STOWAGE_NOTICES}" "${STOWAGE_FONT_REGULAR_LETTERS}" "${STOWAGE_FONT_SEMIBOLD_LETTERS}")
set(stowage_assemble_site "${PROJECT_SOURCE_DIR}/scripts/assemble-site")
add_custom_command(
  OUTPUT "${CMAKE_BINARY_DIR}/site/index.html"
  COMMAND Python3::Interpreter "${stowage_assemble_site}" "${PROJECT_SOURCE_DIR}/index.html"
          "${CMAKE_BINARY_DIR}/site" ${stowage_site_sources}
          "${CMAKE_CURRENT_BINARY_DIR}/stowage-page.mjs" "${CMAKE_CURRENT_BINARY_DIR}/stowage-page.wasm"
  DEPENDS "${PROJECT_SOURCE_DIR}/index.html" "${stowage_assemble_site}" ${stowage_site_sources} stowage_page
  VERBATIM)
add_custom_target(stowage_site ALL DEPENDS "${CMAKE_BINARY_DIR}/site/index.html")
add_dependencies(stowage_site stowage_catalogue stowage_notices stowage_fonts)
