// SPDX-License-Identifier: MIT
#include "kind_of_name.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/session/scaled_copy.hpp"
#include "stowage/session/service_rows.hpp"
#include "stowage/session/session.hpp"
#include "stowage/session/typed_unit.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

std::string_view kind_label(ElementKind kind) {
    switch (kind) {
        case ElementKind::environment: return "environment";
        case ElementKind::server: return "server";
        case ElementKind::service: return "service";
        case ElementKind::managed: return "managed service";
    }
    return "element";
}

std::string services_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " service" : " services");
}

std::string last_token(std::string_view pointer) {
    const auto tokens = pointer_tokens(pointer);
    return tokens.empty() ? std::string() : tokens.back();
}

}  // namespace

/// One function for each kind of intent.
class IntentRunner {
  public:
    using Outcome = Result<bool, Errors>;

    explicit IntentRunner(Session& session) : session_(session) {}

    Outcome operator()(const SetField& intent) {
        const std::string text = with_standing_unit(session_.plan(), intent.pointer, intent.text);
        auto changed = with_field(session_.plan(), intent.pointer, text);
        if (!changed) {
            session_.rejected_[intent.pointer] = {intent.text, changed.error().front()};
            return changed.error();
        }
        session_.rejected_.erase(intent.pointer);
        session_.commit(*std::move(changed), "set " + last_token(intent.pointer), session_.environment_);
        return true;
    }

    Outcome operator()(const ApplyFix& intent) {
        auto changed = with_fields(session_.plan(), intent.fix.edits);
        if (!changed) return changed.error();
        for (const FieldEdit& edit : intent.fix.edits) session_.rejected_.erase(edit.pointer);
        session_.commit(*std::move(changed), intent.fix.label, session_.environment_);
        return true;
    }

    Outcome operator()(const DismissRejected& intent) {
        session_.rejected_.erase(intent.pointer);
        return true;
    }

    Outcome operator()(const AddElement& intent) {
        return take(with_added(session_.plan(), intent.kind, intent.environment), "add", intent.kind);
    }
    Outcome operator()(const DuplicateElement& intent) {
        return take(with_duplicate(session_.plan(), intent.element), "duplicate", intent.element.kind);
    }
    Outcome operator()(const DuplicateScaled& intent) {
        auto edit = with_scaled_copy(session_.plan(), intent.environment, intent.scale, intent.label);
        if (!edit) return Errors{edit.error()};
        const std::string shown = edit->element.environment;
        session_.commit((*std::move(edit)).plan,
                        "duplicate environment at " +
                            format_shortest(intent.scale.digits, intent.scale.scale) + " of its size",
                        shown);
        return true;
    }
    Outcome operator()(const MoveElement& intent) {
        return take(with_moved(session_.plan(), intent.element, intent.by), "move", intent.element.kind);
    }

    Outcome operator()(const DeleteElement& intent) {
        const std::string shown = intent.element.kind == ElementKind::environment
                                      ? shown_without(intent.element.environment)
                                      : intent.element.environment;
        return take(without(session_.plan(), intent.element), "delete", intent.element.kind, shown);
    }

    Outcome operator()(const DeleteServices& intent) {
        return take(without_services(session_.plan(), intent.services), "delete", intent.services);
    }
    Outcome operator()(const DuplicateServices& intent) {
        return take(with_duplicates(session_.plan(), intent.services), "duplicate", intent.services);
    }
    Outcome operator()(const MoveServices& intent) {
        return take(with_services_at(session_.plan(), intent.services, intent.before), "move",
                    intent.services);
    }
    Outcome operator()(const FillDown& intent) {
        auto filled = with_filled_down(session_.plan(), intent.services, intent.key);
        if (!filled) return filled.error();
        for (const std::string& name : intent.services.names) {
            const ElementRef service{ElementKind::service, intent.services.environment, name};
            session_.rejected_.erase(pointer_to(service) + "/" + intent.key);
        }
        if (filled->changed == 0) return false;  // no step
        const std::string label = "fill down " + last_token("/" + intent.key) + " of " + filled->from +
                                  " to " + services_text(filled->changed);
        session_.commit((*std::move(filled)).plan, label, intent.services.environment);
        return true;
    }

