"""The example of docs/link-format.md, read by Python's own zlib and base64: what the page says is enough to write a
reader."""
import base64
import json
import re
import unittest
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class LinkFormat(unittest.TestCase):
    def setUp(self):
        page = (ROOT / "docs/link-format.md").read_text(encoding="utf-8")
        link = re.search(r"^#p=(\S+)$", page, re.MULTILINE)[1]
        self.format, self.payload, self.checksum = link.split(".")
        self.plan = json.loads(re.search(r"```json\n(.*?)\n```", page, re.DOTALL)[1])
        header = (ROOT / "core/src/text/link_dictionary.hpp").read_text(encoding="utf-8")
        self.dictionary = "".join(re.findall(r'R"\((.*?)\)"', header)).encode()

    def test_payload_is_raw_deflate_with_the_dictionary(self):
        inflate = zlib.decompressobj(wbits=-15, zdict=self.dictionary)
        text = inflate.decompress(decoded(self.payload)) + inflate.flush()
        self.assertTrue(inflate.eof)
        self.assertEqual(inflate.unused_data, b"")
        self.assertEqual(json.loads(text), self.plan)

    def test_checksum_is_crc32_of_the_payload_in_big_endian_order(self):
        self.assertEqual(decoded(self.checksum), zlib.crc32(self.payload.encode()).to_bytes(4, "big"))

    def test_format_and_dictionary_are_those_of_the_page(self):
        self.assertEqual(self.format, "0")
        self.assertEqual(len(self.dictionary), 2113)


if __name__ == "__main__":
    unittest.main()
