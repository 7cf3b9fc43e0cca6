"""Pages of the Azure Retail Prices API: virtual machines, Linux, pay as you go."""
from price_lists import PriceList, PriceListError, decimal_of, load_json, member, text_of


def read_retail_prices(paths, day):
    """The prices that are in force on that day; pages also hold those of before and of after."""
    listed = PriceList("azure", "azure-retail", remark="Azure Retail Prices API; Linux, pay as you go")
    further = 0
    for path in paths:
        page = load_json(path)
        items = member(page, "Items", list, path)
        further += bool(page.get("NextPageLink"))
        for number, item in enumerate(items, start=1):
            place = f"{path}: item {number} of Items"
            if not isinstance(item, dict):
                raise PriceListError(f"{place}: expected an object")
            reason = why_left_out(item, day)
            if reason:
                listed.left_out[reason] += 1
                continue
            if item.get("currencyCode") != "USD":
                raise PriceListError(f"{place}: expected the currencyCode USD, found {item.get('currencyCode')!r}")
            listed.add(member(item, "armRegionName", str, place), member(item, "armSkuName", str, place),
                       decimal_of(item.get("retailPrice"), place))
    listed.goes_on = further >= len(paths)
    listed.drop_disputed()
    return listed


def why_left_out(item, day):
    """Why a catalogue does not hold the item; none when it does."""
    product = text_of(item, "productName")
    # Also under the service Virtual Machines, by the same armSkuName at the price with Windows; written with and without
    # a space.
    is_other_product = any(word in product.lower().replace(" ", "") for word in ("cloudservices", "dedicatedhost"))
    meter = " ".join((text_of(item, "meterName"), text_of(item, "skuName"), product))
    if item.get("serviceName") != "Virtual Machines" or is_other_product:
        return "other services"
    if item.get("type") != "Consumption":
        return "not pay as you go"
    if "Windows" in product:
        return "with Windows"
    if "Spot" in meter or "Low Priority" in meter:
        return "spot or low priority"
    if item.get("unitOfMeasure") != "1 Hour" or item.get("isPrimaryMeterRegion") is False or not item.get("armSkuName"):
        return "not charged by the hour of a machine"
    end = item.get("effectiveEndDate")  # absent or null while it lasts
    if text_of(item, "effectiveStartDate")[:10] > day or (end and str(end)[:10] < day):
        return f"not in force on {day}"
    return None
