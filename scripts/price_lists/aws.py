"""The bulk offer files of AWS: AmazonEC2, AmazonRDS and AmazonElastiCache, of one region or of all of them."""
import re

from price_lists import PriceList, PriceListError, decimal_of, load_json, member, text_of

# What one bare machine or node costs. The files price the same type many times over: with licences, on hosts of one's own,
# as a reservation that stands empty, on Outposts, or what is added to it (extended support).
ALWAYS = {"locationType": "AWS Region"}
SERVICES = {
    "AmazonEC2": {
        "offering": "compute",
        "family": {"Compute Instance", "Compute Instance (bare metal)"},
        "usage": re.compile(r"([A-Z0-9]+-)?BoxUsage:.+"),
        "attributes": {
            "tenancy": "Shared", "preInstalledSw": "NA", "capacitystatus": "Used", "licenseModel": "No License required",
        },
        "sku": ("operatingSystem", {"Linux": ""}),
        "remark": "Linux, shared tenancy, on demand",
    },
    "AmazonRDS": {
        "offering": "postgres",
        "family": {"Database Instance"},
        "usage": re.compile(r"([A-Z0-9]+-)?(InstanceUsage|Multi-AZUsage):.+"),
        "attributes": {"databaseEngine": "PostgreSQL", "licenseModel": "No License required"},
        "sku": ("deploymentOption", {"Single-AZ": "", "Multi-AZ": ":multi-az"}),
        "remark": "PostgreSQL, on demand",
    },
    "AmazonElastiCache": {
        "offering": "redis",
        "family": {"Cache Instance"},
        "usage": re.compile(r"([A-Z0-9]+-)?NodeUsage:.+"),
        "attributes": {},
        "sku": ("cacheEngine", {"Redis": ":redis-oss", "Valkey": ":valkey"}),
        "remark": "nodes, on demand",
    },
}


def read_offer_file(path):
    offer = load_json(path)
    code = member(offer, "offerCode", str, path)
    if code not in SERVICES:
        raise PriceListError(f"{path}: expected the offerCode {', '.join(SERVICES)}; found {code!r}")
    service = SERVICES[code]
    products = member(offer, "products", dict, path)
    on_demand = member(member(offer, "terms", dict, path), "OnDemand", dict, f"{path}: terms")
    version = text_of(offer, "version")
    listed = PriceList("aws", code.lower(), text_of(offer, "publicationDate")[:10],
                       f"AWS bulk offer file {code}, version {version or 'unknown'}; {service['remark']}", version)
    for number, product in products.items():
        place = f"{path}: products: {number}"
        attributes = member(product, "attributes", dict, place)
        sku = sku_of(product, attributes, service)
        if sku is None:
            listed.left_out["other products"] += 1
            continue
        region = member(attributes, "regionCode", str, f"{place}: attributes")
        if number in on_demand:  # the others are sold by reservation alone
            place = f"{path}: terms: OnDemand"
            for hourly in hourly_prices(member(on_demand, number, dict, place), f"{place}: {number}"):
                listed.add(region, sku, hourly)
        listed.types.setdefault(sku, type_of(sku, attributes, service["offering"]))
    listed.drop_disputed()
    return listed


def sku_of(product, attributes, service):
    """What the catalogue calls the product; none for what it does not hold."""
    wanted = ALWAYS | service["attributes"]
    named, suffixes = service["sku"]
    variant = text_of(attributes, named)
    instance = text_of(attributes, "instanceType")
    if (text_of(product, "productFamily") not in service["family"]
            or any(text_of(attributes, name).lower() != value.lower() for name, value in wanted.items())
            or text_of(attributes, "marketoption", "OnDemand") != "OnDemand"
            or not service["usage"].fullmatch(text_of(attributes, "usagetype"))
            or variant not in suffixes or not instance):
        return None
    return instance + suffixes[variant]


def hourly_prices(offers, place):
    """The prices of an hour among the on-demand offers of a product."""
    for number, offer in offers.items():
        for dimension in member(offer, "priceDimensions", dict, f"{place}: {number}").values():
            if member(dimension, "unit", str, place) != "Hrs":
                continue
            price_per_unit = member(dimension, "pricePerUnit", dict, place)
            if "USD" not in price_per_unit:
                raise PriceListError(f"{place}: expected a price in USD, found {', '.join(price_per_unit) or 'none'}")
            yield decimal_of(price_per_unit["USD"], place)


def type_of(sku, attributes, offering):
    """The type as types.csv writes it. What a burstable one sustains is not in these files."""
    instance = text_of(attributes, "instanceType")
    processor = text_of(attributes, "physicalProcessor")
    return {
        "provider": "aws", "offering": offering, "family": instance.rpartition(".")[0], "sku": sku,
        "vcpu": text_of(attributes, "vcpu"),
        "memory_gib": text_of(attributes, "memory").removesuffix(" GiB").replace(",", ""),
        "baseline_percent": "", "architecture": "arm64" if "Graviton" in processor else "x86_64" if processor else "",
        "class": "burstable" if re.match(r"((db|cache)\.)?t[0-9]", instance) else "dedicated", "mark": "",
    }
