// SPDX-License-Identifier: MIT
//
// The compact catalogue: one record a line, fields separated by tabs, an absent figure written as "-". What
// is in brackets may be left out. docs/catalogue.md describes the records.
//   stowage-catalogue 1
//   snapshot ID
//   source   DATE TEXT [stale]                        numbered from 0
//   family   PROVIDER OFFERING FAMILY                 of the types that follow
//   type     SKU VCPU GIB BASELINE% ARCH CLASS [inferred]   numbered from 0
//   list     REGION SOURCE                            of the prices that follow
//   STEP     PRICE [CAP]                              for the type STEP after the last one of this list
//   rates    PROVIDER REGION SOURCE                   of the rates that follow
//   rate     ITEM SKU PRICE                           the price as parse_list_price() reads it
//   location NAME PROVIDER REGION
//   end      RECORDS                                  how many stand before it; the last record, so that a
//   cut
//                                                     text is recognised
#include <unordered_map>
#include <utility>

#include "catalogue_fields.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"

namespace stowage {
namespace {

using namespace detail;

constexpr std::string_view kHeader = "stowage-catalogue\t1";
/// Thirty times the shipped catalogue; a limit for text that somebody else made.
constexpr int kMostRecords = 200'000;

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
        if (const auto twice = catalogue.order()) return refuse(*twice);
        return std::nullopt;
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
        if (line_ > kMostRecords) return fail("too many records");
        if (has_end_) return fail("something follows the end");
        Fields fields;
        if (!split(line, fields)) return fail("too many fields");
        const std::string_view word = fields.at[0];
        const auto is = [&](std::string_view keyword, std::size_t least, std::size_t most) {
            return word == keyword && fields.count >= least && fields.count <= most;
        };
        if (is("snapshot", 2, 2)) {
            catalogue.snapshot_ = fields.at[1];
            return takes_id(fields.at[1]);
        }
        if (is("source", 3, 4)) return source(fields);
        if (is("family", 4, 4)) return family(fields);
        if (is("type", 7, 8)) return type(fields);
        if (is("list", 3, 3)) return list(fields);
        if (is("rates", 4, 4)) return rates(fields);
        if (is("rate", 4, 4)) return rate(fields);
        if (is("location", 4, 4)) return location(fields);
        if (is("end", 2, 2)) return end(fields);
        if (fields.count == 2 || fields.count == 3) return price(fields);
        return fail("unknown record " + in_quotes(word));
    }

    bool takes_id(std::string_view text) { return is_id(text) || fail(in_quotes(text) + " is no id"); }

    /// Whether the last field of a record, which may be left out, is this word.
    bool takes_mark(const Fields& fields, std::size_t index, std::string_view word, bool& marked) {
        marked = fields.count > index;
        return !marked || fields.at[index] == word || fail("unknown mark " + in_quotes(fields.at[index]));
    }

    bool source(const Fields& fields) {
        PriceSource& source = catalogue.sources_.emplace_back();
        source.date = fields.at[1];
        source.text = fields.at[2];
        return takes_mark(fields, 3, "stale", source.stale);
    }

    bool family(const Fields& fields) {
        if (!takes_id(fields.at[1])) return false;
        const auto offering = offering_named(fields.at[2]);
        if (!offering) return fail("unknown offering " + in_quotes(fields.at[2]));
        family_.provider = fields.at[1];
        family_.offering = *offering;
        family_.family = fields.at[3];
        return true;
    }

    bool type(const Fields& fields) {
        if (family_.provider.empty()) return fail("a type before the first family");
        if (!takes_id(fields.at[1])) return false;
        InstanceType type = family_;
        type.sku = fields.at[1];
        if (!takes_figures(fields, type)) return false;
        if (fields.at[5] != kAbsent) {
            const auto architecture = architecture_named(fields.at[5]);
            if (!architecture) return fail("unknown architecture " + in_quotes(fields.at[5]));
            type.architecture = *architecture;
        }
        const auto cpu_class = cpu_class_named(fields.at[6]);
        if (!cpu_class) return fail("unknown class " + in_quotes(fields.at[6]));
        type.cpu_class = *cpu_class;
        if (type.baseline && type.cpu_class != CpuClass::burstable) {
            return fail("a baseline of a type that is not burstable");
        }
        if (!takes_mark(fields, 7, "inferred", type.baseline_inferred)) return false;
        if (type.baseline_inferred && !type.baseline) return fail("no baseline that could be inferred");
        catalogue.types_.push_back(std::move(type));
        return true;
    }

