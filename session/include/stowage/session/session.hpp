// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"
#include "stowage/result.hpp"
#include "stowage/session/history.hpp"
#include "stowage/session/intent.hpp"

namespace stowage {

/// Text that the user entered and the plan did not take. It stays on screen until it is mended or dismissed.
struct Rejected {
    std::string text;
    Error error;
};

/// The length of a link in characters.
struct LinkLength {
    std::size_t characters = 0;
    bool stale = false;  ///< it is that of an earlier plan

    friend bool operator==(const LinkLength&, const LinkLength&) = default;
};

/// A plan to hold later ones against, with its figures.
struct Baseline {
    std::shared_ptr<const Plan> plan;
    Estimate estimate;
    std::uint64_t number = 0;  ///< tells it from the baselines before
    std::string origin{};      ///< what the text is called that it came from; empty: it was on screen
};

/// Everything behind the screen: the plan with its history, its estimate, what is selected and what was
/// refused. The plan on screen is always a good one; what cannot be read changes nothing.
class Session {
  public:
    Session(Plan plan, std::shared_ptr<const Catalogue> catalogue);

    [[nodiscard]] const Plan& plan() const { return *history_.current().plan; }
    /// That of the plan; while it is stale, the figures of an earlier one in the arrangement of the plan:
    /// every index and pointer in it leads to what it is about.
    [[nodiscard]] const Estimate& estimate() const { return estimate_; }
    /// True after a change of a plan that is too large to be estimated at once. What is saved, copied or
    /// printed must not be made of such an estimate.
    [[nodiscard]] bool estimate_is_stale() const { return estimated_revision_ != revision_; }
    /// Estimates the plan when its estimate is stale.
    void finish_estimate();
    /// With the plan's own prices.
    [[nodiscard]] const Catalogue& catalogue() const { return own_prices_ ? *own_prices_ : *catalogue_; }
    /// Null when none is pinned.
    [[nodiscard]] const Baseline* baseline() const { return baseline_ ? &*baseline_ : nullptr; }
    /// The one that was replaced or unpinned last: RestoreBaseline{} changes the two over. Null without one.
    [[nodiscard]] const Baseline* previous_baseline() const {
        return previous_baseline_ ? &*previous_baseline_ : nullptr;
    }
    /// Grows whenever baseline() becomes another one, or none.
    [[nodiscard]] std::uint64_t baseline_changes() const { return baseline_changes_; }
    /// Index of the environment that is shown; none in a plan without environments.
    [[nodiscard]] std::optional<std::size_t> selected() const;
    /// The refused text of a field, or null.
    [[nodiscard]] const Rejected* rejected(std::string_view pointer) const;
    /// All of them, by pointer.
    [[nodiscard]] const std::map<std::string, Rejected, std::less<>>& all_rejected() const {
        return rejected_;
    }
    [[nodiscard]] std::string_view undo_label() const { return history_.undo_label(); }
    [[nodiscard]] std::string_view redo_label() const { return history_.redo_label(); }
    /// The steps that lead to the plan, and those that were taken back.
    [[nodiscard]] const History& history() const { return history_; }
    /// The element that was added, copied, moved or renamed last, by the name that it has since; none before
    /// the first, nor after an environment was copied at another size.
    [[nodiscard]] const std::optional<ElementRef>& edited() const { return edited_; }
    /// Grows with every change of the plan.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }
    /// How many intents were carried out or refused. While it stays, the plan, what was refused and what can
    /// be undone are the same.
    [[nodiscard]] std::uint64_t intents() const { return intents_; }
    /// The one that estimate() is of, as soon as it is not stale.
    [[nodiscard]] std::uint64_t estimated_revision() const { return estimated_revision_; }

    /// Which text the plan came from: another number for each one that was opened. Undo returns to earlier
    /// ones.
    [[nodiscard]] std::size_t document() const { return history_.current().document; }
    /// The file that this text was read from or written to last; empty without one.
    [[nodiscard]] const std::string& path() const { return documents_[document()].path; }
    /// True when this text had comments: what is saved has none of them.
    [[nodiscard]] bool dropped_comments() const { return documents_[document()].dropped_comments; }

    /// Carries out the intent. When it cannot, nothing has changed but rejected(), and the errors say why.
    Result<bool, Errors> apply(const Intent& intent);

    /// The plan as a file holds it, with the prices that its figures are made of.
    [[nodiscard]] std::string text_to_save() const;
    /// "#p=0....", of the same.
    [[nodiscard]] const std::string& link() const;
    /// "#p=0....&p=0....": the plan, and the baseline to hold it against; the plan alone without one.
    [[nodiscard]] std::string link_to_both() const;
    /// How long that is. Making the link of a large plan takes time: until link() was asked for, its length
    /// is that of an earlier one.
    [[nodiscard]] LinkLength link_length() const;

  private:
    friend class IntentRunner;
    /// A text that was opened.
    struct Document {
        std::string path;
        bool dropped_comments = false;
    };

    /// Makes `plan` the current state, and `shown` the environment on screen. It comes from the current text.
    void commit(Plan plan, std::string label, const std::string& shown);
    /// The same for a plan of another text.
    void commit(Plan plan, std::string label, const std::string& shown, std::size_t document);
    /// After the current state of the history became another one than `before`.
    void refresh(const Plan& before);
    void list_own_prices();

    std::shared_ptr<const Catalogue> catalogue_;
    std::optional<Catalogue> own_prices_;  ///< the catalogue with those of the plan, where it has some
    std::optional<Baseline> baseline_;
    std::optional<Baseline> previous_baseline_;
    std::uint64_t baseline_changes_ = 0;
    std::uint64_t baselines_ = 0;  ///< pinned so far
    History history_;
    Estimate estimate_;
    std::string environment_;  ///< name of the selected one
    std::map<std::string, Rejected, std::less<>> rejected_;
    std::optional<ElementRef> edited_;
    std::uint64_t revision_ = 0;
    std::uint64_t estimated_revision_ = 0;
    std::uint64_t intents_ = 0;
    bool large_ = false;  ///< the plan takes long to estimate and to put into a link
    std::vector<Document> documents_{Document{}};
    mutable std::optional<std::string> link_;   ///< of the current plan, once asked for
    mutable std::size_t last_link_length_ = 0;  ///< of the link that was made last
};

}  // namespace stowage
