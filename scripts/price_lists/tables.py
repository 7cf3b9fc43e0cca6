"""Our own columns: a newer prices-PROVIDER.csv or rates.csv. An empty source is the one given for the whole list."""
import csv
from contextlib import contextmanager

from catalogue_files import (
    ID, MOST_A_MONTH, PRICE_COLUMNS, RATE_COLUMNS, Problems, price, read_rates, read_table, rows,
)

from price_lists import ListedPrice, PriceList, PriceListError


@contextmanager
def problems_of(path):
    """What collects the bad rows of the file; it is told in one piece."""
    problems = Problems()
    try:
        yield problems
    except OSError as problem:
        raise PriceListError(f"{path}: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise PriceListError(f"{path}: expected UTF-8: {problem}") from problem
    if problems.lines:
        raise PriceListError("\n".join(problems.lines))


def has_rates(path):
    with problems_of(path), open(path, newline="", encoding="utf-8") as file:
        return next(csv.reader(file), []) == RATE_COLUMNS


class RateTable:
    """The rows of a newer rates.csv."""

    name = "rates"
    date = version = remark = ""

    def __init__(self, path, sources):
        """`sources`: the ids that the rates may name."""
        with problems_of(path) as problems:
            read_rates(path, {"", *sources}, problems)
        self.rows = read_table(path, RATE_COLUMNS)

    def sources(self):
        return {row["source"] for row in self.rows}


def read_price_table(path, provider):
    listed = PriceList(provider, f"{provider}-table")
    with problems_of(path) as problems:
        for line, row in rows(path, PRICE_COLUMNS, problems):
            take(listed, row, line, path, problems)
    return listed


def take(listed, row, line, path, problems):
    key = (row["region"], row["sku"])
    hourly = price(row["hourly"])
    month_cap = price(row["month_cap"], MOST_A_MONTH) if row["month_cap"] else ""
    if not ID.fullmatch(row["region"]) or not ID.fullmatch(row["sku"]) or key in listed.prices:
        problems.add(path, line, f"{row['sku']!r} in {row['region']!r} is empty, has a space, or stands here twice")
    elif row["currency"] != "USD":
        problems.add(path, line, f"expected the currency USD, found {row['currency']!r}")
    elif hourly is None:
        problems.add(path, line, f"expected a price, found {row['hourly']!r}")
    elif month_cap is None:
        problems.add(path, line, f"expected a price of a month, found {row['month_cap']!r}")
    else:
        listed.prices[key] = ListedPrice(hourly, month_cap, row["source"])
