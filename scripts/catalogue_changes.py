"""What a newer price list changes in a catalogue, in per cent, and whether it looks right. See scripts/update-catalogue."""
import statistics
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from catalogue_files import price

# Our choice. Providers retire a few old types a year; what lacks more than one in twenty was cut or read wrongly.
MOST_MISSING = Decimal("0.05")
# Our choice. No provider of the catalogue ever changed a list price threefold; a month taken for an hour is 730 times.
LARGEST_FACTOR = 3
NAMES_SHOWN = 12  # of a list of types
EXTREMES_SHOWN = 3  # rises and falls


@dataclass
class Change:
    sku: str
    what: str  # "an hour" or "a month at most"
    old: Decimal
    new: Decimal

    @property
    def per_cent(self):
        return (self.new / self.old - 1) * 100

    def __str__(self):
        what = "" if self.what == "an hour" else f" {self.what}"
        return f"{self.sku}{what} {self.old} to {self.new} ({self.per_cent:+.2f} %)"

    def is_a_jump(self):
        return not Decimal(1) / LARGEST_FACTOR <= self.new / self.old <= LARGEST_FACTOR


@dataclass
class Group:
    """The prices of one offering in one region."""
    before: int = 0  # how many the catalogue had
    changed: list = field(default_factory=list)
    confirmed: list = field(default_factory=list)
    new: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    newer: list = field(default_factory=list)  # the catalogue's own are of a later day
    uncapped: list = field(default_factory=list)  # the list has no month_cap any more


def names(skus):
    skus = list(skus)
    more = f" and {len(skus) - NAMES_SHOWN} more" if len(skus) > NAMES_SHOWN else ""
    return ", ".join(skus[:NAMES_SHOWN]) + more


