// SPDX-License-Identifier: MIT
//
// Pictures of every panel for docs/design.md, taken by scripts/renew-pictures: each in the light and the dark theme, on
// a phone, and some on a 4K screen. No caret blinks in them: a large picture takes longer to draw without a graphics card.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { useBrowser } from './stowage_page.mjs';

const { visit } = useBrowser();
const FOLDER = process.env.STOWAGE_PICTURES;
const QUALITY = 75; // text stays crisp, a picture takes about 90 KB
const QUALITY_4K = 50; // four times the pixels for each letter
const DISTRIBUTED = '/environments/production-distributed';

const SCREENS = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' },
  contrast: { viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce', contrast: 'more' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', reducedMotion: 'reduce', deviceScaleFactor: 2 },
  '4k': { viewport: { width: 1920, height: 1080 }, colorScheme: 'light', reducedMotion: 'reduce', deviceScaleFactor: 2 },
};

const command = (words) => async (stowage) => {
  await stowage.press('Control+k');
  await stowage.page.keyboard.type(words);
  await stowage.press('Enter');
};

/** How each panel is reached from the template, with its last environment on screen. */
const PANELS = {
  'first-visit': null,
  plan: async () => {},
  service: async (stowage) => {
    await command('wsgi service in production, distributed')(stowage); // it is below the end of most windows
    await stowage.page.mouse.move(200, 600);
    const settings = `${DISTRIBUTED}/services/wsgi/settings`;
    for (let turns = 0; turns < 30 && !(await stowage.find(settings)); ++turns) {
      await stowage.page.mouse.wheel(0, 60);
      await stowage.settled();
    }
    await stowage.click(settings);
  },
  load: command('look closer'),
  rules: command('try the scaling rules'),
  plans: (stowage) => stowage.press('F8'),
  copy: command('duplicate this environment at another size'),
  comparison: command('compare providers'),
  palette: (stowage) => stowage.press('Control+k'),
  tour: command('show me around'),
  help: (stowage) => stowage.press('F1'),
};

async function take(stowage, name, quality) {
  await stowage.page.mouse.move(0, 0); // no hover
  await stowage.settled();
  await stowage.page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality });
}

/**
 * What high contrast changes is all in the plan. A picture of eight million pixels takes a minute to draw without a
 * graphics card, and the other panels have the parts of these.
 */
const ONLY = { contrast: ['plan'], '4k': ['first-visit', 'plan', 'service'] };
const isTaken = (panel, screen) => ONLY[screen]?.includes(panel) ?? true;

for (const [screen, options] of Object.entries(SCREENS)) {
  for (const [panel, reach] of Object.entries(PANELS).filter(([name]) => isTaken(name, screen))) {
    test(`${panel}, ${screen}`, async (t) => {
      mkdirSync(FOLDER, { recursive: true });
      const stowage = await visit(t, { ...options, firstVisit: !reach });
      if (reach) {
        await command('production, distributed')(stowage);
        await reach(stowage);
      }
      await take(stowage, `${panel}-${screen}`, screen === '4k' ? QUALITY_4K : QUALITY);
    });
  }
}
