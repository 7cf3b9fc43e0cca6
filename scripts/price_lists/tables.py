"""Our own columns: a newer prices-PROVIDER.csv."""
from catalogue_files import ID, PRICE_COLUMNS, Problems, price, rows

from price_lists import ListedPrice, PriceList, PriceListError


def read_price_table(path, provider):
    """Its rows; an empty source means the source that is given for the whole list."""
    listed = PriceList(provider, f"{provider}-table")
    problems = Problems()
    try:
        for line, row in rows(path, PRICE_COLUMNS, problems):
            take(listed, row, line, path, problems)
    except OSError as problem:
        raise PriceListError(f"{path}: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise PriceListError(f"{path}: expected UTF-8: {problem}") from problem
    if problems.lines:
        raise PriceListError("\n".join(problems.lines))
    return listed


def take(listed, row, line, path, problems):
    key = (row["region"], row["sku"])
    hourly = price(row["hourly"])
    month_cap = row.get("month_cap", "")
    if not ID.fullmatch(row["region"]) or not ID.fullmatch(row["sku"]) or key in listed.prices:
        problems.add(path, line, f"{row['sku']!r} in {row['region']!r} is empty, has a space, or stands here twice")
    elif row["currency"] != "USD":
        problems.add(path, line, f"expected the currency USD, found {row['currency']!r}")
    elif hourly is None:
        problems.add(path, line, f"expected a price, found {row['hourly']!r}")
    else:
        listed.prices[key] = ListedPrice(hourly, month_cap, row["source"])
