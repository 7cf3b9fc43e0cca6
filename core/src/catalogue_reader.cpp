// SPDX-License-Identifier: MIT
//
// The compact catalogue: one record a line, fields separated by tabs, an absent figure written as "-".
//   stowage-catalogue 0
//   snapshot ID
//   source   DATE  TEXT                        numbered from 0
//   family   PROVIDER  OFFERING  FAMILY        of the types that follow
//   type     SKU  VCPU  GIB  BASELINE%  ARCH  CLASS   numbered from 0
//   list     REGION  SOURCE                    of the prices that follow
//   STEP     PRICE                             for the type STEP after the last one of this list
//   end      PRICES                            how many there are; the last record, so that a cut text is
//                                              recognised
#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "stowage/catalogue.hpp"
#include "stowage/decimal.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"

namespace stowage {
namespace {

constexpr std::string_view kHeader = "stowage-catalogue\t0";
/// Thirty times the shipped catalogue; a limit for text that somebody else made.
constexpr std::size_t kMostRows = 200'000;
constexpr std::size_t kMostFields = 7;
constexpr std::string_view kAbsent = "-";

struct Fields {
    std::array<std::string_view, kMostFields> at{};
    std::size_t count = 0;
};

/// False when there are more than kMostFields.
bool split(std::string_view line, Fields& fields) {
    fields.count = 0;
    for (;;) {
        if (fields.count == kMostFields) return false;
        const auto tab = line.find('\t');
        fields.at[fields.count++] = line.substr(0, tab);
        if (tab == std::string_view::npos) return true;
        line.remove_prefix(tab + 1);
    }
}

std::optional<std::uint32_t> parse_index(std::string_view text, std::size_t size) {
    const auto number = parse_decimal(text);
    if (!number || number->scale != 0 || number->digits < 0) return std::nullopt;
    if (static_cast<std::uint64_t>(number->digits) >= size) return std::nullopt;
    return static_cast<std::uint32_t>(number->digits);
}

/// What a plan can name: the ids of a catalogue end up in plans.
bool is_id(std::string_view text) {
    const auto is_printable = [](char c) { return c > ' ' && c <= '~'; };
    return !text.empty() && text.size() <= limits::kIdBytes &&
           std::all_of(text.begin(), text.end(), is_printable);
}

}  // namespace

class CatalogueReader {
  public:
    std::optional<Error> read(std::string_view text) {
        if (text.size() > limits::kTextBytes) return refuse("the catalogue is too long");
        while (!text.empty()) {
            const auto end = text.find('\n');
            ++line_;
            if (!take(text.substr(0, end))) return refuse("line " + std::to_string(line_) + ": " + problem_);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        if (line_ == 0) return refuse("it is empty");
        if (!has_end_) return refuse("it is cut short: its last record should be end");
        return sort();
    }

    Catalogue catalogue;

  private:
    static Error refuse(const std::string& why) {
        return Error{ErrorCode::syntax, "not a catalogue: " + why,
                     std::string(kHeader) + " in the first line"};
    }

    bool fail(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    bool take(std::string_view line) {
        if (line_ == 1) return line == kHeader || fail("the header is missing");
        if (has_end_) return fail("something follows the end");
        Fields fields;
        if (!split(line, fields)) return fail("too many fields");
        if (catalogue.types_.size() + catalogue.prices_.size() > kMostRows) return fail("too many rows");
        const std::string_view word = fields.at[0];
        const auto is = [&](std::string_view keyword, std::size_t count) {
            return word == keyword && fields.count == count;
        };
        if (is("snapshot", 2)) {
            catalogue.snapshot_ = fields.at[1];
            return is_id(fields.at[1]) || fail(quoted(fields.at[1]) + " is no id");
        }
        if (is("source", 3)) {
            catalogue.sources_.push_back({std::string(fields.at[1]), std::string(fields.at[2]), false});
            return true;
        }
        if (is("family", 4)) return family(fields);
        if (is("type", 7)) return type(fields);
        if (is("list", 3)) return list(fields);
        if (is("end", 2)) return end(fields);
        if (fields.count == 2) return price(fields);
        return fail("unknown record " + quoted(word));
    }

    bool family(const Fields& fields) {
        if (!is_id(fields.at[1])) return fail(quoted(fields.at[1]) + " is no id");
        const auto offering = offering_named(fields.at[2]);
        if (!offering) return fail("unknown offering " + quoted(fields.at[2]));
        family_.provider = fields.at[1];
        family_.offering = *offering;
        family_.family = fields.at[3];
        return true;
    }

    bool type(const Fields& fields) {
        if (family_.provider.empty()) return fail("a type before the first family");
        if (!is_id(fields.at[1])) return fail(quoted(fields.at[1]) + " is no id");
        InstanceType type = family_;
        type.sku = fields.at[1];
        if (fields.at[2] != kAbsent) {
            const auto cpu = parse_cpu(fields.at[2]);
            if (!cpu) return fail(cpu.error().message);
            type.cpu = *cpu;
        }
        if (fields.at[3] != kAbsent) {
            const auto memory = parse_bytes(std::string(fields.at[3]) + "GiB", limits::kMemory);
            if (!memory) return fail(memory.error().message);
            type.memory = *memory;
        }
        if (fields.at[4] != kAbsent) {
            const auto baseline = parse_percent(fields.at[4]);
            if (!baseline) return fail(baseline.error().message);
            type.baseline = *baseline;
        }
        if (fields.at[5] != kAbsent) {
            const auto architecture = architecture_named(fields.at[5]);
            if (!architecture) return fail("unknown architecture " + quoted(fields.at[5]));
            type.architecture = *architecture;
        }
        const auto cpu_class = cpu_class_named(fields.at[6]);
        if (!cpu_class) return fail("unknown class " + quoted(fields.at[6]));
        type.cpu_class = *cpu_class;
        if (type.baseline && type.cpu_class != CpuClass::burstable) {
            return fail("a baseline of a type that is not burstable");
        }
        catalogue.types_.push_back(std::move(type));
        return true;
    }

    bool list(const Fields& fields) {
        if (!is_id(fields.at[1])) return fail(quoted(fields.at[1]) + " is no id");
        const auto source = parse_index(fields.at[2], catalogue.sources_.size());
        if (!source) return fail("no source " + quoted(fields.at[2]));
        const auto [entry, added] = regions_.emplace(fields.at[1], catalogue.regions_.size());
        if (added) catalogue.regions_.emplace_back(fields.at[1]);
        region_ = entry->second;
        source_ = *source;
        next_type_ = 0;
        has_list_ = true;
        return true;
    }

    bool price(const Fields& fields) {
        if (!has_list_) return fail("a price before the first list");
        const std::size_t left = catalogue.types_.size() - next_type_;
        const auto step = parse_index(fields.at[0], left);
        if (!step) return fail("no type at step " + quoted(fields.at[0]));
        const auto hourly = parse_hourly_price(fields.at[1]);
        if (!hourly) return fail(hourly.error().message);
        const auto type = static_cast<std::uint32_t>(next_type_ + *step);
        const InstanceType& sold = catalogue.types_[type];
        const std::size_t slashes = 2;  // of provider/region/sku
        if (sold.provider.size() + catalogue.regions_[region_].size() + sold.sku.size() + slashes >
            limits::kIdBytes) {
            return fail("provider, region and sku are too long together");
        }
        next_type_ = type + std::size_t{1};
        catalogue.prices_.push_back({type, region_, source_, *hourly, {}});
        return true;
    }

    bool end(const Fields& fields) {
        has_end_ = true;
        const std::size_t count = catalogue.prices_.size();
        if (fields.at[1] == std::to_string(count)) return true;
        return fail("the end counts " + quoted(fields.at[1]) + " prices, but there are " +
                    std::to_string(count));
    }

    /// Orders types and prices for the look-ups and refuses what stands twice.
    std::optional<Error> sort() {
        auto& types = catalogue.types_;
        std::vector<std::uint32_t> order(types.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tie(types[a].provider, types[a].sku) < std::tie(types[b].provider, types[b].sku);
        });
        std::vector<InstanceType> sorted;
        std::vector<std::uint32_t> new_index(types.size());
        sorted.reserve(types.size());
        for (const std::uint32_t old : order) {
            if (!sorted.empty() && sorted.back().provider == types[old].provider &&
                sorted.back().sku == types[old].sku) {
                return refuse("the type " + types[old].sku + " of " + types[old].provider + " stands twice");
            }
            new_index[old] = static_cast<std::uint32_t>(sorted.size());
            sorted.push_back(std::move(types[old]));
        }
        types = std::move(sorted);
        for (Price& price : catalogue.prices_) price.type = new_index[price.type];
        return sort_prices();
    }

    std::optional<Error> sort_prices() {
        const auto key = [this](const Price& price) {
            const InstanceType& type = catalogue.types_[price.type];
            return std::tuple<std::string_view, std::string_view, std::uint32_t>(
                type.provider, catalogue.regions_[price.region], price.type);
        };
        auto& prices = catalogue.prices_;
        std::sort(prices.begin(), prices.end(),
                  [&](const Price& a, const Price& b) { return key(a) < key(b); });
        const auto twice = std::adjacent_find(
            prices.begin(), prices.end(), [&](const Price& a, const Price& b) { return key(a) == key(b); });
        if (twice == prices.end()) return std::nullopt;
        return refuse("the price of " + catalogue.types_[twice->type].sku + " in " +
                      catalogue.regions_[twice->region] + " stands twice");
    }

    std::size_t line_ = 0;
    std::string problem_;
    InstanceType family_;
    std::unordered_map<std::string_view, std::uint32_t> regions_;
    std::uint32_t region_ = 0;
    std::uint32_t source_ = 0;
    std::size_t next_type_ = 0;
    bool has_list_ = false;
    bool has_end_ = false;
};

Result<Catalogue> Catalogue::read(std::string_view text) {
    CatalogueReader reader;
    if (auto error = reader.read(text)) return *std::move(error);
    return std::move(reader.catalogue);
}

}  // namespace stowage
