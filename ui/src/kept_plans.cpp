// SPDX-License-Identifier: MIT
#include "kept_plans.hpp"

#include "stowage/ascii.hpp"
#include "stowage/number_text.hpp"
#include "stowage/sort_by.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::string_view kComment = "# kept ";
constexpr std::string_view kTimePattern = "0000-00-00 00:00";  // a digit for each 0
constexpr std::string_view kDigits = "0123456789abcdef";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// Upper case would be one file with lower case on some systems.
bool stands_for_itself(char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_'; }

bool is_time(std::string_view text) {
    if (text.size() != kTimePattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (kTimePattern[i] == '0' ? !is_digit(text[i]) : text[i] != kTimePattern[i]) return false;
    }
    return true;
}

/// Length of the comment with its line break; 0 without one.
std::size_t comment_length(std::string_view stored) {
    const std::size_t length = kComment.size() + kTimePattern.size() + 1;
    const bool there = stored.size() >= length && stored.starts_with(kComment) &&
                       is_time(stored.substr(kComment.size(), kTimePattern.size())) &&
                       stored[length - 1] == '\n';
    return there ? length : 0;
}

KeptPlan described(const std::string& key, std::string_view stored, std::uint64_t bytes) {
    KeptPlan kept{.key = key, .name = name_of_key(key), .bytes = bytes};
    kept.changed = time_of_kept(stored);
    const auto plan = read_plan(plan_in_kept(stored));
    if (!plan) {
        kept.problem = to_text(plan.error().front());
        return kept;
    }
    kept.environments = plan->environments.size();
    for (const Environment& environment : plan->environments) kept.services += environment.services.size();
    return kept;
}

}  // namespace

std::string tidy_name(std::string_view typed) {
    std::string name(typed);
    for (char& c : name) {
        if (is_control(c)) c = ' ';
    }
    const std::size_t begin = name.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return name.substr(begin, name.find_last_not_of(' ') + 1 - begin);
}

std::string kept_key(std::string_view name) {
    std::string key(kKeptPrefix);
    for (const char c : name) {
        if (stands_for_itself(c)) {
            key += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        key += '%';
        key += kDigits[byte / 16];
        key += kDigits[byte % 16];
    }
    return key;
}

std::optional<std::string> kept_name(std::string_view key) {
    if (!key.starts_with(kKeptPrefix)) return std::nullopt;
    std::string name;
    for (std::size_t i = kKeptPrefix.size(); i < key.size(); ++i) {
        if (key[i] != '%') {
            name += key[i];
            continue;
        }
        const std::size_t high = i + 2 < key.size() ? kDigits.find(key[i + 1]) : std::string_view::npos;
        const std::size_t low = i + 2 < key.size() ? kDigits.find(key[i + 2]) : std::string_view::npos;
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        name += static_cast<char>(high * 16 + low);
        i += 2;
    }
    const bool is_own = !name.empty() && tidy_name(name) == name && kept_key(name) == key;
    return is_own ? std::optional(name) : std::nullopt;
}

std::string name_of_key(const std::string& key) { return kept_name(key).value_or(key); }

std::string in_quotes(std::string_view name) { return "\u201C" + std::string(name) + "\u201D"; }

std::string is_gone(const std::string& key) {
    return in_quotes(name_of_key(key)) + " is no longer here: another window has deleted it.";
}

std::string kept_text(std::string_view plan, std::string_view time) {
    return std::string(kComment) + std::string(time) + '\n' + std::string(plan);
}

std::string_view plan_in_kept(std::string_view stored) { return stored.substr(comment_length(stored)); }

std::string_view time_of_kept(std::string_view stored) {
    if (comment_length(stored) == 0) return {};
    return stored.substr(kComment.size(), kTimePattern.size());
}

std::vector<KeptPlan> kept_plans(Platform& platform) {
    std::vector<KeptPlan> plans;
    for (const std::string& key : platform.stored_keys(kKeptPrefix)) {
        if (plans.size() == kMostKeptPlans) break;
        // Another window may have deleted it in between.
        if (const auto stored = platform.load(key))
            plans.push_back(described(key, *stored, platform.stored_bytes(key)));
    }
    sort_by(plans, [](const KeptPlan& a, const KeptPlan& b) {
        return a.changed != b.changed ? a.changed > b.changed : a.name < b.name;
    });
    return plans;
}

std::string contents_of(const KeptPlan& kept) {
    if (!kept.problem.empty()) return "Cannot be read: " + kept.problem;
    return counted(static_cast<std::int64_t>(kept.environments), "environment") + ", " +
           counted(static_cast<std::int64_t>(kept.services), "service");
}

}  // namespace stowage::ui
