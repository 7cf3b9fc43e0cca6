// SPDX-License-Identifier: MIT
//
// A session as the tests begin with it, and what they ask of it.
#pragma once
#include "expectations.hpp"
#include "stowage/session/session.hpp"
#include "web_plan.hpp"

namespace stowage::test {

inline Session session_of(Plan plan) {
    return Session(std::move(plan), std::make_shared<const Catalogue>(catalogue()));
}
inline Session web_session() { return session_of(web_plan()); }

/// Name of the environment that is shown.
inline std::string shown(const Session& session) {
    const auto at = session.selected();
    return at ? session.plan().environments[*at].name : std::string("none");
}

inline void done(Session& session, const Intent& intent) {
    const auto result = session.apply(intent);
    CHECK_MESSAGE(result.has_value(), refusal_of(result));
}

}  // namespace stowage::test
