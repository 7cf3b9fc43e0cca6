"""A newer rates.csv against that of the catalogue."""
from decimal import Decimal

from catalogue_changes import Change, Changes
from catalogue_files import RATE_COLUMNS

NAMED_BY = ("provider", "region", "item", "sku")


def grouped(table):
    """{(provider, region, item, sku): its rows}, in their order."""
    rates = {}
    for row in table:
        rates.setdefault(tuple(row[name] for name in NAMED_BY), []).append(row)
    return rates


def tier_of(row):
    return f"up to {row['up_to']}" if row["up_to"] else ""


def shape(rate):
    """What of a rate no per cent can tell: the unit, and where its tiers end and are free."""
    return ", ".join(f"{'free' if Decimal(row['price']) == 0 else 'priced'} per {row['unit']} {tier_of(row)}".rstrip()
                     for row in rate)


class RateChanges(Changes):
    """`rows` are the rates as they will be. Of an item the first rate is the usual one, so the order stays."""

    file = "rates.csv"
    columns = RATE_COLUMNS

    def __init__(self, listed, rates, regions, date_of, source):
        """`regions`: those to look at, all where there are none; `date_of`: the day of a source by its id; `source`: the
        id for rates that name none."""
        super().__init__()
        self.date_of = date_of
        self.listed = {key: [row | {"source": row["source"] or source} for row in rate]
                       for key, rate in grouped(listed.rows).items() if not regions or key[1] in regions}
        known = grouped(rates)
        new = [key for key in self.listed if key not in known]
        for key in new:
            self.group(*key[:2], "rates").new.append(" ".join(key[2:]))
        updated = {key: self.updated(key, rate) if not regions or key[1] in regions else rate
                   for key, rate in known.items()}
        order = sorted([*known, *new], key=place_in(known))
        self.rows = [row for key in order for row in updated.get(key, self.listed.get(key))]

    def updated(self, key, rate):
        """The rate as the list has it."""
        name = " ".join(key[2:])
        group = self.group(*key[:2], "rates")
        group.before += 1
        listed = self.listed.get(key)
        if listed is None:
            group.missing.append(name)
            return rate
        if self.date_of[rate[0]["source"]] > self.date_of[listed[0]["source"]]:
            group.newer.append(name)
            return rate
        if shape(rate) != shape(listed):
            group.reshaped.append(f"{name} {shape(rate)} became {shape(listed)}")
            return listed
        changes = [Change(name, Decimal(old["price"]), Decimal(new["price"]), tier_of(old))
                   for old, new in zip(rate, listed) if Decimal(old["price"]) != Decimal(new["price"])]
        group.changed += changes
        if not changes:
            group.confirmed.append(name)
        return listed


def place_in(known):
    """A key by which known rates stay where they are, and new ones follow the last of their item, or of their region."""
    last = {key[:length]: i for i, key in enumerate(known) for length in (1, 2, 3)}
    place = {key: i for i, key in enumerate(known)}
    return lambda key: place.get(key, last.get(key[:3], last.get(key[:2], last.get(key[:1], len(place)))))
