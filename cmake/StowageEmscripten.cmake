# Emscripten flags that every target of the web build shares; those of the page and of the module stand in web/.

# The page is waited for over a network: smallest code, optimised as one program. -Os and -Oz of emcc leave inlining to
# its last step, which cannot remove what a call made necessary; with it 6 KB (brotli) less. Link-time optimisation: 14 KB.
# Nothing is compiled for speed: -O2 for core makes placing and losses a tenth faster and the page 21 KB larger.
add_compile_options(-Oz -finline-functions -flto)
add_link_options(-flto -Oz)  # the last step looks for size too: another 7 KB

# Nothing of ours throws, and nlohmann/json and doctest do without. Saves about 3 KB (brotli) of unwinding tables.
add_compile_options(-fno-exceptions)
add_link_options(-fno-exceptions)  # newer releases look for what exceptions need otherwise, and do not find it
# No dynamic_cast and no typeid of ours; embind needs the macro then.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
add_compile_definitions(EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
add_link_options(-fno-rtti)  # links the variant of embind that identifies types in the same way
add_link_options(-sALLOW_MEMORY_GROWTH=1)  # plans have no fixed size
if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 3.1.27)
  # The default became 64 KiB there; imgui and the decoders use more. Older releases have 5 MiB.
  add_link_options(-sSTACK_SIZE=1048576)
endif()
