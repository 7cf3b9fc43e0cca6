// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stowage {

/// `value` rounded to `digits` (1 to 15) significant digits, without trailing zeros: "0.0282", "12500",
/// "4.1e-79"; "infinity", "-infinity" and "not a number" for what is none. The same on every platform for up
/// to 9 digits, which no standard function is that all of them have.
[[nodiscard]] std::string format_significant(double value, int digits);

/// A number in plain digits, perhaps with a unit behind it, with commas between the thousands of its whole
/// part: "1,234,567.80", "-12,500/s". Text that does not begin with such a number stays what it is. For the
/// eye only: no parse_*() takes commas.
[[nodiscard]] std::string grouped(std::string number);
/// For the eye, in three significant digits: "360 ms", "1.24 s", "85 µs"; "no end" for an infinite time.
[[nodiscard]] std::string show_seconds(double seconds);
/// "1 server", "2 servers", "3 losses", "1,200 services".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view what);
/// "48.2%" of a share of 0.482; "no end" where it is infinite.
[[nodiscard]] std::string show_share(double share);
/// "40/s", "0.5/s", "12,500/s": events in a second.
[[nodiscard]] std::string show_per_second(double events);

}  // namespace stowage
