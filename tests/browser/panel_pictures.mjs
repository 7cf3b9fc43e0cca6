// SPDX-License-Identifier: MIT
//
// Pictures of every panel for docs/design.md, and the one of the README, taken by scripts/renew-pictures: each in the
// light and the dark theme, on a phone and on a 4K screen. No caret blinks in them: a large picture takes longer to draw
// without a graphics card.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();
const FOLDER = process.env.STOWAGE_PICTURES;
const QUALITY = 75; // text stays crisp, a picture takes about 90 KB
const QUALITY_4K = 50; // four times the pixels for each letter
const DISTRIBUTED = '/environments/production-distributed';
mkdirSync(FOLDER, { recursive: true });

const SCREENS = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' },
  contrast: { viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce', contrast: 'more' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', reducedMotion: 'reduce', deviceScaleFactor: 2 },
  '4k': { viewport: { width: 1920, height: 1080 }, colorScheme: 'light', reducedMotion: 'reduce' },
};
/** A picture of eight million pixels takes seconds to draw without a graphics card: only the last one has them. */
const SCALE_4K = 2;

const command = (words) => async (stowage) => {
  await stowage.press('Control+k');
  await stowage.page.keyboard.type(words);
  await stowage.press('Enter');
};

/** The plan beside the same one on machines with twice the memory. */
async function sideBySide(stowage) {
  const query = (link) => link.slice(link.indexOf('#') + 1);
  const plan = query(await stowage.link());
  await stowage.setPlan((await stowage.plan()).replace('instance: c6a.2xlarge', 'instance: m6a.2xlarge'));
  await stowage.setPlan(`#${query(await stowage.link())}&${plan}`);
  await stowage.settled();
}

/** How each panel is reached from the template, with its last environment on screen. */
const PANELS = {
  'first-visit': null,
  plan: async () => {},
  service: async (stowage) => {
    await command('wsgi service in production, distributed')(stowage); // it is below the end of most windows
    await stowage.page.mouse.move(200, 600);
    const service = `${DISTRIBUTED}/services/wsgi`;
    for (let turns = 0; turns < 30 && !(await stowage.find(`${service}/more`)); ++turns) {
      await stowage.page.mouse.wheel(0, 60);
      await stowage.settled();
    }
    await stowage.click(`${service}/more`); // a phone has no room for a button of the settings
    await stowage.click(`${service}/open`);
  },
  load: command('look closer'),
  rules: command('try the scaling rules'),
  plans: (stowage) => stowage.press('F8'),
  copy: command('duplicate this environment at another size'),
  comparison: command('compare providers'),
  sides: sideBySide,
  palette: (stowage) => stowage.press('Control+k'),
  tour: command('show me around'),
  help: (stowage) => stowage.press('F1'),
};

async function take(stowage, panel, screen) {
  const { page } = stowage;
  const path = join(FOLDER, `${panel}-${screen}.jpg`);
  if (screen !== '4k') return page.screenshot({ path, type: 'jpeg', quality: QUALITY });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setDeviceMetricsOverride', { ...page.viewportSize(), deviceScaleFactor: SCALE_4K, mobile: false });
  if (panel !== 'report') await stowage.settled();
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'jpeg', quality: QUALITY_4K });
  return writeFileSync(path, data, 'base64');
}

/** What high contrast changes is all in the plan. */
const isTaken = (panel, screen) => screen !== 'contrast' || panel === 'plan';

for (const [screen, options] of Object.entries(SCREENS)) {
  for (const [panel, reach] of Object.entries(PANELS).filter(([name]) => isTaken(name, screen))) {
    test(`${panel}, ${screen}`, async (t) => {
      const stowage = await visit(t, { ...options, firstVisit: !reach });
      if (reach) {
        await command('production, distributed')(stowage);
        await reach(stowage);
      }
      await stowage.page.mouse.move(0, 0); // no hover
      await stowage.settled();
      await take(stowage, panel, screen);
    });
  }
  if (!isTaken('report', screen)) continue;
  test(`the report that browsers without WebGL get, ${screen}`, async (t) => {
    const context = await profile(t, options);
    await context.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
    const stowage = await windowOf(t, context, [/./]);
    await stowage.page.goto(stowage.address);
    await eventually(() => stowage.page.locator('#report table').count(), 'the report');
    await take(stowage, 'report', screen);
  });
}

test('the plan as the README shows it', async (t) => {
  const stowage = await visit(t, { ...SCREENS.light, deviceScaleFactor: 2 });
  await command('production, distributed')(stowage);
  await stowage.page.mouse.move(0, 0);
  await stowage.settled();
  await stowage.page.screenshot({ path: join(FOLDER, '..', 'stowage.png') });
});