    Outcome operator()(const RenameElement& intent) {
        auto edit = with_label(session_.plan(), intent.element, intent.label);
        if (edit) move_rejected(pointer_to(intent.element), pointer_to(edit->element));
        const ServiceKind kind = edit ? kind_of_new(intent) : ServiceKind::other;
        // A name that was being typed is taken when something else is pressed, which may be another
        // environment.
        const bool shown = session_.environment_ == intent.element.environment;
        const std::string stays = edit && shown ? edit->element.environment : session_.environment_;
        if (kind == ServiceKind::other) return take(std::move(edit), "rename", intent.element.kind, stays);
        PlanEdit named = *std::move(edit);
        auto of_kind = with_field(named.plan, pointer_to(named.element) + "/kind", name_of(kind));
        if (!of_kind) return of_kind.error();
        named.plan = *std::move(of_kind);
        return commit(std::move(named), "name service, of kind " + std::string(name_of(kind)), stays);
    }

    Outcome operator()(const SelectEnvironment& intent) {
        if (find_named(session_.plan().environments, intent.name) == nullptr) {
            return unknown_environment(intent.name);
        }
        session_.environment_ = intent.name;
        return true;
    }

    Outcome operator()(const OpenText& intent) {
        const bool link = is_link(intent.text);
        auto plan = link ? decode_link(intent.text) : read_plan(intent.text);
        if (!plan) return plan.error();
        session_.rejected_.clear();
        const Session::Document opened{intent.path, !link && has_comments(intent.text)};
        if (*plan == session_.plan()) {  // no step, but it may have come from another place
            session_.documents_[session_.document()] = opened;
            return true;
        }
        session_.documents_.push_back(opened);
        session_.commit(*std::move(plan), "open " + intent.origin, session_.environment_,
                        session_.documents_.size() - 1);
        return true;
    }

    Outcome operator()(const PasteRows& intent) {
        auto pasted = with_service_rows(session_.plan(), intent.environment, intent.text);
        if (!pasted) return pasted.error();
        if (pasted->plan == session_.plan()) return false;  // no step
        const std::size_t count = pasted->added + pasted->changed;
        session_.commit((*std::move(pasted)).plan, "paste " + services_text(count), intent.environment);
        return true;
    }

    Outcome operator()(const SavedTo& intent) {
        session_.documents_[session_.document()].path = intent.path;
        return true;
    }

    Outcome operator()(const UseCurrentPrices&) {
        Plan plan = session_.plan();
        plan.prices.snapshot.clear();
        plan.prices.used.clear();
        session_.commit(std::move(plan), "use current prices", session_.environment_);
        return true;
    }

    Outcome operator()(const AdoptOffer& intent) {
        Plan plan = session_.plan();
        Environment* environment = find_named(plan.environments, intent.environment);
        if (environment == nullptr) return unknown_environment(intent.environment);
        *environment = *intent.offer;
        session_.commit(std::move(plan), "adopt " + intent.provider, session_.environment_);
        return true;
    }

    Outcome operator()(const PinBaseline&) {
        session_.finish_estimate();
        pin(Baseline{session_.history_.current().plan, session_.estimate(), ++session_.baselines_});
        return true;
    }
    Outcome operator()(const PinText& intent) {
        auto read = is_link(intent.text) ? decode_link(intent.text) : read_plan(intent.text);
        if (!read) return read.error();
        auto plan = std::make_shared<const Plan>(*std::move(read));
        Estimate figures = estimate(*plan, *session_.catalogue_);
        pin(Baseline{std::move(plan), std::move(figures), ++session_.baselines_, intent.origin});
        return true;
    }
    Outcome operator()(const UnpinBaseline&) {
        if (!session_.baseline_) return false;
        pin(std::nullopt);
        return true;
    }
    Outcome operator()(const RestoreBaseline&) {
        if (!session_.previous_baseline_) return false;
        std::swap(session_.baseline_, session_.previous_baseline_);
        ++session_.baseline_changes_;
        return true;
    }

