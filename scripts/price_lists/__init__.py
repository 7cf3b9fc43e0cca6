"""Price lists as they are published, read into one form: on-demand prices of an hour, in US dollars.

One module for each format: aws.py, azure.py, gcp.py, and tables.py for our own columns.
"""
import json
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from catalogue_files import NUMBER, price


class PriceListError(Exception):
    """A file that is not what it should be. The text names the file and what was expected."""


@dataclass
class ListedPrice:
    hourly: str  # plain decimal text, in billionths at most
    month_cap: str = ""
    source: str = ""  # empty: the source that is given for the whole list


class PriceList:
    """What one list says. `left_out` counts, by reason, what it holds and a catalogue does not."""

    def __init__(self, provider, name, date="", remark="", version=""):
        self.provider = provider
        self.name = name  # begins the id of its source where none is given
        self.version = version  # ends that id; its day where there is none
        self.date = date  # as the list says it itself
        self.remark = remark
        self.prices = {}  # (region, sku) -> ListedPrice
        self.types = {}  # sku -> row of types.csv, where the list describes its types
        self.left_out = Counter()
        self.disputed = {}  # (region, sku) -> its prices, where the list has several
        self.goes_on = False  # its last page is not there

    def add(self, region, sku, hourly):
        """Takes a price; one that differs from an earlier one of the same type makes both unusable."""
        text = price(format(hourly, "f"))
        if text is None:
            self.left_out["without a usable price"] += 1
            return
        known = self.prices.setdefault((region, sku), ListedPrice(text))
        if known.hourly != text:
            self.disputed.setdefault((region, sku), {known.hourly}).add(text)

    def sources(self):
        return {listed.source for listed in self.prices.values()}

    def drop_disputed(self):
        for key in self.disputed:
            del self.prices[key]
            self.left_out["with several prices"] += 1


def load_json(path):
    """The JSON of a file, with fractions as exact decimals."""
    def refuse(word):
        raise ValueError(f"{word} is no number")

    try:
        with open(path, encoding="utf-8-sig") as file:
            return json.load(file, parse_float=Decimal, parse_constant=refuse)
    except OSError as problem:
        raise PriceListError(f"{path}: {problem.strerror}") from problem
    except (ValueError, RecursionError) as problem:
        raise PriceListError(f"{path}: expected JSON: {problem}") from problem


KINDS = {dict: "an object", list: "a list", str: "a text"}


def member(parent, key, kind, place):
    """parent[key], which has to be of that kind."""
    value = parent.get(key) if isinstance(parent, dict) else None
    if not isinstance(value, kind):
        raise PriceListError(f"{place}: expected {key!r}, {KINDS[kind]}")
    return value


def text_of(parent, key, otherwise=""):
    """parent[key] as text; `otherwise` where there is none."""
    value = parent.get(key, otherwise)
    return value if isinstance(value, str) else str(value)


def decimal_of(value, place):
    """A number of JSON, or a text that is one."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return Decimal(value)
    raise PriceListError(f"{place}: expected a price, found {value!r}")
