"""The files of a price catalogue: their columns, and reading them with every bad row told by file and line.

docs/catalogue.md describes the files. scripts/pack-catalogue packs them, scripts/update-catalogue renews them.
"""
import csv
import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

TYPE_COLUMNS = [
    "provider", "offering", "family", "sku", "vcpu", "memory_gib", "baseline_percent", "architecture", "class",
]
PRICE_COLUMNS = ["region", "sku", "currency", "hourly", "source"]
SOURCE_COLUMNS = ["id", "date", "repository", "path", "commit", "remark"]
OFFERINGS = {"compute", "postgres", "redis"}
ARCHITECTURES = {"x86_64", "arm64"}
CLASSES = {"dedicated", "burstable", "shared"}
ID = re.compile(r"[!-~]+")
NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")  # as core reads it: no sign, no exponent, no grouping
NANO = Decimal("0.000000001")  # core counts billionths of a dollar
MOST_EXPENSIVE = 1000  # limits::kHourlyPrice
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


def price(text):
    """The same, rounded to billionths, half away from zero."""
    if not NUMBER.fullmatch(text) or Decimal(text) > MOST_EXPENSIVE:
        return None
    rounded = Decimal(text).quantize(NANO, rounding=ROUND_HALF_UP)
    return plain(rounded) if rounded > 0 else None


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
        else:
            place = " ".join(filter(None, [row["repository"], row["path"]]))
            place += f" @{row['commit']}" if row["commit"] else ""
            place += f", {row['remark']}" if row["remark"] else ""
            if row["repository"] == "unknown":
                place = row["remark"]
            sources[row["id"]] = (row["date"], place)
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
        if (provider, row["sku"]) not in types:
            problems.add(path, line, f"types.csv has no {row['sku']!r} of {provider}")
        elif row["currency"] != "USD":
            problems.add(path, line, f"the currency {row['currency']!r} has no exchange rate here")
        elif hourly is None:
            problems.add(path, line, f"the price {row['hourly']!r} is no number above 0, up to {MOST_EXPENSIVE}")
        elif row["source"] not in sources:
            problems.add(path, line, f"sources.csv has no {row['source']!r}")
        elif not ID.fullmatch(row["region"]) or key in seen:
            problems.add(path, line, f"{row['sku']} in {row['region']!r} stands here twice, or the region has a space")
        else:
            seen.add(key)
            prices.append((row["region"], row["source"], row["sku"], hourly))
    return prices
