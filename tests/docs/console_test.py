"""Every command that a document shows behind `$ stowage` prints what the document shows.

In a ```console block, `$ cat FILE` shows a file that the commands below it read; the lines up to the next `$` are what
a command prints. STOWAGE in the environment is the program; STOWAGE_RENEW_GOLDEN=1 writes what it prints into the
documents.
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

    def run_block(self, block):
        """The block as it would be if every command were run now."""

        def run(shown):
            command, below = shown.groups()
            if command.startswith("cat "):
                (self.folder / command.removeprefix("cat ")).write_text(below, encoding="utf-8")
            elif command.startswith("stowage "):
                self.ran += 1
                below = self.printed_by(command)
            return f"$ {command}\n{below}"

        return "```console\n" + COMMAND.sub(run, block[1]) + "```"

    def test_commands_print_what_the_documents_show(self):
        self.ran = 0
        for document in DOCUMENTS:
            text = document.read_text(encoding="utf-8")
            now = BLOCK.sub(self.run_block, text)
            if os.environ.get("STOWAGE_RENEW_GOLDEN") == "1":
                document.write_text(now, encoding="utf-8")
            else:
                with self.subTest(document=document.name):
                    self.assertEqual("\n".join(BLOCK.findall(text)), "\n".join(BLOCK.findall(now)))
        self.assertGreaterEqual(self.ran, 2)  # those of README.md


if __name__ == "__main__":
    unittest.main()
