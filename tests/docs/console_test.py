"""Every command that a document shows behind `$ stowage` prints what the document shows.

In a ```console block, `$ cat FILE` shows a file that the commands below it read; the lines up to the next `$` are what
a command prints. STOWAGE in the environment is the program.
"""
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def shown(document):
    """Yields (command, what stands below it)."""
    for block in BLOCK.findall(document.read_text(encoding="utf-8")):
        yield from COMMAND.findall(block)


class Console(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        program = Path(os.environ["STOWAGE"])
        self.assertEqual(program.name, "stowage")
        self.environment = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}

    def printed_by(self, command):
        done = subprocess.run(
            command, shell=True, cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8"
        )
        return done.stdout + done.stderr

    def test_commands_print_what_the_documents_show(self):
        ran = 0
        for document in DOCUMENTS:
            for command, below in shown(document):
                if command.startswith("cat "):
                    (self.folder / command.removeprefix("cat ")).write_text(below, encoding="utf-8")
                elif command.startswith("stowage "):
                    with self.subTest(document=document.name, command=command):
                        self.assertEqual(self.printed_by(command), below)
                        ran += 1
        self.assertGreaterEqual(ran, 2)


if __name__ == "__main__":
    unittest.main()
