"""What a newer list changes in a catalogue, in per cent, and whether it looks right. See scripts/update-catalogue."""
import statistics
from dataclasses import dataclass, field
from decimal import Decimal

# Our choice. Providers retire a few old types a year; what lacks more than one in twenty was cut or read wrongly.
MOST_MISSING = Decimal("0.05")
# Our choice. A list price hardly ever changes threefold; a month taken for an hour is 730 times.
LARGEST_FACTOR = 3
NAMES_SHOWN = 12  # of a list of types
EXTREMES_SHOWN = 3  # rises and falls


def names(words):
    words = list(words)
    more = f" and {len(words) - NAMES_SHOWN} more" if len(words) > NAMES_SHOWN else ""
    return ", ".join(words[:NAMES_SHOWN]) + more


@dataclass
class Change:
    name: str  # of what has the price
    old: Decimal
    new: Decimal
    what: str = ""  # which of its prices, where it has several

    @property
    def per_cent(self):
        return (self.new / self.old - 1) * 100

    def __str__(self):
        what = f" {self.what}" if self.what else ""
        return f"{self.name}{what} {self.old} to {self.new} ({self.per_cent:+.2f} %)"

    def is_a_jump(self):
        return not Decimal(1) / LARGEST_FACTOR <= self.new / self.old <= LARGEST_FACTOR


@dataclass
class Group:
    """Prices that one list should have all of: those of an offering in a region."""
    before: int = 0  # how many the catalogue had
    changed: list = field(default_factory=list)
    confirmed: list = field(default_factory=list)
    new: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    newer: list = field(default_factory=list)  # the catalogue's own are of a later day
    lost: list = field(default_factory=list)  # what the list says less of than the catalogue
    reshaped: list = field(default_factory=list)  # what has other units or tiers, which no per cent tells

    def is_covered(self):
        return len(self.missing) < self.before or bool(self.new)

    def report(self):
        changed = len({change.name for change in self.changed}) + len(self.reshaped)
        yield (f"  {changed} changed, {len(self.confirmed)} confirmed, {len(self.new)} new, "
               f"{len(self.missing)} missing in the list"
               + (f", {len(self.newer)} kept as the catalogue's are newer" if self.newer else ""))
        yield from self.report_of_changes()
        yield from (f"  {sentence}" for sentence in self.reshaped)
        if self.new:
            yield f"  new: {names(self.new)}"
        if self.missing:
            yield f"  missing in the list, kept as they are: {names(self.missing)}"

    def report_of_changes(self):
        ordered = sorted(self.changed, key=lambda change: (change.per_cent, change.name))
        if not ordered:
            return
        yield f"  median of the changes {statistics.median(change.per_cent for change in ordered):+.2f} %"
        for word, extremes in (
            ("rises", [change for change in reversed(ordered) if change.per_cent > 0]),
            ("falls", [change for change in ordered if change.per_cent < 0]),
        ):
            for change in extremes[:EXTREMES_SHOWN]:
                yield f"  largest {word}: {change}"


class Changes:
    """Groups by what they are: provider, region, offering."""

    def __init__(self):
        self.every_group = {}

    def group(self, *words):
        return self.every_group.setdefault(" ".join(words), Group())

    @property
    def groups(self):
        """Those of which the list has anything: the others are of no concern to it."""
        return sorted((words, group) for words, group in self.every_group.items() if group.is_covered())

    def report(self):
        """Lines for people."""
        for words, group in self.groups:
            yield f"{words}, prices in the catalogue: {group.before}"
            yield from group.report()
        untouched = [words for words, group in sorted(self.every_group.items()) if not group.is_covered()]
        if untouched:
            yield f"the list has nothing of, kept as they are: {names(untouched)}"

    def shrunk(self):
        """Sentences on what the list lacks, beyond what is usual."""
        for words, group in self.groups:
            if len(group.missing) > MOST_MISSING * group.before:
                yield (f"{words}: the list lacks {len(group.missing)} of {group.before} prices, more than "
                       f"{MOST_MISSING * 100:.0f} %: {names(group.missing)}")
            if group.lost:
                yield f"{words}: the list does not have {names(group.lost)}"

    def jumps(self):
        """Sentences on prices that look like another unit."""
        for words, group in self.groups:
            yield from (f"{words}: {change}, more than a factor of {LARGEST_FACTOR}"
                        for change in group.changed if change.is_a_jump())
            yield from (f"{words}: {sentence}" for sentence in group.reshaped)
