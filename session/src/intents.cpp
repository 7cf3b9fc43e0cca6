// SPDX-License-Identifier: MIT
#include "stowage/json_pointer.hpp"
#include "stowage/session/session.hpp"
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
        auto changed = with_field(session_.plan(), intent.pointer, intent.text);
        if (!changed) {
            session_.rejected_[intent.pointer] = {intent.text, changed.error().front()};
            return changed.error();
        }
        session_.rejected_.erase(intent.pointer);
        session_.commit(*std::move(changed), "set " + last_token(intent.pointer), session_.environment_);
        return true;
    }

    Outcome operator()(const DismissRejected& intent) {
        session_.rejected_.erase(intent.pointer);
        return true;
    }

    Outcome operator()(const AddElement& intent) {
        return take(with_added(session_.plan(), intent.kind, intent.environment), "add", intent.kind,
                    Show::element);
    }
    Outcome operator()(const DuplicateElement& intent) {
        return take(with_duplicate(session_.plan(), intent.element), "duplicate", intent.element.kind,
                    Show::element);
    }
    Outcome operator()(const DeleteElement& intent) {
        return take(without(session_.plan(), intent.element), "delete", intent.element.kind, Show::same);
    }
    Outcome operator()(const MoveElement& intent) {
        return take(with_moved(session_.plan(), intent.element, intent.by), "move", intent.element.kind,
                    Show::same);
    }
    Outcome operator()(const RenameElement& intent) {
        return take(with_label(session_.plan(), intent.element, intent.label), "rename", intent.element.kind,
                    Show::element);
    }

    Outcome operator()(const SelectEnvironment& intent) {
        if (find_named(session_.plan().environments, intent.name) == nullptr) {
            return Errors{{ErrorCode::dangling_name, "the plan has no environment \"" + intent.name + "\""}};
        }
        session_.environment_ = intent.name;
        return true;
    }

    Outcome operator()(const OpenText& intent) {
        auto plan = is_link(intent.text) ? decode_link(intent.text) : read_plan(intent.text);
        if (!plan) return plan.error();
        session_.rejected_.clear();
        session_.commit(*std::move(plan), "open " + intent.origin, session_.environment_);
        return true;
    }

    Outcome operator()(const Undo&) {
        // The step that is taken back knows which environment was shown when it was made.
        const std::string shown = session_.history_.current().environment;
        return travel(session_.history_.undo(), shown);
    }
    Outcome operator()(const Redo&) {
        const bool moved = session_.history_.redo();
        return travel(moved, session_.history_.current().environment);
    }

  private:
    /// Which environment to show after a structural edit.
    enum class Show { same, element };

    Outcome take(Result<PlanEdit> edit, std::string_view verb, ElementKind kind, Show show) {
        if (!edit) return Errors{edit.error()};
        PlanEdit done = *std::move(edit);
        if (show == Show::element) session_.environment_ = done.element.environment;
        session_.commit(std::move(done.plan), std::string(verb) + " " + std::string(kind_label(kind)),
                        done.element.environment);
        return true;
    }

    Outcome travel(bool moved, const std::string& environment) {
        if (!moved) return false;
        session_.rejected_.clear();
        if (!environment.empty()) session_.environment_ = environment;
        session_.refresh();
        return true;
    }

    Session& session_;
};

Result<bool, Errors> Session::apply(const Intent& intent) { return std::visit(IntentRunner(*this), intent); }

}  // namespace stowage
