// SPDX-License-Identifier: MIT
#include "stowage/text/side_by_side_text.hpp"

#include "markdown.hpp"

namespace stowage {
namespace {

void write_row(const ComparedFigure& figure, MarkdownWriter& out) {
    out.row({escaped(figure.what), escaped(figure.before), escaped(figure.after), escaped(figure.change)});
}

void write_head(const std::string& what, const SideBySide& sides, MarkdownWriter& out) {
    out.header({what, escaped(sides.before), escaped(sides.after), "Difference"}, "llll");
}

}  // namespace

std::string side_by_side_report(const SideBySide& sides) {
    MarkdownWriter out;
    out.paragraph("# Side by side");
    for (const ComparedEnvironment& environment : sides.environments) {
        out.paragraph("## " + escaped(environment.label));
        write_head("Figure", sides, out);
        for (const ComparedFigure& figure : environment.figures) write_row(figure, out);
        out.line();
    }
    out.paragraph("## All environments");
    write_head("Figure", sides, out);
    write_row(sides.sum, out);
    out.line();
    return out.take();
}

}  // namespace stowage
