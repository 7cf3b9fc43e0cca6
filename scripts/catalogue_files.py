"""The files of a price catalogue: their columns, and reading them with every bad row told by file and line.

docs/catalogue.md describes the files. scripts/pack-catalogue packs them, scripts/update-catalogue renews them.
"""
import csv
import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

TYPE_COLUMNS = [
    "provider", "offering", "family", "sku", "vcpu", "memory_gib", "baseline_percent", "architecture", "class", "mark",
]
PRICE_COLUMNS = ["region", "sku", "currency", "hourly", "month_cap", "source"]
RATE_COLUMNS = ["provider", "region", "item", "sku", "unit", "up_to", "price", "source"]
LOCATION_COLUMNS = ["location", "provider", "region"]
SOURCE_COLUMNS = ["id", "date", "repository", "path", "commit", "mark", "remark"]
OFFERINGS = {"compute", "postgres", "redis"}
ARCHITECTURES = {"x86_64", "arm64"}
CLASSES = {"dedicated", "burstable", "shared"}
TRAFFIC = {"GB", "GiB"}
TIME = {"hour", "month"}
SIZE = {"GiB-hour", "GiB-month"}
# Item of a rate -> the units that it can have a price per: is_priced_per() in core/src/catalogue.cpp.
UNITS = {
    "disk": SIZE | {"disk-month"},
    "database_storage": SIZE | {"disk-month"},
    "cache_memory": SIZE,
    "egress": TRAFFIC,
    "cross_zone": TRAFFIC,
    "load_balancer": TIME,
    "load_balancer_capacity": TIME,
    "load_balancer_data": TRAFFIC,
    "nat_gateway": TIME,
    "nat_data": TRAFFIC,
    "public_address": TIME,
}
ID = re.compile(r"[!-~]+")
NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")  # as core reads it: no sign, no exponent, no grouping
NANO = Decimal("0.000000001")  # core counts billionths of a dollar
MOST_EXPENSIVE = 1000  # limits::kHourlyPrice
MOST_A_MONTH = 1_000_000  # limits::kMonthlyCost
MOST_TIERS = 12  # limits::kPriceTiers
LAST_UNIT = 1_000_000_000  # limits::kTierUnits
LONGEST_NAME = 100  # limits::kIdBytes, of provider/region/sku
# Figure of a type -> its limit (limits::kCpu, limits::kMemory) and its decimals: thousandths of a core, bytes (a GiB
# has 1.07 billion), hundredths of a per cent.
FIGURES = {"vcpu": (10_000, 3), "memory_gib": (32_768, 9), "baseline_percent": (100, 2)}


class Problems:
    def __init__(self):
        self.lines = []

    def add(self, path, line, message):
        self.lines.append(f"{path}:{line}: {message}")


def rows(path, columns, problems):
    """Yields (line number, row) of a CSV file with exactly these columns."""
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if header != columns:
            problems.add(path, 1, f"expected the columns {','.join(columns)}")
            return
        for cells in reader:
            if len(cells) != len(columns):
                problems.add(path, reader.line_num, f"{len(cells)} cells instead of {len(columns)}")
            elif any("\t" in cell or "\n" in cell for cell in cells):
                problems.add(path, reader.line_num, "a tab or a line break inside a cell")
            else:
                yield reader.line_num, dict(zip(columns, cells))


def read_table(path, columns):
    """The rows as they stand, of a file that is known to be good."""
    return [row for _, row in rows(path, columns, Problems())]


def write_table(path, columns, table):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def plain(value):
    return format(value.normalize(), "f")


def figure(text, most, decimals):
    """The number as plain decimal text; none when it is not one, not positive, too large or too fine."""
    if not NUMBER.fullmatch(text):
        return None
    value = Decimal(text)
    if not 0 < value <= most or value != round(value, decimals):
        return None
    return plain(value)


def price(text, most=MOST_EXPENSIVE):
    """The same, rounded to billionths, half away from zero."""
    if not NUMBER.fullmatch(text) or Decimal(text) > most:
        return None
    rounded = Decimal(text).quantize(NANO, rounding=ROUND_HALF_UP)
    return plain(rounded) if rounded > 0 else None


def is_name(*parts):
    """Whether a plan can name it, as provider/region/sku."""
    return all(ID.fullmatch(part) for part in parts) and len("/".join(parts)) <= LONGEST_NAME


def is_date(text):
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def read_sources(path, problems):
    sources = {}
    for line, row in rows(path, SOURCE_COLUMNS, problems):
        if not ID.fullmatch(row["id"]) or row["id"] in sources:
            problems.add(path, line, f"the id {row['id']!r} is empty, has a space, or stands here twice")
        elif not is_date(row["date"]):
            problems.add(path, line, f"{row['date']!r} is no date such as 2026-07-20")
        elif row["mark"] not in {"", "stale"}:
            problems.add(path, line, f"unknown mark {row['mark']!r}")
        else:
            place = " ".join(filter(None, [row["repository"], row["path"]]))
            place += f" @{row['commit']}" if row["commit"] else ""
            place += f", {row['remark']}" if row["remark"] else ""
            if row["repository"] == "unknown":
                place = row["remark"]
            sources[row["id"]] = (row["date"], place, row["mark"])
    return sources