    bool takes_figures(const Fields& fields, InstanceType& type) {
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
        return true;
    }

    /// Of the prices or rates that follow.
    bool takes_place(std::string_view region, std::string_view number) {
        if (!takes_id(region)) return false;
        const auto source = parse_index(number, catalogue.sources_.size());
        if (!source) return fail("no source " + in_quotes(number));
        const auto [entry, added] = regions_.emplace(region, catalogue.regions_.size());
        if (added) catalogue.regions_.emplace_back(region);
        region_ = entry->second;
        source_ = *source;
        return true;
    }

    bool takes_name(std::string_view provider, std::string_view sku) {
        return is_price_name(provider, catalogue.regions_[region_], sku) ||
               fail("provider, region and sku are too long together");
    }

    bool list(const Fields& fields) {
        if (!takes_place(fields.at[1], fields.at[2])) return false;
        next_type_ = 0;
        follows_ = Follows::prices;
        return true;
    }

    bool price(const Fields& fields) {
        if (follows_ != Follows::prices) return fail("a price before the first list");
        const std::size_t left = catalogue.types_.size() - next_type_;
        const auto step = parse_index(fields.at[0], left);
        if (!step) return fail("no type at step " + in_quotes(fields.at[0]));
        const auto hourly = parse_hourly_price(fields.at[1]);
        if (!hourly) return fail(hourly.error().message);
        const auto type = static_cast<std::uint32_t>(next_type_ + *step);
        const InstanceType& sold = catalogue.types_[type];
        if (!takes_name(sold.provider, sold.sku)) return false;
        next_type_ = type + std::size_t{1};
        Price& price = catalogue.prices_.emplace_back(Price{type, region_, source_, *hourly, {}});
        if (fields.count < 3) return true;
        const auto cap = parse_money(fields.at[2]);
        if (!cap) return fail(cap.error().message);
        price.month_cap = *cap;
        return true;
    }

    bool rates(const Fields& fields) {
        if (!takes_id(fields.at[1]) || !takes_place(fields.at[2], fields.at[3])) return false;
        provider_ = fields.at[1];
        follows_ = Follows::rates;
        return true;
    }

    bool rate(const Fields& fields) {
        if (follows_ != Follows::rates) return fail("a rate before the first rates");
        const auto item = rate_item_named(fields.at[1]);
        if (!item) return fail("unknown rate " + in_quotes(fields.at[1]));
        if (!takes_id(fields.at[2]) || !takes_name(provider_, fields.at[2])) return false;
        auto price = parse_list_price(fields.at[3]);
        if (!price) return fail(price.error().message);
        if (!is_priced_per(*item, price->unit)) {
            return fail(in_quotes(fields.at[1]) + " has no price per " + std::string(name_of(price->unit)));
        }
        catalogue.rates_.push_back(
            {std::string(provider_), region_, source_, *item, std::string(fields.at[2]), *std::move(price)});
        return true;
    }

    bool location(const Fields& fields) {
        for (std::size_t i = 1; i < fields.count; ++i) {
            if (!takes_id(fields.at[i])) return false;
        }
        catalogue.locations_.push_back(
            {std::string(fields.at[1]), std::string(fields.at[2]), std::string(fields.at[3])});
        return true;
    }

    bool end(const Fields& fields) {
        has_end_ = true;
        const std::string before = std::to_string(line_ - 1);
        if (fields.at[1] == before) return true;
        return fail("the end counts " + in_quotes(fields.at[1]) + " records, but before it are " + before);
    }

    enum class Follows { nothing, prices, rates };

    int line_ = 0;
    std::string problem_;
    InstanceType family_;  ///< of the types that follow
    std::unordered_map<std::string_view, std::uint32_t> regions_;
    std::string_view provider_;  ///< of the rates that follow
    std::uint32_t region_ = 0;
    std::uint32_t source_ = 0;
    std::size_t next_type_ = 0;
    Follows follows_ = Follows::nothing;
    bool has_end_ = false;
};

Result<Catalogue> Catalogue::read(std::string_view text) {
    CatalogueReader reader;
    if (auto error = reader.read(text)) return *std::move(error);
    return std::move(reader.catalogue);
}

}  // namespace stowage