class Comparison:
    """A list against the prices of its provider. `rows` are these prices as they will be."""

    def __init__(self, listed, types, prices, regions, date_of, source):
        """`regions`: those to look at, empty for the ones that `prices` has; `date_of`: the day of a source by its id;
        `source`: the id for prices that name none."""
        self.listed = listed
        self.types = {row["sku"]: row for row in types if row["provider"] == listed.provider}
        self.date_of = date_of
        self.source = source
        self.regions = regions or sorted({row["region"] for row in prices})
        self.groups = {}
        self.unknown_types = Counter()
        self.other_regions = Counter()
        self.rows = [self.updated(row) for row in prices]
        self.add_new({(row["region"], row["sku"]) for row in prices}, prices)
        self.groups = {key: group for key, group in self.groups.items() if self.is_covered(group)}

    @staticmethod
    def is_covered(group):
        return len(group.missing) < group.before or bool(group.new)

    def group(self, region, sku):
        return self.groups.setdefault((region, self.types[sku]["offering"]), Group())

    def updated(self, row):
        """The row as the list has it."""
        region, sku = row["region"], row["sku"]
        if region not in self.regions:
            return row
        group = self.group(region, sku)
        group.before += 1
        listed = self.listed.prices.get((region, sku))
        if listed is None:
            group.missing.append(sku)
            return row
        source = listed.source or self.source
        if self.date_of[row["source"]] > self.date_of[source]:
            group.newer.append(sku)
            return row
        cap = row.get("month_cap", "")
        if cap and not listed.month_cap:
            group.uncapped.append(sku)
        old = price(row["hourly"])
        changes = [Change(sku, what, Decimal(before), Decimal(after)) for what, before, after in (
            ("an hour", old, listed.hourly), ("a month at most", cap, listed.month_cap))
            if before and after and Decimal(before) != Decimal(after)]
        group.changed += changes
        if not changes:
            group.confirmed.append(sku)
        hourly = row["hourly"] if old == listed.hourly else listed.hourly
        return row | {"hourly": hourly, "source": source} | (
            {"month_cap": listed.month_cap} if "month_cap" in row else {})

    def add_new(self, known, prices):
        """Appends what the catalogue did not have, in the order of types.csv, region by region."""
        for (region, sku), listed in self.listed.prices.items():
            if (region, sku) in known:
                continue
            if sku not in self.types:
                self.unknown_types[sku] += 1
            elif region not in self.regions:
                self.other_regions[region] += 1
            else:
                self.group(region, sku).new.append(sku)
                self.rows.append({"region": region, "sku": sku, "currency": "USD", "hourly": listed.hourly,
                                  "month_cap": listed.month_cap, "source": listed.source or self.source})
        if len(self.rows) > len(prices):
            region_order = {region: i for i, region in enumerate(dict.fromkeys(row["region"] for row in self.rows))}
            type_order = {sku: i for i, sku in enumerate(self.types)}
            self.rows.sort(key=lambda row: (region_order[row["region"]], type_order[row["sku"]]))

    def report(self):
        """Lines for people."""
        for (region, offering), group in sorted(self.groups.items()):
            yield f"{self.listed.provider} {region} {offering}: {group.before} prices in the catalogue"
            yield (f"  {len({change.sku for change in group.changed})} changed, {len(group.confirmed)} confirmed, "
                   f"{len(group.new)} new, {len(group.missing)} missing in the list"
                   + (f", {len(group.newer)} kept as the catalogue's are newer" if group.newer else ""))
            yield from self.report_of_changes(group)
            if group.new:
                yield f"  new: {names(group.new)}"
            if group.missing:
                yield f"  missing in the list, kept as they are: {names(group.missing)}"
        untouched = sorted(set(self.regions) - {region for region, _ in self.groups})
        if untouched:
            yield f"regions that the list does not have, kept as they are: {names(untouched)}"
        if self.other_regions:
            yield (f"skipped: {self.other_regions.total()} prices in regions that the catalogue does not have; --region "
                   f"takes them: {names(sorted(self.other_regions))}")
        if self.unknown_types:
            yield (f"skipped: {self.unknown_types.total()} prices of {len(self.unknown_types)} types that types.csv does "
                   f"not have: {names(sorted(self.unknown_types))}")
        for reason, count in sorted(self.listed.left_out.items()):
            yield f"left out: {count} {reason}"
        for (region, sku), prices in sorted(self.listed.disputed.items()):
            yield f"several prices, none taken: {sku} in {region}: {names(sorted(prices))}"

    @staticmethod
    def report_of_changes(group):
        ordered = sorted(group.changed, key=lambda change: (change.per_cent, change.sku))
        if not ordered:
            return
        yield f"  median of the changes {statistics.median(change.per_cent for change in ordered):+.2f} %"
        for word, extremes in (
            ("rises", [change for change in reversed(ordered) if change.per_cent > 0]),
            ("falls", [change for change in ordered if change.per_cent < 0]),
        ):
            for change in extremes[:EXTREMES_SHOWN]:
                yield f"  largest {word}: {change}"

    def shrunk(self):
        """Sentences on what the list lacks, beyond what is usual."""
        if self.listed.goes_on:
            yield "the list goes on: each of the files names a next page, so that the last one is not among them"
        for (region, offering), group in sorted(self.groups.items()):
            if len(group.missing) > MOST_MISSING * group.before:
                yield (f"{self.listed.provider} {region} {offering}: the list lacks {len(group.missing)} of {group.before} "
                       f"prices, more than {MOST_MISSING:.0%}: {names(group.missing)}")
            if group.uncapped:
                yield f"{self.listed.provider} {region} {offering}: the list has no month_cap of {names(group.uncapped)}"

    def jumps(self):
        """Sentences on prices that look like another unit."""
        for (region, _), group in sorted(self.groups.items()):
            for change in group.changed:
                if change.is_a_jump():
                    yield f"{self.listed.provider} {region}: {change}, more than a factor of {LARGEST_FACTOR}"