    Outcome operator()(const Undo&) {
        const HistoryEntry left = session_.history_.current();
        return travel(session_.history_.undo(), left, left.shown_before);
    }
    Outcome operator()(const Redo&) {
        const HistoryEntry left = session_.history_.current();
        const bool moved = session_.history_.redo();
        return travel(moved, left, session_.history_.current().shown_after);
    }
    Outcome operator()(const GoToState& intent) {
        const HistoryEntry left = session_.history_.current();
        const bool back = intent.position < session_.history_.position();
        const bool moved = session_.history_.go_to(intent.position);
        const HistoryEntry& reached = session_.history_.current();
        // Back to a state is back to what was on screen when it was left.
        const std::size_t next = session_.history_.position() + 1;
        const std::string shown = back ? session_.history_.entries()[next].shown_before : reached.shown_after;
        return travel(moved, left, shown);
    }

  private:
    static Outcome unknown_environment(const std::string& name) {
        return Errors{{ErrorCode::dangling_name, "the plan has no environment \"" + name + "\""}};
    }

    /// What the name of a service that was just added tells of its kind.
    [[nodiscard]] ServiceKind kind_of_new(const RenameElement& intent) const {
        const auto* environment = find_named(session_.plan().environments, intent.element.environment);
        if (intent.element.kind != ElementKind::service || environment == nullptr) return ServiceKind::other;
        const Service* service = find_named(environment->services, intent.element.name);
        return service != nullptr && is_unnamed(*service) ? kind_of_name(intent.label) : ServiceKind::other;
    }

    /// The present one can be had back.
    void pin(std::optional<Baseline> baseline) {
        if (session_.baseline_) session_.previous_baseline_ = std::move(session_.baseline_);
        session_.baseline_ = std::move(baseline);
        ++session_.baseline_changes_;
    }

    /// Commits an edit and shows the environment of its element.
    Outcome take(Result<PlanEdit> edit, std::string_view verb, ElementKind kind) {
        const std::string shown = edit ? edit->element.environment : std::string();
        return take(std::move(edit), verb, kind, shown);
    }
    Outcome take(Result<PlanEdit> edit, std::string_view verb, ElementKind kind, const std::string& shown) {
        if (!edit) return Errors{edit.error()};
        return commit(*std::move(edit), std::string(verb) + " " + std::string(kind_label(kind)), shown);
    }
    /// A step about one element, which the session tells afterwards.
    Outcome commit(PlanEdit edit, const std::string& label, const std::string& shown) {
        session_.edited_ = std::move(edit.element);
        session_.commit(std::move(edit.plan), label, shown);
        return true;
    }

    Outcome take(Result<Plan> changed, std::string_view verb, const ServiceSet& services) {
        if (!changed) return Errors{changed.error()};
        session_.commit(*std::move(changed), std::string(verb) + " " + services_text(services.names.size()),
                        services.environment);
        return true;
    }

    Outcome travel(bool moved, const HistoryEntry& left, const std::string& shown) {
        if (!moved) return false;
        session_.rejected_.clear();
        session_.environment_ = shown;
        session_.refresh(*left.plan);
        return true;
    }

    /// What to show when an environment is deleted: another one stays, else the next one, else the last.
    [[nodiscard]] std::string shown_without(std::string_view deleted) const {
        if (session_.environment_ != deleted) return session_.environment_;
        const auto& all = session_.plan().environments;
        const std::size_t at = session_.selected().value_or(0);
        if (all.size() < 2) return {};
        return all[at + 1 < all.size() ? at + 1 : at - 1].name;
    }

    /// Keeps what was refused about an element whose pointer changes.
    void move_rejected(const std::string& from, const std::string& to) {
        if (from == to) return;
        std::map<std::string, Rejected, std::less<>> moved;
        for (auto& [pointer, rejected] : session_.rejected_) {
            const bool inside = pointer.starts_with(from + "/");
            const std::string now = inside ? to + pointer.substr(from.size()) : pointer;
            if (inside) rejected.error.where = now;
            moved.emplace(now, std::move(rejected));
        }
        session_.rejected_ = std::move(moved);
    }

    Session& session_;
};

Result<bool, Errors> Session::apply(const Intent& intent) {
    ++intents_;
    return std::visit(IntentRunner(*this), intent);
}

}  // namespace stowage
