// SPDX-License-Identifier: MIT
//
// The browsers that the tests run in, through one vocabulary: Chromium over its own protocol, Firefox over WebDriver
// BiDi. What that has no means for is listed here, and nowhere else.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox } from 'playwright-core';

const WHICH = process.env.STOWAGE_BROWSER ?? 'chromium';
export const isFirefox = WHICH === 'firefox';
if (!isFirefox && WHICH !== 'chromium') throw new Error(`STOWAGE_BROWSER is chromium or firefox, not ${WHICH}`);

/** Why a test that needs something runs in Chromium only. */
const CHROMIUM_ONLY = {
  touch: 'WebDriver BiDi is given no fingers by playwright-core',
  inputMethod: 'WebDriver BiDi has no input method',
  pointerOutside: 'WebDriver BiDi moves no pointer out of the window',
  changingMedia: 'this Firefox knows the settings of the system from its start only',
  noJavaScript: 'this Firefox cannot be told to switch scripts off',
};

/** Options for a test that needs `means`, a key of the list above: skipped, with the reason, where there is none. */
export function needs(means) {
  const reason = CHROMIUM_ONLY[means];
  if (!reason) throw new Error(`nothing is known of ${means}`);
  return { skip: isFirefox && `Chromium only: ${reason}` };
}

/**
 * Options for a test of what the WebAssembly decides, or of one case more of what another test shows: the brief run in
 * the second browser, with STOWAGE_BRIEF set, leaves it out.
 */
export const notInBrief = { skip: Boolean(process.env.STOWAGE_BRIEF) && 'not in the brief run' };

function launchChromium(downloadsPath) {
  return chromium.launch({
    downloadsPath,
    executablePath: process.env.STOWAGE_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', // root in a container has no other way
      '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', // no network
    ],
  });
}

/** Needs a display: without one Firefox has no WebGL 2. */
function launchFirefox(downloadsPath, { colorScheme, reducedMotion }) {
  return firefox.launch({
    downloadsPath,
    channel: 'moz-firefox', // the one of the distribution, not playwright's own
    executablePath: process.env.STOWAGE_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false,
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
    firefoxUserPrefs: {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
    },
  });
}

const running = new Map(); // by the settings of the system that they were started with

/** A browser as {browser, downloads}: what it saves lies in that folder. */
async function launch(system) {
  const downloads = await mkdtemp(join(tmpdir(), 'stowage-downloads-'));
  return { downloads, browser: await (isFirefox ? launchFirefox(downloads, system) : launchChromium(downloads)) };
}

const folders = new WeakMap();
/** The folder in which files lie that a profile's windows have saved. */
export const downloadsOf = (context) => folders.get(context);

/** A new profile. Options are those of playwright's newContext. */
export async function newProfile({ colorScheme = 'light', reducedMotion = 'no-preference', ...options }) {
  const system = { colorScheme, reducedMotion };
  const key = isFirefox ? JSON.stringify(system) : '';
  if (!running.has(key)) running.set(key, launch(system));
  const { browser, downloads } = await running.get(key);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 }, ...options, ...(isFirefox ? {} : system),
  });
  folders.set(context, downloads);
  return context;
}

/** Ends every browser that a test has started. */
export async function closeBrowsers() {
  for (const launched of running.values()) {
    const { browser, downloads } = await launched;
    await browser.close();
    await rm(downloads, { recursive: true, force: true });
  }
  running.clear();
}
