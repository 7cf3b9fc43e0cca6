"""scripts/update-catalogue: what it tells, and what it refuses."""
import json
import subprocess
import sys
import unittest

from small_catalogue import LISTS, PRICE_COLUMNS, ROOT, TYPE_COLUMNS, SmallCatalogue


class Report(SmallCatalogue):
    def test_changes_are_told_in_per_cent(self):
        told = self.update("--aws-offer", LISTS / "aws-ec2.json").stdout.splitlines()
        self.assertEqual(told[:5], [
            "aws us-east-1 compute, prices in the catalogue: 3",
            "  2 changed, 1 confirmed, 0 new, 0 missing in the list",
            # (0.105 / 0.1 - 1) and (0.03 / 0.04 - 1); the median of two is their mean
            "  median of the changes -10.00 %",
            "  largest rises: m5.large 0.1 to 0.105 (+5.00 %)",
            "  largest falls: t3.medium 0.04 to 0.03 (-25.00 %)",
        ])

    def test_nothing_is_written_without_write(self):
        before = self.files()
        done = subprocess.run(
            [sys.executable, ROOT / "scripts/update-catalogue", self.folder, "--snapshot", "2026-12-01", "--aws-offer",
             LISTS / "aws-ec2.json"], capture_output=True, encoding="utf-8")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout.splitlines()[-1], "nothing is written without --write")
        self.assertEqual(self.files(), before)

    def test_source_that_no_price_names_any_more_is_dropped(self):
        for provider in ("azure", "gcp", "ovh"):
            (self.folder / f"prices-{provider}.csv").unlink()
        self.write_prices(self.folder / "prices-aws.csv", "us-east-1,m5.large,0.1", source="old")
        told = self.written("--aws-offer", LISTS / "aws-ec2.json")
        self.assertEqual([row["id"] for row in self.table("sources.csv")], ["amazonec2-20261128000000"])
        self.assertIn("sources that nothing names any more: old", told[-1])

    def test_prices_of_a_later_day_are_kept(self):
        done = self.written("--aws-offer", LISTS / "aws-rds.json", "--date", "2025-12-31")
        self.assertEqual(self.prices("aws")[3], ("us-east-1", "db.t3.medium", "0.08", "old"))
        self.assertIn("  0 changed, 0 confirmed, 1 new, 0 missing in the list, 1 kept as the catalogue's are newer", done)

    def test_source_of_a_list_from_which_nothing_was_taken_is_not_kept(self):
        self.write_prices(self.scratch / "prices-ovh.csv", "gra,b3-8,0.06\ngra,b3-16,0.1")
        self.written("--csv", self.scratch / "prices-ovh.csv", "--date", "2025-12-31", "--repository", "example/ovh")
        self.assertEqual([row["id"] for row in self.table("sources.csv")], ["old"])


