"""A newer price list against prices-PROVIDER.csv."""
from collections import Counter
from decimal import Decimal

from catalogue_changes import Change, Changes, names
from catalogue_files import PRICE_COLUMNS, price


class PriceChanges(Changes):
    """`rows` are the prices of the provider as they will be."""

    columns = PRICE_COLUMNS

    def __init__(self, listed, types, prices, regions, date_of, source):
        """`regions`: those to look at; `date_of`: the day of a source by its id; `source`: the id for prices that name
        none."""
        super().__init__()
        self.file = f"prices-{listed.provider}.csv"
        self.listed = listed
        self.types = {row["sku"]: row for row in types if row["provider"] == listed.provider}
        self.regions = regions
        self.date_of = date_of
        self.source = source
        self.unknown_types = Counter()
        self.other_regions = Counter()
        self.rows = [self.updated(row) if row["region"] in regions else row for row in prices]
        self.add_new({(row["region"], row["sku"]) for row in prices})

    def group_of(self, region, sku):
        return self.group(self.listed.provider, region, self.types[sku]["offering"])

    def updated(self, row):
        """The row as the list has it."""
        sku = row["sku"]
        group = self.group_of(row["region"], sku)
        group.before += 1
        listed = self.listed.prices.get((row["region"], sku))
        if listed is None:
            group.missing.append(sku)
            return row
        source = listed.source or self.source
        if self.date_of[row["source"]] > self.date_of[source]:
            group.newer.append(sku)
            return row
        hourly, month_cap = price(row["hourly"]), row.get("month_cap", "")
        changes = [Change(sku, Decimal(old), Decimal(new), what) for old, new, what in (
            (hourly, listed.hourly, ""), (month_cap, listed.month_cap, "a month at most"),
        ) if old and new and Decimal(old) != Decimal(new)]
        group.changed += changes
        if not changes:
            group.confirmed.append(sku)
        if month_cap and not listed.month_cap:
            group.lost.append(f"the month_cap of {sku}")
        return row | {"hourly": row["hourly"] if hourly == listed.hourly else listed.hourly,
                      "month_cap": listed.month_cap, "source": source}

    def add_new(self, known):
        """Appends what the catalogue did not have, in the order of types.csv, region by region."""
        for (region, sku), listed in self.listed.prices.items():
            if (region, sku) in known:
                continue
            if sku not in self.types:
                self.unknown_types[sku] += 1
            elif region not in self.regions:
                self.other_regions[region] += 1
            else:
                self.group_of(region, sku).new.append(sku)
                self.rows.append({"region": region, "sku": sku, "currency": "USD", "hourly": listed.hourly,
                                  "month_cap": listed.month_cap, "source": listed.source or self.source})
        if len(self.rows) > len(known):
            region_order = {region: i for i, region in enumerate(dict.fromkeys(row["region"] for row in self.rows))}
            type_order = {sku: i for i, sku in enumerate(self.types)}
            self.rows.sort(key=lambda row: (region_order[row["region"]], type_order[row["sku"]]))

    def report(self):
        yield from super().report()
        if self.other_regions:
            yield (f"skipped, regions that the catalogue does not have (--region takes them): "
                   f"{names(sorted(self.other_regions))}; prices: {self.other_regions.total()}")
        if self.unknown_types:
            yield (f"skipped, types that types.csv does not have: {names(sorted(self.unknown_types))}; "
                   f"types: {len(self.unknown_types)}, prices: {self.unknown_types.total()}")
        for reason, count in sorted(self.listed.left_out.items()):
            yield f"left out, {reason}: {count}"
        for (region, sku), prices in sorted(self.listed.disputed.items()):
            yield f"several prices, none taken: {sku} in {region}: {names(sorted(prices))}"

    def shrunk(self):
        if self.listed.goes_on:
            yield "the list goes on: each of the files names a next page, so that the last one is not among them"
        yield from super().shrunk()
