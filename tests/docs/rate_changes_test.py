"""scripts/update-catalogue on rates.csv, and on what a month costs at most."""
import unittest

from small_catalogue import RATE_COLUMNS, SmallCatalogue, rows, write_table

RATES = """aws,us-east-1,disk,gp3,GiB-month,,0.08
aws,us-east-1,disk,gp2,GiB-month,,0.1
aws,us-east-1,egress,internet,GB,100,0
aws,us-east-1,egress,internet,GB,10240,0.09
aws,us-east-1,egress,internet,GB,,0.085
azure,westeurope,disk,premium-ssd,disk-month,32,5.28"""


def rates(text, source):
    return [row | {"source": source} for row in rows(text, RATE_COLUMNS[:-1])]


class Rates(SmallCatalogue):
    def setUp(self):
        super().setUp()
        self.write("rates.csv", RATE_COLUMNS, rates(RATES, "old"))

    def newer(self, text, source=""):
        path = self.scratch / "rates.csv"
        write_table(path, RATE_COLUMNS, rates(text, source))
        return "--csv", path, "--date", "2026-12-01", "--source-id", "rate-list", "--repository", "example/rates"

    def test_tiers_are_compared_one_by_one(self):
        # 0.0945 / 0.09 and 0.0765 / 0.085
        newer = RATES.replace("10240,0.09", "10240,0.0945").replace(",0.085", ",0.0765")
        told = self.written(*self.newer(newer))
        self.assertEqual(told[:7], [
            "aws us-east-1 rates, prices in the catalogue: 3",
            "  1 changed, 2 confirmed, 0 new, 0 missing in the list",
            "  median of the changes -2.50 %",
            "  largest rises: egress internet up to 10240 0.09 to 0.0945 (+5.00 %)",
            "  largest falls: egress internet 0.085 to 0.0765 (-10.00 %)",
            "azure westeurope rates, prices in the catalogue: 1",
            "  0 changed, 1 confirmed, 0 new, 0 missing in the list",
        ])
        self.assertEqual(self.table("rates.csv"), rates(newer, "rate-list"))

    def test_new_rate_stands_after_those_of_its_item_as_the_first_is_the_usual_one(self):
        lines = RATES.splitlines()
        newer = ["aws,us-east-1,disk,io2,GiB-month,,0.125", *lines, "aws,us-east-1,nat_gateway,nat,hour,,0.045"]
        self.written(*self.newer("\n".join(newer)))
        expected = [*lines[:2], newer[0], *lines[2:5], newer[-1], lines[5]]
        self.assertEqual(self.table("rates.csv"), rates("\n".join(expected), "rate-list"))

    def test_other_unit_or_tiers_are_refused(self):
        for old, new, words in (
            ("GiB-month,,0.08", "GiB-hour,,0.08", "disk gp3 priced per GiB-month became priced per GiB-hour"),
            ("GB,100,0\n", "GB,100,0.01\n", "egress internet free per GB up to 100, priced per GB up to 10240, "
                                            "priced per GB became priced per GB up to 100, priced"),
            ("GB,10240", "GB,10000", "became free per GB up to 100, priced per GB up to 10000, priced per GB"),
        ):
            with self.subTest(new):
                self.assert_refused(words, *self.newer(RATES.replace(old, new)))
        self.written(*self.newer(RATES.replace("GB,10240", "GB,10000")), "--accept-jumps")

    def test_rates_that_are_missing_are_refused(self):
        lines = RATES.splitlines()
        arguments = self.newer("\n".join(lines[1:]))
        self.assert_refused("aws us-east-1 rates: the list lacks 1 of 3 prices, more than 5 %: disk gp3", *arguments)
        self.written(*arguments, "--accept-shrinking")
        self.assertEqual(self.table("rates.csv")[0], rates(lines[0], "old")[0])

    def test_rates_of_a_region_that_is_named_are_taken_and_no_others(self):
        newer = RATES.replace("0.08\n", "0.09\n").replace("5.28", "6") + "\naws,us-east-1,nat_gateway,nat,hour,,0.045"
        self.written(*self.newer(newer), "--region", "westeurope")
        self.assertEqual([row["price"] for row in self.table("rates.csv")], ["0.08", "0.1", "0", "0.09", "0.085", "6"])

    def test_rates_of_a_later_day_are_kept(self):
        self.newer(RATES.replace("0.08\n", "0.09\n"))
        told = self.written("--csv", self.scratch / "rates.csv", "--date", "2025-12-31", "--repository", "example/rates")
        self.assertIn("  0 changed, 0 confirmed, 0 new, 0 missing in the list, 3 kept as the catalogue's are newer", told)
        self.assertEqual(self.table("rates.csv"), rates(RATES, "old"))

    def test_bad_rates_are_refused_by_line(self):
        self.assert_refused("rates.csv:2: unknown item 'disc'", *self.newer(RATES.replace("disk,gp3", "disc,gp3")))
        self.assert_refused("rates.csv:2: sources.csv has no 'hearsay'", *self.newer(RATES, source="hearsay"))


class MonthCaps(SmallCatalogue):
    def setUp(self):
        super().setUp()
        self.write_prices(self.folder / "prices-ovh.csv", "gra,b3-8,0.05\ngra,b3-16,0.1", month_cap="30", source="old")

    def newer(self, cap):
        path = self.write_prices(self.scratch / "prices-ovh.csv", "gra,b3-8,0.05\ngra,b3-16,0.1", month_cap=cap)
        return "--csv", path, "--date", "2026-12-01", "--source-id", "ovh-list", "--repository", "example/ovh"

    def test_what_a_month_costs_at_most_changes_in_per_cent(self):
        told = self.written(*self.newer("33"))
        self.assertIn("  2 changed, 0 confirmed, 0 new, 0 missing in the list", told)
        self.assertIn("  largest rises: b3-8 a month at most 30 to 33 (+10.00 %)", told)
        self.assertEqual([row["month_cap"] for row in self.table("prices-ovh.csv")], ["33", "33"])

    def test_list_without_a_cap_that_the_catalogue_has_is_refused(self):
        self.assert_refused("the list does not have the month_cap of b3-8, the month_cap of b3-16", *self.newer(""))
        self.written(*self.newer(""), "--accept-shrinking")
        self.assertEqual([row["month_cap"] for row in self.table("prices-ovh.csv")], ["", ""])

    def test_cap_that_is_no_price_is_refused_by_line(self):
        self.assert_refused("prices-ovh.csv:2: expected a price of a month, found 'free'", *self.newer("free"))


if __name__ == "__main__":
    unittest.main()