def read_types(path, problems):
    types = {}
    for line, row in rows(path, TYPE_COLUMNS, problems):
        key = (row["provider"], row["sku"])
        figures = {name: figure(row[name], *limits) for name, limits in FIGURES.items()}
        bad = [name for name in FIGURES if row[name] and figures[name] is None]
        if not ID.fullmatch(row["sku"]) or not ID.fullmatch(row["provider"]) or key in types:
            problems.add(path, line, f"the type {row['sku']!r} is empty, has a space, or stands here twice")
        elif row["offering"] not in OFFERINGS:
            problems.add(path, line, f"unknown offering {row['offering']!r}")
        elif row["architecture"] not in ARCHITECTURES | {""}:
            problems.add(path, line, f"unknown architecture {row['architecture']!r}")
        elif row["class"] not in CLASSES:
            problems.add(path, line, f"unknown class {row['class']!r}")
        elif row["baseline_percent"] and row["class"] != "burstable":
            problems.add(path, line, "a baseline of a type that is not burstable")
        elif row["mark"] not in {"", "inferred"}:
            problems.add(path, line, f"unknown mark {row['mark']!r}")
        elif row["mark"] and not row["baseline_percent"]:
            problems.add(path, line, "no baseline that could be inferred")
        elif bad:
            problems.add(path, line, f"{bad[0]} {row[bad[0]]!r} is no number that core can hold")
        else:
            types[key] = row | figures
    return types


def read_prices(path, provider, types, sources, problems):
    prices = []
    seen = set()
    for line, row in rows(path, PRICE_COLUMNS, problems):
        key = (row["region"], row["sku"], row["currency"])
        hourly = price(row["hourly"])
        cap = price(row["month_cap"], MOST_A_MONTH) if row["month_cap"] else ""
        if (provider, row["sku"]) not in types:
            problems.add(path, line, f"types.csv has no {row['sku']!r} of {provider}")
        elif row["currency"] != "USD":
            problems.add(path, line, f"the currency {row['currency']!r} has no exchange rate here")
        elif hourly is None:
            problems.add(path, line, f"the price {row['hourly']!r} is no number above 0, up to {MOST_EXPENSIVE}")
        elif cap is None:
            problems.add(path, line, f"the cap {row['month_cap']!r} is no number above 0, up to {MOST_A_MONTH}")
        elif row["source"] not in sources:
            problems.add(path, line, f"sources.csv has no {row['source']!r}")
        elif not is_name(provider, row["region"], row["sku"]) or key in seen:
            problems.add(path, line, f"{row['sku']} in {row['region']!r} stands here twice, or is no name for a plan")
        else:
            seen.add(key)
            prices.append((row["region"], row["source"], row["sku"], hourly, cap))
    return prices


def tier(row):
    """(end, price) of a row of a rate as core writes them, or what is wrong with it. A price of 0 is a free quantity."""
    cost = "0" if NUMBER.fullmatch(row["price"]) and Decimal(row["price"]) == 0 else price(row["price"])
    end = int(row["up_to"]) if re.fullmatch(r"[1-9][0-9]*", row["up_to"]) else 0
    if cost is None:
        return f"the price {row['price']!r} is no number up to {MOST_EXPENSIVE}"
    if end > LAST_UNIT or (row["up_to"] and not end):
        return f"{row['up_to']!r} is no whole number up to {LAST_UNIT}"
    if end and row["unit"] in TIME:
        return f"a price per {row['unit']} has no tiers"
    if not end and row["unit"] == "disk-month":
        return "a disk of no size"
    return end, cost


def follows(tiers, end):
    """Whether a tier that ends there (0: nowhere) may follow these."""
    return not tiers or (tiers[-1][0] and (not end or end > tiers[-1][0]) and len(tiers) < MOST_TIERS)


def read_rates(path, sources, problems):
    """{(provider, region, item, sku): (unit, source, tiers)}, in the order of the file."""
    rates = {}
    last = None
    for line, row in rows(path, RATE_COLUMNS, problems):
        key = (row["provider"], row["region"], row["item"], row["sku"])
        known = rates.get(key, (row["unit"], row["source"], []))
        read = tier(row)
        if row["item"] not in UNITS:
            problems.add(path, line, f"unknown item {row['item']!r}")
        elif row["unit"] not in UNITS[row["item"]]:
            problems.add(path, line, f"{row['item']!r} has no price per {row['unit']!r}")
        elif not is_name(row["provider"], row["region"], row["sku"]):
            problems.add(path, line, f"{'/'.join((row['provider'], row['region'], row['sku']))!r} is no name for a plan")
        elif row["source"] not in sources:
            problems.add(path, line, f"sources.csv has no {row['source']!r}")
        elif isinstance(read, str):
            problems.add(path, line, read)
        elif key in rates and (key != last or not follows(known[2], read[0])):
            problems.add(path, line, f"{row['sku']} stands here twice, or its tiers do not ascend")
        elif known[:2] != (row["unit"], row["source"]):
            problems.add(path, line, f"another unit or source than the tier of {row['sku']} before it")
        else:
            rates[key] = (*known[:2], [*known[2], read])
        last = key
    return rates


def read_locations(path, problems):
    seen = set()
    locations = []
    for line, row in rows(path, LOCATION_COLUMNS, problems):
        place = tuple(row.values())
        if not all(ID.fullmatch(cell) for cell in place) or place in seen:
            problems.add(path, line, f"{'/'.join(place[1:])} stands in {place[0]!r} twice, or an id is empty or has a space")
        else:
            seen.add(place)
            locations.append(place)
    return locations
