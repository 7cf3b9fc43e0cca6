# The module as an npm package in build/web/module.
add_executable(stowage_module bindings.cpp)
target_link_libraries(stowage_module PRIVATE stowage::text stowage::compile)
set_target_properties(stowage_module PROPERTIES OUTPUT_NAME stowage-module SUFFIX .mjs)
target_link_options(stowage_module PRIVATE ${stowage_module_flags} --bind)

set(stowage_module_folder "${CMAKE_BINARY_DIR}/module")
configure_file(module-package.json "${stowage_module_folder}/package.json" @ONLY)
set(stowage_module_files
  "${CMAKE_CURRENT_BINARY_DIR}/stowage-module.mjs" "${CMAKE_CURRENT_BINARY_DIR}/stowage-module.wasm"
  "${CMAKE_CURRENT_SOURCE_DIR}/stowage.mjs" "${CMAKE_CURRENT_SOURCE_DIR}/stowage.d.ts"
  "${CMAKE_CURRENT_SOURCE_DIR}/text_limit.mjs" "${STOWAGE_CATALOGUE}" "${STOWAGE_NOTICES}")
add_custom_command(
  OUTPUT "${stowage_module_folder}/stowage.mjs"
  COMMAND ${CMAKE_COMMAND} -E copy ${stowage_module_files} "${stowage_module_folder}"
  DEPENDS stowage_module "${STOWAGE_CATALOGUE}" "${STOWAGE_NOTICES}" stowage.mjs stowage.d.ts text_limit.mjs
  VERBATIM)
add_custom_target(stowage_module_package ALL DEPENDS "${stowage_module_folder}/stowage.mjs")
add_dependencies(stowage_module_package stowage_catalogue stowage_notices)
