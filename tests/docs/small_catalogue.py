"""A small catalogue, and scripts/update-catalogue run on it."""
import csv
import io
import json
import runpy
import subprocess
import sys
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
LISTS = ROOT / "tests/data/price-lists"
sys.path.insert(0, str(ROOT / "scripts"))
from catalogue_files import PRICE_COLUMNS, RATE_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS, write_table

TYPES = """aws,compute,m5,m5.large,2,8,,x86_64,dedicated
aws,compute,m5,m5.xlarge,4,16,,x86_64,dedicated
aws,compute,t3,t3.medium,2,4,20,x86_64,burstable
aws,postgres,db.t3,db.t3.medium,2,4,20,x86_64,burstable
aws,postgres,db.t3,db.t3.medium:multi-az,2,4,20,x86_64,burstable
aws,redis,cache.t3,cache.t3.small:redis-oss,2,1.37,20,,burstable
aws,redis,cache.t3,cache.t3.small:valkey,2,1.37,20,,burstable
azure,compute,Bs,Standard_B2s,2,4,20,x86_64,burstable
azure,compute,Dsv5,Standard_D2s_v5,2,8,,x86_64,dedicated
gcp,compute,a2,a2-highgpu-1g,12,85,,x86_64,dedicated
gcp,compute,e2,e2-micro,2,1,12.5,x86_64,burstable
gcp,compute,n1,n1-standard-1,1,3.75,,x86_64,dedicated
gcp,compute,n2,n2-standard-2,2,8,,x86_64,dedicated
ovh,compute,b3,b3-8,2,8,,x86_64,dedicated
ovh,compute,b3,b3-16,4,16,,x86_64,dedicated"""
PRICES = {
    "aws": """us-east-1,m5.large,0.1
us-east-1,m5.xlarge,0.2
us-east-1,t3.medium,0.04
us-east-1,db.t3.medium,0.08
us-east-1,cache.t3.small:redis-oss,0.05
eu-central-1,m5.large,0.115""",
    "azure": """westeurope,Standard_B2s,0.05
westeurope,Standard_D2s_v5,0.115""",
    "gcp": """us-central1,e2-micro,0.01
us-central1,n2-standard-2,0.1""",
    "ovh": """gra,b3-8,0.05
gra,b3-16,0.1""",
}


def run(script, *arguments):
    """What subprocess.run() gives for a script of scripts/, many times as quick."""
    out, err = io.StringIO(), io.StringIO()
    code = None
    with mock.patch("sys.argv", [script, *map(str, arguments)]), redirect_stdout(out), redirect_stderr(err):
        try:
            runpy.run_path(str(ROOT / "scripts" / script), run_name="__main__")
        except SystemExit as end:
            code = end.code
    if isinstance(code, str):  # sys.exit(text)
        err.write(code + "\n")
        code = 1
    return subprocess.CompletedProcess(arguments, code or 0, out.getvalue(), err.getvalue())


def rows(text, columns):
    return [dict(zip(columns, line.split(","))) for line in text.splitlines()]


class SmallCatalogue(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = Path(scratch.name)
        self.folder = self.scratch / "catalogue"
        self.folder.mkdir()
        for shipped in (ROOT / "assets/catalogue").glob("*.csv"):  # every table there is, empty but for what follows
            heading = shipped.read_text(encoding="utf-8").partition("\n")[0]
            (self.folder / shipped.name).write_text(heading + "\n", encoding="utf-8")
        self.write("types.csv", TYPE_COLUMNS, rows(TYPES, ["provider", "offering", "family", "sku", "vcpu", "memory_gib",
                                                           "baseline_percent", "architecture", "class"]))
        self.write("sources.csv", SOURCE_COLUMNS, rows("old,2026-01-01,example/prices", ["id", "date", "repository"]))
        for provider, text in PRICES.items():
            self.write_prices(self.folder / f"prices-{provider}.csv", text, source="old")
        (self.folder / "snapshot").write_text("2026-11-23\n", encoding="utf-8")

    def write(self, name, columns, table):
        write_table(self.folder / name, columns, table)

    def write_prices(self, path, text, **further):
        table = [row | {"currency": "USD"} | further for row in rows(text, ["region", "sku", "hourly"])]
        write_table(path, PRICE_COLUMNS, table)
        return path

    def update(self, *arguments, snapshot="2026-12-01"):
        return run("update-catalogue", self.folder, "--snapshot", snapshot, *arguments)

    def files(self):
        return {path.name: path.read_text(encoding="utf-8") for path in self.folder.iterdir()}

    def written(self, *arguments):
        """Updates, packs what came of it; gives what was told."""
        done = self.update(*arguments, "--write")
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        packed = run("pack-catalogue", self.folder, self.scratch / "packed")
        self.assertEqual((packed.returncode, packed.stderr), (0, ""))
        return done.stdout.splitlines()

    def table(self, name):
        with open(self.folder / name, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def prices(self, provider):
        return [(row["region"], row["sku"], row["hourly"], row["source"]) for row in self.table(f"prices-{provider}.csv")]

    def assert_refused(self, words, *arguments, **further):
        """Nothing is written, not even with --write, and the words are told."""
        before = self.files()
        done = self.update(*arguments, "--write", **further)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(words, done.stderr)
        self.assertIn("nothing was written", done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        self.assertEqual(self.files(), before)

    def changed_json(self, name, change):
        """A copy of a list, after change(its JSON)."""
        content = json.loads((LISTS / name).read_text(encoding="utf-8"))
        change(content)
        path = self.scratch / name
        path.write_text(json.dumps(content), encoding="utf-8")
        return path
