// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>

#include "small_catalogue.hpp"

namespace stowage::test {

/// Three providers with round figures. What an hour costs, by region:
///
///     alpha (east)                        beta (north and, 0.01 less, south, which is near alpha's east)
///     a.mid     4 vCPU,  8 GiB   0.2      b.small   2 vCPU,  4 GiB              0.04
///     a.db      2 vCPU,  4 GiB   0.1      b.mid     4 vCPU,  8 GiB              0.15
///     a.db:ha   2 vCPU,  4 GiB   0.2      b.arm     4 vCPU,  8 GiB, arm64       0.12
///     a.kv              3 GiB    0.05     b.burst   4 vCPU,  8 GiB, 25 %        0.06
///                                         b.shared  4 vCPU,  8 GiB, shared      0.05
///     gamma (moon)                        b.old     4 vCPU,  8 GiB, stale       0.1
///     g.tiny    1 vCPU,  1 GiB   0.01     b.big    16 vCPU, 64 GiB              0.8
///                                         b.db      2 vCPU,  4 GiB              0.09
///                                         b.dbburst 2 vCPU,  4 GiB, 20 %        0.03
///                                         b.db:ha   4 vCPU,  8 GiB              0.3
///
/// beta in south also sells cache memory by capacity, kv:basic-M1 at 0.04 and kv:basic-M2 at 0.02 a GiB and
/// hour, traffic at 0.1 a GB, and two kinds of disk at 0.1 and 0.2 a GiB and month; alpha traffic at 0.05.
inline const Catalogue& comparison_catalogue() {
    static const Catalogue kCatalogue = [] {
        const std::string beta =
            "\n0\t0.04\n0\t0.15\n0\t0.12\n0\t0.06\n0\t0.05\n1\t0.8\n0\t0.09\n0\t0.03\n0\t0.3\n";
        const std::string beta_south =
            "\n0\t0.03\n0\t0.14\n0\t0.11\n0\t0.05\n0\t0.04\n1\t0.79\n0\t0.08\n0\t0.02\n0\t0.29\n";
        std::string text =
            "stowage-catalogue\t1\n"
            "snapshot\t2026-01-31\n"
            "source\t2026-01-15\tlist\n"
            "source\t2024-01-15\told list\tstale\n"
            "family\tbeta\tcompute\tb\n"
            "type\tb.small\t2\t4\t-\tx86_64\tdedicated\n"
            "type\tb.mid\t4\t8\t-\tx86_64\tdedicated\n"
            "type\tb.arm\t4\t8\t-\tarm64\tdedicated\n"
            "type\tb.burst\t4\t8\t25%\tx86_64\tburstable\n"
            "type\tb.shared\t4\t8\t-\tx86_64\tshared\n"
            "type\tb.old\t4\t8\t-\tx86_64\tdedicated\n"
            "type\tb.big\t16\t64\t-\tx86_64\tdedicated\n"
            "family\tbeta\tpostgres\tdb\n"
            "type\tb.db\t2\t4\t-\tx86_64\tdedicated\n"
            "type\tb.dbburst\t2\t4\t20%\tx86_64\tburstable\n"
            "type\tb.db:ha\t4\t8\t-\tx86_64\tdedicated\n"
            "family\talpha\tcompute\ta\n"
            "type\ta.mid\t4\t8\t-\tx86_64\tdedicated\n"
            "family\talpha\tpostgres\tdb\n"
            "type\ta.db\t2\t4\t-\tx86_64\tdedicated\n"
            "type\ta.db:ha\t2\t4\t-\tx86_64\tdedicated\n"
            "family\talpha\tredis\tkv\n"
            "type\ta.kv\t-\t3\t-\t-\tdedicated\n"
            "family\tgamma\tcompute\tg\n"
            "type\tg.tiny\t1\t1\t-\tx86_64\tdedicated\n"
            "list\tnorth\t0" +
            beta + "list\tnorth\t1\n5\t0.1\n" + "list\tsouth\t0" + beta_south + "list\tsouth\t1\n5\t0.09\n" +
            "list\teast\t0\n10\t0.2\n0\t0.1\n0\t0.2\n0\t0.05\n"
            "list\tmoon\t0\n14\t0.01\n"
            "rates\tbeta\tsouth\t0\n"
            "rate\tdisk\tusual\t0.1/GiB-month\n"
            "rate\tdisk\tfast\t0.2/GiB-month\n"
            "rate\tcache_memory\tkv:basic-M1\t0.04/GiB-hour\n"
            "rate\tcache_memory\tkv:basic-M2\t0.02/GiB-hour\n"
            "rate\tegress\tout\t0.1/GB\n"
            "rates\talpha\teast\t0\n"
            "rate\tegress\tout\t0.05/GB\n"
            "location\there\talpha\teast\n"
            "location\there\tbeta\tsouth\n";
        text += "end\t" + std::to_string(std::count(text.begin(), text.end(), '\n')) + "\n";
        return catalogue_of(text);
    }();
    return kCatalogue;
}

}  // namespace stowage::test
