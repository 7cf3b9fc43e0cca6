// SPDX-License-Identifier: MIT
//
// The pictures of the README: build/web/screenshots/light.png and dark.png; and the same with high contrast, as
// light-contrast.png and dark-contrast.png.
import { mkdirSync, statSync } from 'node:fs';
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { needs } from './browsers.mjs';
import { useBrowser } from './stowage_page.mjs';

const { visit } = useBrowser();
const FOLDER = fileURLToPath(new URL(process.env.STOWAGE_SCREENSHOTS ?? '../../build/web/screenshots/', import.meta.url));

const STATES = ['light', 'dark'].flatMap((colorScheme) => [
  [colorScheme, { colorScheme }, {}], [`${colorScheme}-contrast`, { colorScheme, contrast: 'more' }, needs('changingMedia')],
]);

for (const [name, system, everywhere] of STATES) {
  test(`a picture of the ${name} theme`, everywhere, async (t) => {
    mkdirSync(FOLDER, { recursive: true });
    const stowage = await visit(t, { ...system, deviceScaleFactor: 2 });
    await stowage.click('/environments/production-distributed');
    await stowage.page.mouse.move(640, 795); // no hover
    await stowage.settled();
    const path = `${FOLDER}/${name}.png`;
    await stowage.page.screenshot({ path });
    assert.ok(statSync(path).size > 50_000, 'a picture with something in it');
  });
}