class Refusals(SmallCatalogue):
    def newer_ovh(self, text, **further):
        path = self.write_prices(self.scratch / "prices-ovh.csv", text, **further)
        return "--csv", path, "--source-id", "ovh-list", "--date", "2026-12-01", "--repository", "example/ovh"

    def test_list_that_lacks_more_than_a_twentieth_is_refused(self):
        arguments = self.newer_ovh("gra,b3-8,0.06")
        self.assert_refused("ovh gra compute: the list lacks 1 of 2 prices, more than 5 %: b3-16", *arguments)
        told = self.written(*arguments, "--accept-shrinking")
        self.assertIn("  missing in the list, kept as they are: b3-16", told)
        self.assertEqual(self.prices("ovh"), [("gra", "b3-8", "0.06", "ovh-list"), ("gra", "b3-16", "0.1", "old")])

    def test_list_that_lacks_a_twentieth_is_taken(self):
        skus = [f"b3-{i}" for i in range(20)]
        types = [dict(self.table("types.csv")[-1], sku=sku) for sku in skus]
        self.write("types.csv", TYPE_COLUMNS, types)
        for provider in ("aws", "azure", "gcp"):
            (self.folder / f"prices-{provider}.csv").unlink()
        text = [f"gra,{sku},0.05" for sku in skus]
        self.write_prices(self.folder / "prices-ovh.csv", "\n".join(text), source="old")
        self.written(*self.newer_ovh("\n".join(text[:-1])))
        self.assert_refused("the list lacks 2 of 20 prices", *self.newer_ovh("\n".join(text[:-2])))

    def test_pages_without_the_last_are_refused(self):
        def go_on(page):
            page["nextPageToken"] = "more"

        for option, path in (("--azure-retail", LISTS / "azure-page-1.json"),
                             ("--gcp-skus", self.changed_json("gcp-skus.json", go_on))):
            self.assert_refused("each of the files names a next page", option, path, "--date", "2026-12-01")

    def test_jumps_that_smell_of_another_unit_are_refused(self):
        arguments = self.newer_ovh("gra,b3-8,0.151\ngra,b3-16,0.3")
        self.assert_refused("b3-8 0.05 to 0.151 (+202.00 %), more than a factor of 3", *arguments)
        self.assertNotIn("b3-16", self.update(*arguments).stderr)  # threefold is not more
        self.written(*arguments, "--accept-jumps")
        self.assert_refused("b3-16 0.3 to 0.09 (-70.00 %)", *self.newer_ovh("gra,b3-8,0.151\ngra,b3-16,0.09"))

    def test_other_currencies_are_refused(self):
        self.assert_refused("prices-ovh.csv:2: expected the currency USD, found 'EUR'",
                            *self.newer_ovh("gra,b3-8,0.05", currency="EUR"))

    def test_other_currencies_of_the_providers_are_refused(self):
        def yuan(offer):
            for terms in offer["terms"]["OnDemand"]["MLARGE"].values():
                for dimension in terms["priceDimensions"].values():
                    dimension["pricePerUnit"] = {"CNY": "0.7"}

        def euro(page):
            page["Items"][0]["currencyCode"] = "EUR"

        def yen(page):
            page["skus"][0]["pricingInfo"][0]["pricingExpression"]["tieredRates"][0]["unitPrice"]["currencyCode"] = "JPY"

        self.assert_refused("expected a price in USD, found CNY", "--aws-offer", self.changed_json("aws-ec2.json", yuan))
        self.assert_refused("item 1 of Items: expected the currencyCode USD, found 'EUR'", "--azure-retail",
                            self.changed_json("azure-page-1.json", euro), "--date", "2026-12-01")
        self.assert_refused("item 1 of skus: expected the currencyCode USD, found 'JPY'", "--gcp-skus",
                            self.changed_json("gcp-skus.json", yen), "--date", "2026-12-01")

    def test_json_that_is_none_is_refused(self):
        path = self.scratch / "cut.json"
        for content in ('{"Items": [', '{"Items": [NaN]}', "\ufffe"):
            path.write_text(content, encoding="utf-16")
            self.assert_refused(f"{path}: expected JSON", "--aws-offer", path)
            path.write_text(content, encoding="utf-8")
            self.assert_refused(f"{path}: expected JSON", "--azure-retail", path, "--date", "2026-12-01")
        self.assert_refused(f"{self.scratch / 'absent.json'}: No such file", "--aws-offer", self.scratch / "absent.json")

    def test_json_of_another_shape_is_refused_with_what_was_expected(self):
        path = self.scratch / "other.json"
        for option, content, words in (
            ("--aws-offer", [], "expected 'offerCode', a text"),
            ("--aws-offer", {"offerCode": "AmazonS3"}, "expected the offerCode AmazonEC2, AmazonRDS, AmazonElastiCache"),
            ("--aws-offer", {"offerCode": "AmazonEC2", "products": {}}, "expected 'terms', an object"),
            ("--aws-offer", {"offerCode": "AmazonEC2", "products": {"X": {}}, "terms": {"OnDemand": {}}},
             "products: X: expected 'attributes', an object"),
            ("--azure-retail", {"items": []}, "expected 'Items', a list"),
            ("--azure-retail", {"Items": [7]}, "item 1 of Items: expected an object"),
            ("--gcp-skus", [], "expected 'skus', a list"),
            ("--gcp-skus", {"skus": [{"category": {}}]}, "item 1 of skus: expected 'description', a text"),
        ):
            with self.subTest(words):
                path.write_text(json.dumps(content), encoding="utf-8")
                self.assert_refused(f"{path}: {words}", option, path, "--date", "2026-12-01")

    def test_other_units_and_tiers_of_google_are_refused(self):
        def by_month(page):
            page["skus"][1]["pricingInfo"][0]["pricingExpression"]["usageUnit"] = "GiBy.mo"

        def in_tiers(page):
            page["skus"][1]["pricingInfo"][0]["pricingExpression"]["tieredRates"] *= 2

        for change, words in ((by_month, "expected the usageUnit 'GiBy.h', found 'GiBy.mo'"),
                              (in_tiers, "expected one rate in tieredRates, found 2")):
            self.assert_refused(f"item 2 of skus: {words}", "--gcp-skus", self.changed_json("gcp-skus.json", change),
                                "--date", "2026-12-01")

    def test_type_with_several_prices_is_not_taken(self):
        def dispute(page):
            page["Items"].append(page["Items"][0] | {"retailPrice": 0.111})
            page["NextPageLink"] = None

        path = self.changed_json("azure-page-1.json", dispute)
        done = self.update("--azure-retail", path, LISTS / "azure-page-2.json", "--date", "2026-12-01")
        self.assertIn("several prices, none taken: Standard_D2s_v5 in westeurope: 0.11, 0.111", done.stdout)
        self.assertIn("the list lacks 1 of 2 prices, more than 5 %: Standard_D2s_v5", done.stderr)

    def test_table_of_a_provider_that_nothing_tells_is_refused(self):
        path = self.write_prices(self.scratch / "ovh.csv", "gra,b3-8,0.05\ngra,b3-16,0.1", source="old")
        self.assert_refused("--provider is needed, as the file is not called prices-PROVIDER.csv", "--csv", path)
        self.written("--csv", path, "--provider", "ovh")

    def test_table_with_bad_rows_is_refused_by_line(self):
        self.assert_refused("prices-ovh.csv:3: expected a price, found 'free'",
                            *self.newer_ovh("gra,b3-8,0.05\ngra,b3-16,free"))
        self.assert_refused("prices-ovh.csv:3: 'b3-8' in 'gra' is empty, has a space, or stands here twice",
                            *self.newer_ovh("gra,b3-8,0.05\ngra,b3-8,0.06"))
        path = self.scratch / "prices-ovh.csv"
        path.write_text("region,type,price\ngra,b3-8,0.05\n", encoding="utf-8")
        self.assert_refused(f"{path}:1: expected the columns {','.join(PRICE_COLUMNS)}", "--csv", path)

    def test_list_with_nothing_of_the_catalogue_is_refused(self):
        self.assert_refused("the list has no price of a type and region of the catalogue",
                            *self.newer_ovh("gra,b3-7,0.05"))
        self.assert_refused("the list has no price of a type and region of the catalogue",
                            "--aws-offer", LISTS / "aws-rds.json", "--region", "eu-central-1")

    def test_source_needs_a_row_and_keeps_its_words(self):
        self.assert_refused("sources.csv does not have hearsay",
                            *self.newer_ovh("gra,b3-8,0.05\ngra,b3-16,0.1", source="hearsay"))
        self.assert_refused("sources.csv has old already, in other words", "--aws-offer", LISTS / "aws-ec2.json",
                            "--source-id", "old")
        self.assert_refused("'a b' is empty or has a space", "--aws-offer", LISTS / "aws-ec2.json", "--source-id", "a b")
        self.assert_refused("a source needs a --repository or a --remark", *self.newer_ovh("gra,b3-8,0.05")[:2],
                            "--date", "2026-12-01")

    def test_days_in_the_wrong_order_are_refused(self):
        self.assert_refused("the catalogue is of 2026-11-23, after the snapshot 2026-11-22",
                            "--aws-offer", LISTS / "aws-ec2.json", snapshot="2026-11-22")
        self.assert_refused("the figures are of 2026-11-28, after the snapshot 2026-11-27",
                            "--aws-offer", LISTS / "aws-ec2.json", snapshot="2026-11-27")

    def test_list_with_which_the_catalogue_would_not_pack_is_refused(self):
        self.assert_refused("a tab or a line break inside a cell", "--aws-offer", LISTS / "aws-ec2.json",
                            "--remark", "two\tcells")

    def test_catalogue_that_is_bad_already_is_refused(self):
        self.write_prices(self.folder / "prices-ovh.csv", "gra,b3-9,0.05", source="old")
        self.assert_refused("prices-ovh.csv:2: types.csv has no 'b3-9' of ovh", "--aws-offer", LISTS / "aws-ec2.json")

    def test_arguments_that_do_not_fit_are_told(self):
        for arguments, words in (
            ([], "one of the arguments --csv --aws-offer --azure-retail --gcp-skus is required"),
            (["--gcp-skus", "skus.json"], "--date is needed"),
            (["--gcp-skus", "skus.json", "--date", "1 December"], "'1 December' is no day such as 2026-12-01"),
            (["--gcp-skus", "skus.json", "--date", "2026-12-01", "--add-types"], "--add-types needs --aws-offer"),
        ):
            with self.subTest(words):
                done = self.update(*arguments)
                self.assertEqual(done.returncode, 2)
                self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
