"""scripts/pack-catalogue: the small catalogue of docs/catalogue.md, packed as shown there, and every row that it must
refuse, by file and line."""
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    "snapshot", "sources.csv", "types.csv", "prices-aws.csv", "prices-digitalocean.csv", "rates.csv", "locations.csv",
]
PRICE_HEADING = "region,sku,currency,hourly,month_cap,source\n"


def shown_in_the_document():
    """The files of the small catalogue by name, and what they are packed into."""
    document = (ROOT / "docs/catalogue.md").read_text(encoding="utf-8")
    *files, packed = re.findall(r"^```\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    return dict(zip(FILES, files, strict=True)), packed


class PackCatalogue(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.output = self.folder / "packed.txt"
        self.files, self.packed = shown_in_the_document()

    def pack(self):
        for name, text in self.files.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        return subprocess.run(
            [sys.executable, ROOT / "scripts/pack-catalogue", self.folder, self.output],
            capture_output=True,
            encoding="utf-8",
        )

    def append(self, name, *rows):
        """Adds rows; gives the line number of the first."""
        line = self.files[name].count("\n") + 1
        self.files[name] += "".join(row + "\n" for row in rows)
        return line

    def assert_refused(self, *complaints):
        """The rows (file, line, words of the message) are refused, and no others."""
        done = self.pack()
        told = done.stderr.splitlines()
        self.assertEqual(done.returncode, 1)
        self.assertFalse(self.output.exists())
        self.assertEqual(len(told), len(complaints), told)
        for message, (name, line, words) in zip(told, complaints):
            self.assertTrue(message.startswith(f"{self.folder / name}:{line}: "), message)
            self.assertIn(words, message)

    def test_small_catalogue_is_packed_as_the_document_shows(self):
        done = self.pack()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.output.read_text(encoding="utf-8"), self.packed)

    def test_same_rows_in_another_order_give_the_same_text(self):
        heading, *rows = self.files["prices-aws.csv"].splitlines()
        self.files["prices-aws.csv"] = "\n".join([heading, *reversed(rows)]) + "\n"
        self.pack()
        self.assertEqual(self.output.read_text(encoding="utf-8"), self.packed)

    def packed_records(self):
        done = self.pack()
        self.assertEqual(done.stderr, "")
        return self.output.read_text(encoding="utf-8").splitlines()

    def assert_price_becomes(self, written, packed):
        self.files["prices-aws.csv"] = f"{PRICE_HEADING}us-east-1,t3.medium,USD,{written},,by-hand\n"
        records = self.packed_records()
        self.assertEqual(records[records.index("list\tus-east-1\t1") + 1], f"0\t{packed}")

    def test_prices_round_to_billionths_half_away_from_zero(self):
        self.assert_price_becomes("0.0340000005", "0.034000001")
        self.assert_price_becomes("0.0340000004999", "0.034")
        self.assert_price_becomes("0.0000000005", "0.000000001")
        self.assert_price_becomes("1000", "1000")
        self.assert_price_becomes("10", "10")
        self.assert_price_becomes("0.500", "0.5")

    def test_bad_prices_are_refused(self):
        prices = ["", "free", "-0.1", "0", "0.0", "0.0000000004", "1000.01", "1e-2", "1_0", "NaN", " 0.1", "$0.1"]
        regions = [f"region-{i}" for i in range(len(prices))]
        first = self.append(
            "prices-aws.csv", *(f"{r},t3.medium,USD,{p},,by-hand" for r, p in zip(regions, prices, strict=True))
        )
        self.assert_refused(
            *(("prices-aws.csv", first + i, f"the price {price!r}") for i, price in enumerate(prices))
        )

    def test_price_that_stands_twice_is_refused(self):
        line = self.append("prices-aws.csv", "us-east-1,t3.large,USD,0.09,,by-hand")
        self.assert_refused(("prices-aws.csv", line, "stands here twice"))

    def test_price_of_an_unknown_type_is_refused(self):
        line = self.append("prices-aws.csv", "us-east-1,t3.huge,USD,0.09,,by-hand")
        self.assert_refused(("prices-aws.csv", line, "types.csv has no 't3.huge' of aws"))

    def test_price_of_a_type_of_another_provider_is_refused(self):
        self.files["prices-gcp.csv"] = (
            f"{PRICE_HEADING}us-central1,t3.medium,USD,0.04,,by-hand\n"
        )
        self.assert_refused(("prices-gcp.csv", 2, "types.csv has no 't3.medium' of gcp"))

    def test_price_from_an_unknown_source_is_refused(self):
        line = self.append("prices-aws.csv", "eu-west-1,t3.large,USD,0.09,,hearsay")
        self.assert_refused(("prices-aws.csv", line, "sources.csv has no 'hearsay'"))

    def test_price_in_another_currency_is_refused(self):
        line = self.append("prices-aws.csv", "eu-west-1,t3.large,EUR,0.09,,by-hand")
        self.assert_refused(("prices-aws.csv", line, "'EUR'"))

    def test_caps_of_a_month_that_are_none_are_refused(self):
        caps = ["0", "none", "-6", "1000000.01"]
        first = self.append(
            "prices-digitalocean.csv", *(f"r-{i},s-1vcpu-1gb,USD,0.01,{cap},by-hand" for i, cap in enumerate(caps))
        )
        self.assert_refused(
            *(("prices-digitalocean.csv", first + i, f"the cap {cap!r}") for i, cap in enumerate(caps))
        )

    def test_name_that_no_plan_can_hold_is_refused(self):
        region = "r" * (100 - len("aws//t3.large"))
        line = self.append(
            "prices-aws.csv", f"{region},t3.large,USD,0.09,,by-hand", f"{region}r,t3.large,USD,0.09,,by-hand"
        )
        self.assert_refused(("prices-aws.csv", line + 1, "is no name for a plan"))

    def test_bad_rates_are_refused(self):
        rows = {
            "aws,us-east-1,disc,gp3,GiB-month,,0.08,by-hand": "unknown item 'disc'",
            "aws,us-east-1,disk,a,GB,,0.08,by-hand": "'disk' has no price per 'GB'",
            "aws,us-east-1,egress,a,hour,,0.08,by-hand": "'egress' has no price per 'hour'",
            "aws,us east,disk,a,GiB-month,,0.08,by-hand": "'aws/us east/a' is no name for a plan",
            "aws,us-east-1,disk,,GiB-month,,0.08,by-hand": "'aws/us-east-1/' is no name for a plan",
            "aws,us-east-1,disk,b,GiB-month,,0.08,hearsay": "sources.csv has no 'hearsay'",
            "aws,us-east-1,disk,c,GiB-month,,free,by-hand": "the price 'free'",
            "aws,us-east-1,disk,d,GiB-month,,0.0000000004,by-hand": "the price '0.0000000004'",
            "aws,us-east-1,disk,e,GiB-month,1.5,0.08,by-hand": "'1.5' is no whole number",
            "aws,us-east-1,disk,f,GiB-month,0,0.08,by-hand": "'0' is no whole number",
            "aws,us-east-1,disk,g,GiB-month,1000000001,0.08,by-hand": "'1000000001' is no whole number",
            "aws,us-east-1,disk,h,disk-month,,5,by-hand": "a disk of no size",
            "aws,us-east-1,load_balancer,lb,hour,730,0.08,by-hand": "a price per hour has no tiers",
        }
        first = self.append("rates.csv", *rows)
        self.assert_refused(*(("rates.csv", first + i, words) for i, words in enumerate(rows.values())))

    def test_tiers_that_are_not_one_price_are_refused(self):
        rows = [
            "azure,eastus,disk,premium-ssd,disk-month,64,9.6,by-hand",  # of another source than the first
            "azure,eastus,disk,premium-ssd,disk-month,32,9.6,list-2026-07-20",  # no larger
            "azure,eastus,disk,premium-ssd,disk-month,64,9.6,list-2026-07-20",  # good
            "aws,us-east-1,disk,gp3,GiB-month,,0.09,by-hand",  # apart from its first row
            "aws,us-east-1,egress,other,GB,,0.09,by-hand",  # good
            "aws,us-east-1,egress,other,GB,100,0.09,by-hand",  # after the last
        ]
        line = self.append("rates.csv", *rows)
        self.assert_refused(
            ("rates.csv", line, "another unit or source"),
            ("rates.csv", line + 1, "do not ascend"),
            ("rates.csv", line + 3, "stands here twice"),
            ("rates.csv", line + 5, "do not ascend"),
        )

    def test_thirteenth_tier_is_refused(self):
        line = self.append("rates.csv", *(f"aws,r,egress,internet,GB,{100 * (i + 1)},0.1,by-hand" for i in range(13)))
        self.assert_refused(("rates.csv", line + 12, "do not ascend"))

    def test_free_quantity_is_packed_as_zero(self):
        self.append("rates.csv", "gcp,r,egress,internet,GiB,200,0.000,by-hand", "gcp,r,egress,internet,GiB,,0.10,by-hand")
        self.assertIn("rate\tegress\tinternet\t0/GiB up to 200, 0.1/GiB", self.packed_records())

    def test_bad_locations_are_refused(self):
        line = self.append("locations.csv", "us-east,aws,us-east-1", "us-east,,us-east-2", "us east,aws,us-east-2")
        self.assert_refused(*(("locations.csv", line + i, "twice, or an id is empty") for i in range(3)))

    def test_region_that_cannot_be_an_id_is_refused(self):
        line = self.append("prices-aws.csv", "eu west,t3.large,USD,0.09,,by-hand")
        self.assert_refused(("prices-aws.csv", line, "'eu west'"))

    def test_missing_column_is_refused(self):
        for name in FILES[1:]:
            with self.subTest(name):
                self.files, _ = shown_in_the_document()
                heading, *rows = self.files[name].splitlines()
                self.files[name] = "\n".join([heading.rsplit(",", 1)[0], *rows]) + "\n"
                self.assert_refused((name, 1, "expected the columns"))

    def test_row_with_another_number_of_cells_is_refused(self):
        line = self.append("prices-aws.csv", "eu-west-1,t3.large,USD,0.09,", "eu-west-1,t3.large,USD,0.09,,by-hand,x")
        self.assert_refused(
            ("prices-aws.csv", line, "5 cells instead of 6"), ("prices-aws.csv", line + 1, "7 cells instead of 6")
        )

    def test_tab_inside_a_cell_is_refused(self):
        line = self.append("types.csv", "aws,compute,t\t3,t3.small,2,2,20,x86_64,burstable,")
        self.assert_refused(("types.csv", line, "a tab or a line break"))

    def test_bad_types_are_refused(self):
        rows = {
            "aws,compute,t3,t3.medium,2,4,20,x86_64,burstable,": "'t3.medium' is empty, has a space, or stands here twice",
            "aws,compute,t3,,2,4,20,x86_64,burstable,": "'' is empty",
            "aws,storage,t3,t3.a,2,4,20,x86_64,burstable,": "unknown offering 'storage'",
            "aws,compute,t3,t3.b,2,4,20,sparc,burstable,": "unknown architecture 'sparc'",
            "aws,compute,t3,t3.c,two,4,20,x86_64,burstable,": "vcpu 'two'",
            "aws,compute,t3,t3.d,0.0001,4,20,x86_64,burstable,": "vcpu '0.0001'",
            "aws,compute,t3,t3.e,2,-4,20,x86_64,burstable,": "memory_gib '-4'",
            "aws,compute,t3,t3.f,2,32769,20,x86_64,burstable,": "memory_gib '32769'",
            "aws,compute,t3,t3.g,2,4,120,x86_64,burstable,": "baseline_percent '120'",
            "aws,compute,t3,t3.h,2,4,,x86_64,mine,": "unknown class 'mine'",
            "aws,compute,t3,t3.i,2,4,20,x86_64,shared,": "a baseline of a type that is not burstable",
            "aws,compute,t3,t3.j,2,4,20,x86_64,burstable,guessed": "unknown mark 'guessed'",
            "aws,compute,t3,t3.k,2,4,,x86_64,burstable,inferred": "no baseline that could be inferred",
        }
        first = self.append("types.csv", *rows)
        self.assert_refused(*(("types.csv", first + i, words) for i, words in enumerate(rows.values())))

    def test_bad_sources_are_refused(self):
        line = self.append(
            "sources.csv",
            "by-hand,2026-01-01,unknown,,,,again",
            "late,2026-02-30,unknown,,,,no such day",
            "odd,2026-02-28,unknown,,,old,another mark",
        )
        self.assert_refused(
            ("sources.csv", line, "'by-hand' is empty, has a space, or stands here twice"),
            ("sources.csv", line + 1, "'2026-02-30' is no date"),
            ("sources.csv", line + 2, "unknown mark 'old'"),
        )

    def test_snapshot_that_cannot_be_an_id_is_refused(self):
        self.files["snapshot"] = "23 November\n"
        self.assert_refused(("snapshot", 1, "'23 November'"))

    def test_missing_file_is_told(self):
        del self.files["types.csv"]
        done = self.pack()
        self.assertEqual(done.returncode, 1)
        self.assertIn("types.csv", done.stderr)
        self.assertNotIn("Traceback", done.stderr)

    def test_every_price_of_the_shipped_catalogue_keeps_date_and_source(self):
        done = subprocess.run(
            [sys.executable, ROOT / "scripts/pack-catalogue", ROOT / "assets/catalogue", self.output],
            capture_output=True,
            encoding="utf-8",
        )
        self.assertEqual(done.stderr, "")
        records = [line.split("\t") for line in self.output.read_text(encoding="utf-8").splitlines()]
        sources = [record for record in records if record[0] == "source"]
        self.assertTrue(all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", date) and text for _, date, text, *_ in sources))

        def rows_of(pattern):
            return sum(
                path.read_text(encoding="utf-8").count("\n") - 1 for path in (ROOT / "assets/catalogue").glob(pattern)
            )

        def count(word):
            return sum(record[0] == word for record in records)

        self.assertEqual(sum(record[0].isdigit() for record in records), rows_of("prices-*.csv"))
        self.assertEqual(sum(record[3].count(",") + 1 for record in records if record[0] == "rate"), rows_of("rates.csv"))
        self.assertEqual(count("type"), rows_of("types.csv"))
        self.assertEqual(count("source"), rows_of("sources.csv"))
        self.assertEqual(count("location"), rows_of("locations.csv"))
        self.assertEqual(records[-1], ["end", str(len(records) - 1)])
        used = {int(record[-1]) for record in records if record[0] in {"list", "rates"}}
        self.assertEqual(used, set(range(len(sources))))


if __name__ == "__main__":
    unittest.main()
