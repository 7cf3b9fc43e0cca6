// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "stowage/catalogue.hpp"
#include "stowage/session/session.hpp"
#include "stowage/ui/frame_scheduler.hpp"
#include "stowage/ui/item_registry.hpp"
#include "stowage/ui/platform.hpp"

namespace stowage::ui {

enum class Command : int;
struct KeptRequest;

/// The whole interface: owns the session and draws it. A platform creates one after its ImGui context, calls
/// frame() between NewFrame and Render when scheduler() says so, and passes on what happens outside the
/// window.
class App {
  public:
    App(Platform& platform, std::shared_ptr<const Catalogue> catalogue);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// Decides what to show first: the plan of the link in `location`, else the one that was saved last, else
    /// the first template. A link that cannot be read is told, and never replaced by the template.
    void start(std::string_view location);
    /// The address was changed by the user.
    void location_changed(std::string_view location);
    /// A file or a link that was opened, dropped or pasted, or services as lines of cells, which go into the
    /// environment on screen. True when it was taken; else a message tells why not.
    bool open_text(std::string_view text, std::string_view origin);
    /// The same of a file, on platforms that name files by paths. Saving the plan will offer this path, and
    /// it is the first of the recent files from now on.
    bool open_path(const std::string& path);
    /// The user chose where what Platform::offer_file() was given last is written, also over a file.
    void save_to(const std::string& path);
    /// Another window has stored something: a list of what is stored is read again.
    void storage_changed();
    /// The system went from light to dark or back, or wants more contrast or less. What the user chose stays.
    void system_appearance_changed(Appearance system);
    /// Letters that the interface can do without but plans may use, as an OpenType font of each weight (their
    /// bytes are copied). Not within a frame.
    void add_letters(std::string_view regular, std::string_view semibold);
    /// Shows a message above the plan.
    void notify(Severity severity, std::string text);

    /// Carries out an intent, from the window or from outside. A selected service that is renamed stays
    /// selected.
    Result<bool, Errors> apply(const Intent& intent);
    /// The keyboard goes to the field, button or checkbox of that path, where there is one.
    void focus(std::string path);

    /// Draws a frame into the current ImGui context. `now` is the platform's monotonic clock in seconds.
    void frame(double now);
    /// Saves what is unsaved: the program is about to go away. What was saved before and came from another
    /// text, or from another window, is kept as the previous plan, which the menu of templates offers.
    void flush();

    /// Its estimate may be stale: call finish_estimate() before it goes anywhere but to the screen.
    [[nodiscard]] const Session& session() const;
    void finish_estimate();
    [[nodiscard]] FrameScheduler& scheduler();
    [[nodiscard]] const ItemRegistry& items() const;
    /// The message above the plan; empty without one.
    [[nodiscard]] const std::string& notice() const;
    /// The address with the plan in it.
    [[nodiscard]] std::string link() const;
    /// The report of the plan in Markdown, with its baseline beside it where there is one. Finishes the
    /// estimate.
    [[nodiscard]] std::string report();

  private:
    struct State;

    void update_figures(double now);
    void carry_out();
    void run(Command command);
    void offer(const std::string& name, std::string text, bool is_plan);
    void hand_out(const std::string& name, std::string text, bool is_plan);
    void save_from_dialog();
    void copy_rows();
    void fill_down();
    bool paste_rows(const std::string& text);
    void write(const std::string& path, std::string_view text, bool is_plan);
    void remember_file(const std::string& path);
    void open_recent(const std::string& path);
    bool open_both(std::string_view plan, std::string_view other);
    void show_side_by_side();
    void copy_link_to_both();
    void show_compare_dialog();
    void compare_with_wanted();
    void show_kept_plans(bool to_keep);
    void run_kept_request();
    void list_kept_plans();
    void keep_plan(const KeptRequest& request);
    void rename_kept_plan(const KeptRequest& request);
    void delete_kept_plan(const std::string& key);
    void take_back_kept_plan();
    void open_kept_plan(const std::string& key);
    void save_kept_plan(const std::string& key);
    bool open(const OpenText& intent);
    void remember_previous();
    void restore_appearance();
    void show_appearance(Appearance system);
    void choose_appearance(Command command);
    void change_scale(Command command);
    void tell_platform();
    void save();
    void schedule(double now);

    std::unique_ptr<State> state_;
};

}  // namespace stowage::ui
