// SPDX-License-Identifier: MIT
//
// How Dear ImGui is compiled, for all platforms alike (IMGUI_USER_CONFIG).
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS       // only names that stay
#define IMGUI_DISABLE_DEMO_WINDOWS             // 116 KB of the page, brotli
#define IMGUI_DISABLE_DEBUG_TOOLS              // the same for 6 KB
#define IMGUI_DISABLE_DEFAULT_FONT             // we bring our own
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS  // opening an address is the platform's business
#define IMGUI_DISABLE_FILE_FUNCTIONS           // so are files
#define ImDrawIdx unsigned int  // WebGL 2 has no vertex offset, a large window over 65,535 vertices
