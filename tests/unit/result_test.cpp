// SPDX-License-Identifier: MIT
#include "stowage/result.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <set>

using namespace stowage;

TEST_SUITE("result") {
    TEST_CASE("an error as text names place, reason and what would be accepted") {
        const Error error{ErrorCode::out_of_range,
                          "\"800\" is out of range",
                          "from 0 to 744",
                          "/environments/a/hours",
                          3,
                          9};
        CHECK(to_text(error) ==
              "line 3, column 9: /environments/a/hours: \"800\" is out of range (accepted: from 0 to 744)");
    }

    TEST_CASE("what an error does not know is left out of its text") {
        CHECK(to_text({ErrorCode::syntax, "it is empty"}) == "it is empty");
        CHECK(to_text({ErrorCode::syntax, "bad", "good"}) == "bad (accepted: good)");
        CHECK(to_text({ErrorCode::syntax, "bad", {}, "/name"}) == "/name: bad");
        CHECK(to_text({ErrorCode::syntax, "bad", {}, {}, 2, 1}) == "line 2, column 1: bad");
        CHECK(to_text({ErrorCode::syntax, "bad", {}, {}, 0, 7}) == "bad");
    }

    TEST_CASE("every error code has a name of its own") {
        std::set<std::string_view> names;
        constexpr int kCodes = 11;
        for (int i = 0; i < kCodes; ++i) names.insert(name_of(static_cast<ErrorCode>(i)));
        CHECK(names.size() == kCodes);
        CHECK(name_of(ErrorCode::damaged) == "damaged");
        CHECK(static_cast<int>(ErrorCode::damaged) == kCodes - 1);
        CHECK(name_of(ErrorCode::out_of_range) == "out_of_range");
    }

    TEST_CASE("a result is either a value or an error") {
        const Result<int> good = 7;
        CHECK(good.has_value());
        CHECK(static_cast<bool>(good));
        CHECK(*good == 7);
        const Result<int> bad = Error{ErrorCode::type, "no number"};
        CHECK_FALSE(bad.has_value());
        CHECK(bad.error().message == "no number");
    }

    TEST_CASE("a value can be moved out of a result") {
        Result<std::unique_ptr<int>> owner = std::make_unique<int>(5);
        const std::unique_ptr<int> taken = *std::move(owner);
        REQUIRE(taken != nullptr);
        if (taken) CHECK(*taken == 5);
    }
}
