"""scripts/collect-notices: nothing is shipped without its licence, unless the builder says so."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/collect-notices"


class CollectNotices(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.licence = Path(folder.name) / "LICENSE"
        self.licence.write_text("Do as you like, ©.\n", encoding="utf-8")
        self.output = Path(folder.name) / "notices.txt"

    def collect(self, *arguments):
        return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, encoding="utf-8")

    def test_every_licence_stands_under_its_title(self):
        result = self.collect(self.output, f"One={self.licence}", f"Two={self.licence}")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        text = self.output.read_text(encoding="utf-8")
        self.assertRegex(text, r"(?s)=\nOne\n=+\n\nDo as you like, ©\.\n.*=\nTwo\n=+\n\nDo as you like, ©\.\n")

    def test_a_licence_that_is_missing_is_named_and_nothing_is_written(self):
        for notice in ["Two=", f"Two={self.licence}.gone"]:
            result = self.collect(self.output, f"One={self.licence}", notice)
            self.assertEqual(result.returncode, 1)
            self.assertIn("no licence text of Two\n", result.stderr)
            self.assertIn("STOWAGE_ALLOW_MISSING_NOTICES", result.stderr)
            self.assertFalse(self.output.exists())

    def test_who_allows_it_gets_a_text_that_says_what_is_missing(self):
        result = self.collect("--allow-missing", self.output, f"One={self.licence}", "Two=")
        self.assertEqual(result.returncode, 0)
        self.assertIn("no licence text of Two\n", result.stderr)
        self.assertRegex(self.output.read_text(encoding="utf-8"), r"=\nTwo\n=+\n\nIts licence was not on the machine")


if __name__ == "__main__":
    unittest.main()
