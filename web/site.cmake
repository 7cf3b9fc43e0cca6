# The finished site in build/web/site: static files that any host serves from any path.
set(stowage_site_files
  "${CMAKE_CURRENT_BINARY_DIR}/stowage-page.mjs" "${CMAKE_CURRENT_BINARY_DIR}/stowage-page.wasm" "${STOWAGE_CATALOGUE}"
  "${CMAKE_CURRENT_SOURCE_DIR}/host.mjs" "${CMAKE_CURRENT_SOURCE_DIR}/canvas.mjs"
  "${CMAKE_CURRENT_SOURCE_DIR}/input.mjs" "${CMAKE_CURRENT_SOURCE_DIR}/failure.mjs"
  "${CMAKE_CURRENT_SOURCE_DIR}/style.css" "${PROJECT_SOURCE_DIR}/assets/icons/icon.svg")
add_custom_command(
  OUTPUT "${CMAKE_BINARY_DIR}/site/index.html"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/assemble-site"
          "${PROJECT_SOURCE_DIR}/index.html" "${CMAKE_BINARY_DIR}/site" ${stowage_site_files}
  DEPENDS "${PROJECT_SOURCE_DIR}/index.html" "${PROJECT_SOURCE_DIR}/scripts/assemble-site" stowage_page
          "${STOWAGE_CATALOGUE}" "${CMAKE_CURRENT_SOURCE_DIR}/host.mjs" "${CMAKE_CURRENT_SOURCE_DIR}/canvas.mjs"
          "${CMAKE_CURRENT_SOURCE_DIR}/input.mjs" "${CMAKE_CURRENT_SOURCE_DIR}/failure.mjs"
          "${CMAKE_CURRENT_SOURCE_DIR}/style.css" "${PROJECT_SOURCE_DIR}/assets/icons/icon.svg"
  VERBATIM)
add_custom_target(stowage_site ALL DEPENDS "${CMAKE_BINARY_DIR}/site/index.html")
add_dependencies(stowage_site stowage_catalogue)
