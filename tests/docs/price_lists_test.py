"""scripts/update-catalogue: what it takes from each format of price lists (tests/data/price-lists, invented figures)."""
import json
import unittest

from small_catalogue import LISTS, TYPE_COLUMNS, SmallCatalogue


class PriceLists(SmallCatalogue):
    def test_machines_of_aws_come_without_licences_reservations_and_hosts_of_ones_own(self):
        told = self.written("--aws-offer", LISTS / "aws-ec2.json")
        self.assertEqual(self.prices("aws"), [
            ("us-east-1", "m5.large", "0.105", "amazonec2-20261128000000"),
            ("us-east-1", "m5.xlarge", "0.2", "amazonec2-20261128000000"),
            ("us-east-1", "t3.medium", "0.03", "amazonec2-20261128000000"),
            ("us-east-1", "db.t3.medium", "0.08", "old"),
            ("us-east-1", "cache.t3.small:redis-oss", "0.05", "old"),
            ("eu-central-1", "m5.large", "0.115", "old"),
        ])
        self.assertIn("skipped, types that types.csv does not have: m7g.large, t4g.nano; types: 2, prices: 2", told)
        self.assertIn("skipped, regions that the catalogue does not have (--region takes them): eu-west-1; prices: 1", told)
        self.assertIn("the list has nothing of, kept as they are: aws eu-central-1 compute, aws us-east-1 postgres, "
                      "aws us-east-1 redis", told)
        self.assertEqual((self.folder / "snapshot").read_text(encoding="utf-8"), "2026-12-01\n")
        source = self.table("sources.csv")[-1]
        self.assertEqual((source["id"], source["date"], source["remark"]), (
            "amazonec2-20261128000000", "2026-11-28",
            "AWS bulk offer file AmazonEC2, version 20261128000000; Linux, shared tenancy, on demand"))

    def test_types_that_an_offer_file_describes_can_be_added(self):
        self.written("--aws-offer", LISTS / "aws-ec2.json", "--add-types")
        added = {row["sku"]: row for row in self.table("types.csv")}
        self.assertEqual([sku for sku in added if sku[0] in "mt"],
                         ["m5.large", "m5.xlarge", "t3.medium", "m7g.large", "t4g.nano"])
        columns = ["family", "vcpu", "memory_gib", "baseline_percent", "architecture", "class"]
        self.assertEqual([added["m7g.large"][name] for name in columns], ["m7g", "2", "8", "", "arm64", "dedicated"])
        self.assertEqual([added["t4g.nano"][name] for name in columns], ["t4g", "2", "0.5", "", "arm64", "burstable"])
        self.assertIn(("us-east-1", "t4g.nano", "0.004", "amazonec2-20261128000000"), self.prices("aws"))

    def test_type_that_is_added_stands_with_its_family_and_needs_figures(self):
        def add(offer):
            for number, instance, vcpu in (("M2XLARGE", "m5.2xlarge", "8"), ("MMETAL", "m5.metal", "NA")):
                attributes = offer["products"]["MLARGE"]["attributes"]
                offer["products"][number] = offer["products"]["MLARGE"] | {
                    "attributes": attributes | {"instanceType": instance, "vcpu": vcpu, "memory": "1,952 GiB"}}
                offer["terms"]["OnDemand"][number] = offer["terms"]["OnDemand"]["MLARGE"]

        told = self.written("--aws-offer", self.changed_json("aws-ec2.json", add), "--add-types")
        types = {row["sku"]: row["memory_gib"] for row in self.table("types.csv") if row["sku"].startswith("m5")}
        self.assertEqual(types, {"m5.large": "8", "m5.xlarge": "16", "m5.2xlarge": "1952"})
        self.assertEqual([row["sku"] for row in self.table("types.csv")][2], "m5.2xlarge")
        self.assertIn("new type m5.metal left out: the list does not tell its vCPUs and memory", told)

    def test_databases_of_aws_are_postgresql_with_one_zone_or_the_pair(self):
        told = self.written("--aws-offer", LISTS / "aws-rds.json")
        self.assertEqual(self.prices("aws")[3:5], [
            ("us-east-1", "db.t3.medium", "0.08", "amazonrds-20261128000000"),
            ("us-east-1", "db.t3.medium:multi-az", "0.16", "amazonrds-20261128000000"),
        ])
        self.assertIn("left out, other products: 5", told)

    def test_caches_of_aws_are_nodes_of_redis_and_of_valkey(self):
        self.written("--aws-offer", LISTS / "aws-elasticache.json")
        self.assertEqual(self.prices("aws")[4:6], [
            ("us-east-1", "cache.t3.small:redis-oss", "0.04", "amazonelasticache-20261128000000"),
            ("us-east-1", "cache.t3.small:valkey", "0.032", "amazonelasticache-20261128000000"),
        ])

    def test_machines_of_azure_come_from_the_meter_in_force_of_linux_as_you_go(self):
        pages = [LISTS / "azure-page-1.json", LISTS / "azure-page-2.json"]
        told = self.written("--azure-retail", *pages, "--date", "2026-12-01")
        self.assertEqual(self.prices("azure"), [
            ("westeurope", "Standard_B2s", "0.045", "azure-retail-2026-12-01"),
            ("westeurope", "Standard_D2s_v5", "0.11", "azure-retail-2026-12-01"),
        ])
        for line in ("left out, with Windows: 1", "left out, spot or low priority: 2", "left out, not pay as you go: 2",
                     "left out, not in force on 2026-12-01: 2", "left out, other services: 4",
                     "left out, not charged by the hour of a machine: 1",
                     "skipped, types that types.csv does not have: Standard_M8ms; types: 1, prices: 1"):
            self.assertIn(line, told)

    def test_pages_may_begin_with_a_byte_order_mark_and_prices_of_nothing_are_none(self):
        def free(page):
            page["Items"][0]["retailPrice"] = 0

        path = self.changed_json("azure-page-2.json", free)
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
        done = self.update("--azure-retail", path, LISTS / "azure-page-1.json", "--date", "2026-12-01")
        self.assertIn("left out, without a usable price: 1", done.stdout)
        self.assertIn("the list lacks 1 of 2 prices, more than 5 %: Standard_B2s", done.stderr)

    def test_machines_of_google_are_the_sum_of_their_vcpus_and_memory(self):
        told = self.written("--gcp-skus", LISTS / "gcp-skus.json", "--date", "2026-12-01")
        self.assertEqual(self.prices("gcp"), [
            # A quarter of a vCPU (12.5 % of 2) at 0.02 and 1 GiB at 0.003
            ("us-central1", "e2-micro", "0.008", "gcp-skus-2026-12-01"),
            # 2 vCPU at 0.03 and 8 GiB at 0.004
            ("us-central1", "n2-standard-2", "0.092", "gcp-skus-2026-12-01"),
        ])
        self.assertIn("left out, not computed in us-central1, as n1 has no price of memory there: 1", told)
        self.assertIn("left out, not computed, as a2-highgpu-1g is more than vCPUs and memory: 1", told)

    def test_price_of_google_is_the_newest_in_whole_dollars_and_billionths(self):
        def expensive(page):
            core = page["skus"][0]["pricingInfo"]
            core.append(json.loads(json.dumps(core[0]).replace('"units": "0"', '"units": "1"')))

        self.written("--gcp-skus", self.changed_json("gcp-skus.json", expensive), "--date", "2026-12-01", "--accept-jumps")
        # 2 vCPU at 1.03 and 8 GiB at 0.004
        self.assertEqual(self.prices("gcp")[1], ("us-central1", "n2-standard-2", "2.092", "gcp-skus-2026-12-01"))

    def test_types_of_google_with_a_disk_of_their_own_are_not_computed(self):
        types = self.table("types.csv")
        types.append(dict(types[-3], sku="n2-standard-2-lssd"))
        self.assertEqual(types[-1]["family"], "n2")
        self.write("types.csv", TYPE_COLUMNS, types)
        told = self.written("--gcp-skus", LISTS / "gcp-skus.json", "--date", "2026-12-01")
        self.assertNotIn("n2-standard-2-lssd", [sku for _, sku, _, _ in self.prices("gcp")])
        self.assertIn("left out, not computed, as n2-standard-2-lssd is more than vCPUs and memory: 1", told)

    def test_vcpus_of_google_with_several_prices_give_no_price(self):
        def dispute(page):
            page["skus"].append(json.loads(json.dumps(page["skus"][0]).replace("30000000", "30000001")))

        path = self.changed_json("gcp-skus.json", dispute)
        done = self.update("--gcp-skus", path, "--date", "2026-12-01")
        self.assertIn("several prices, none taken: n2 Core in us-central1: 0.03, 0.030000001", done.stdout)
        self.assertIn("the list lacks 1 of 2 prices, more than 5 %: n2-standard-2", done.stderr)

    def test_our_own_columns_name_a_source_or_take_the_one_given(self):
        newer = self.write_prices(self.scratch / "prices-ovh.csv", "gra,b3-8,0.06\ngra,b3-16,0.1")
        self.written("--csv", newer, "--source-id", "ovh-list", "--date", "2026-12-01", "--repository", "example/ovh",
                     "--path", "ovh.md", "--commit", "0123abc")
        self.assertEqual(self.prices("ovh"), [("gra", "b3-8", "0.06", "ovh-list"), ("gra", "b3-16", "0.1", "ovh-list")])
        self.write_prices(self.scratch / "prices-ovh.csv", "gra,b3-8,0.05\ngra,b3-16,0.1", source="ovh-list")
        self.written("--csv", newer)
        self.assertEqual(self.prices("ovh")[0], ("gra", "b3-8", "0.05", "ovh-list"))

    def test_region_that_is_named_is_taken_and_no_other(self):
        self.written("--aws-offer", LISTS / "aws-ec2.json", "--region", "eu-west-1")
        self.assertEqual(self.prices("aws")[0], ("us-east-1", "m5.large", "0.1", "old"))
        self.assertEqual(self.prices("aws")[-1], ("eu-west-1", "m5.large", "0.12", "amazonec2-20261128000000"))


if __name__ == "__main__":
    unittest.main()
