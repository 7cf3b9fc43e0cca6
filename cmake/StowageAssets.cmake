# What the build makes out of assets/.
set(STOWAGE_CATALOGUE "${CMAKE_BINARY_DIR}/assets/catalogue.txt")
file(GLOB catalogue_inputs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/catalogue/*")
add_custom_command(
  OUTPUT "${STOWAGE_CATALOGUE}"
  COMMAND ${CMAKE_COMMAND} -E make_directory "${CMAKE_BINARY_DIR}/assets"
  COMMAND Python3::Interpreter -B "${PROJECT_SOURCE_DIR}/scripts/pack-catalogue"
          "${PROJECT_SOURCE_DIR}/assets/catalogue" "${STOWAGE_CATALOGUE}"
  DEPENDS ${catalogue_inputs} "${PROJECT_SOURCE_DIR}/scripts/pack-catalogue"
          "${PROJECT_SOURCE_DIR}/scripts/catalogue_files.py"
  VERBATIM)
add_custom_target(stowage_catalogue DEPENDS "${STOWAGE_CATALOGUE}")
