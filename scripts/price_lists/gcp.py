"""SKUs of the Cloud Billing Catalog API of Google, service Compute Engine.

Google sells vCPUs and memory; the price of a machine type is the sum. Its shape is that of types.csv, and a type with a
shared core, whose baseline there is the share of a vCPU that is billed, pays that share.
"""
import re
from decimal import Decimal

from price_lists import PriceList, PriceListError, load_json, member

# Families whose predefined types cost what their vCPUs and their memory cost, and nothing else.
FAMILIES = {"c3", "c4", "c4a", "e2", "n1", "n2", "n2d", "n4", "t2d"}
DESCRIPTION = re.compile(r"([A-Z][0-9][A-Z]?)(?: Predefined| AMD| Arm)? Instance (Core|Ram) running in .+")
UNITS = {"Core": "h", "Ram": "GiBy.h"}


def read_skus(paths, types):
    """Prices of the machine types of Google among the rows of types.csv."""
    listed = PriceList("gcp", "gcp-skus",
                       remark="Google Cloud Billing Catalog API; on demand, price of vCPUs plus price of memory")
    parts = PriceList("gcp", "parts")  # by region and (family, Core or Ram)
    further = 0
    for path in paths:
        page = load_json(path)
        skus = member(page, "skus", list, path)
        further += bool(page.get("nextPageToken"))
        for number, sku in enumerate(skus, start=1):
            add_part(parts, sku, f"{path}: item {number} of skus")
    parts.drop_disputed()
    listed.left_out = parts.left_out
    listed.disputed = {(region, " ".join(part)): prices for (region, part), prices in parts.disputed.items()}
    listed.goes_on = further >= len(paths)
    regions = sorted({region for region, _ in parts.prices})
    for row in types:
        if row["provider"] == "gcp" and row["offering"] == "compute":
            add_type(listed, row, parts, regions)
    return listed


def add_part(parts, sku, place):
    """Takes the price of vCPUs or of memory, if that is what the SKU is."""
    category = member(sku, "category", dict, place)
    match = DESCRIPTION.fullmatch(member(sku, "description", str, place))
    if (not match or match[1].lower() not in FAMILIES or category.get("usageType") != "OnDemand"
            or category.get("resourceFamily") != "Compute"):
        parts.left_out["other products"] += 1
        return
    pricing = member(sku, "pricingInfo", list, place)
    expression = member(pricing[-1] if pricing else None, "pricingExpression", dict, place)  # the last is the newest
    if expression.get("usageUnit") != UNITS[match[2]]:
        raise PriceListError(f"{place}: expected the usageUnit {UNITS[match[2]]!r}, found {expression.get('usageUnit')!r}")
    rates = member(expression, "tieredRates", list, place)
    if len(rates) != 1:
        raise PriceListError(f"{place}: expected one rate in tieredRates, found {len(rates)}")
    hourly = money(member(rates[0], "unitPrice", dict, place), place)
    for region in member(sku, "serviceRegions", list, place):
        parts.add(str(region), (match[1].lower(), match[2]), hourly)


def money(value, place):
    """Whole units, which JSON holds as text, plus billionths; what is 0 may be left out."""
    if value.get("currencyCode") != "USD":
        raise PriceListError(f"{place}: expected the currencyCode USD, found {value.get('currencyCode')!r}")
    try:
        return Decimal(int(value.get("units", 0))) + Decimal(int(value.get("nanos", 0))).scaleb(-9)
    except (TypeError, ValueError) as problem:
        raise PriceListError(f"{place}: expected units and nanos, whole numbers") from problem


def add_type(listed, row, parts, regions):
    if row["family"] not in FAMILIES or row["sku"].endswith("-lssd") or not row["vcpu"] or not row["memory_gib"]:
        listed.left_out[f"not computed, as {row['sku']} is more than vCPUs and memory"] += 1
        return
    vcpus = Decimal(row["vcpu"]) * Decimal(row["baseline_percent"] or 100) / 100
    for region in regions:
        core = parts.prices.get((region, (row["family"], "Core")))
        ram = parts.prices.get((region, (row["family"], "Ram")))
        if core and ram:
            listed.add(region, row["sku"], vcpus * Decimal(core.hourly) + Decimal(row["memory_gib"]) * Decimal(ram.hourly))
        elif core or ram:
            listed.left_out[f"not computed in {region}, as {row['family']} has no price of "
                            f"{'memory' if core else 'vCPUs'} there"] += 1
