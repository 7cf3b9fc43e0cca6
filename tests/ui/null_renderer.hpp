// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

namespace stowage::test {

/// Uploads to a graphics card that is not there: ImGui builds its font atlas only for somebody who takes it.
/// The context's backend flags must have ImGuiBackendFlags_RendererHasTextures.
inline void take_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

}  // namespace stowage::test
