// SPDX-License-Identifier: MIT
#include "stowage/result.hpp"

namespace stowage {

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::syntax: return "syntax";
        case ErrorCode::type: return "type";
        case ErrorCode::unit: return "unit";
        case ErrorCode::unknown_key: return "unknown_key";
        case ErrorCode::unknown_value: return "unknown_value";
        case ErrorCode::missing: return "missing";
        case ErrorCode::out_of_range: return "out_of_range";
        case ErrorCode::dangling_name: return "dangling_name";
        case ErrorCode::duplicate: return "duplicate";
        case ErrorCode::version: return "version";
        case ErrorCode::damaged: return "damaged";
    }
    return "syntax";
}

std::string to_text(const Error& error) {
    std::string text;
    if (error.line > 0) {
        text += "line " + std::to_string(error.line) + ", column " + std::to_string(error.column) + ": ";
    }
    if (!error.where.empty()) text += error.where + ": ";
    text += error.message;
    if (!error.accepted.empty()) text += " (accepted: " + error.accepted + ")";
    return text;
}

}  // namespace stowage
