// SPDX-License-Identifier: MIT
#include "compared_positions.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "cost_panel.hpp"
#include "stowage/json_pointer.hpp"

namespace stowage::ui {
namespace {

class PositionTable {
  public:
    explicit PositionTable(std::size_t offers) : offers_(offers) {}

    void add(std::size_t offer, const CostLine& line) {
        const std::string key = line.where + " " + std::string(name_of(line.category));
        const auto [at, added] = by_line_.emplace(key, positions_.size());
        if (added) {
            by_element_.emplace(line.where, positions_.size());
            positions_.push_back({position_of(line), std::vector<ComparedPosition::Cell>(offers_)});
        }
        positions_[at->second].cells[offer].line = &line;
    }

    void add(std::size_t offer, const MissingItem& missing) {
        const auto [at, added] = by_element_.emplace(missing.where, positions_.size());
        if (added) {
            const auto tokens = pointer_tokens(missing.where);
            positions_.push_back({tokens.empty() ? missing.what : tokens.back(),
                                  std::vector<ComparedPosition::Cell>(offers_)});
        }
        positions_[at->second].cells[offer].missing = &missing;
    }

    std::vector<ComparedPosition> take() { return std::move(positions_); }

  private:
    std::size_t offers_;
    std::vector<ComparedPosition> positions_;
    std::unordered_map<std::string, std::size_t> by_line_;
    std::unordered_map<std::string, std::size_t> by_element_;  ///< its first position
};

}  // namespace

std::vector<ComparedPosition> compared_positions(const std::vector<ProviderOffer>& offers) {
    PositionTable table(offers.size());
    for (std::size_t i = 0; i < offers.size(); ++i) {
        for (const CostLine& line : offers[i].lines) table.add(i, line);
    }
    for (std::size_t i = 0; i < offers.size(); ++i) {
        for (const MissingItem& missing : offers[i].missing) table.add(i, missing);
    }
    return table.take();
}

std::vector<std::uint32_t> order_of(const std::vector<ProviderOffer>& offers, bool as_they_come) {
    if (!as_they_come) return cheapest_first(offers);
    std::vector<std::uint32_t> order(offers.size());
    std::iota(order.begin(), order.end(), 0u);
    return order;
}

std::string name_of_missing(const ProviderOffer& offer, const MissingItem& missing) {
    const auto line = std::find_if(offer.lines.begin(), offer.lines.end(),
                                   [&](const CostLine& billed) { return billed.where == missing.where; });
    return line == offer.lines.end() ? missing.where : position_of(*line);
}

DateSpan dates_of(const std::vector<CostLine>& lines) {
    DateSpan span;  // copies of none: a long bill is looked through in every frame
    for (const CostLine& line : lines) {
        if (line.date.empty()) continue;
        if (span.first.empty() || line.date < span.first) span.first = line.date;
        if (line.date > span.last) span.last = line.date;
    }
    return span;
}

}  // namespace stowage::ui
