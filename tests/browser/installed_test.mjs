// SPDX-License-Identifier: MIT
//
// The page can be installed as an application.
import assert from 'node:assert/strict';
import test from 'node:test';
import { useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();

/** Width and height of a PNG: two numbers of four bytes behind its signature and the head of its first chunk. */
const sizeOfPng = (bytes) => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;

test('Chromium finds nothing that keeps the page from being installed', async (t) => {
  const stowage = await visit(t);
  const session = await stowage.page.context().newCDPSession(stowage.page);
  const { errors, data, url } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(new URL(manifest.start_url, url).href, stowage.address);
  assert.equal(new URL(manifest.scope, url).href, stowage.address);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The window of a test keeps nothing, as a private one.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
});

test('the icons are there in the sizes that the manifest tells', async (t) => {
  const { address, page } = await windowOf(t, await profile(t));
  const get = (name, base) => page.request.get(new URL(name, base).href);
  const [, name] = (await (await get('', address)).text()).match(/<link rel="manifest" href="([^"]*)">/);
  const manifest = await (await get(name, address)).json();
  const sizes = [];
  for (const { src, sizes: told, type, purpose } of manifest.icons) {
    const response = await get(src, address);
    assert.equal(response.status(), 200, src);
    assert.equal(response.headers()['content-type'], type);
    if (type === 'image/png') assert.equal(sizeOfPng(await response.body()), told, src);
    sizes.push(`${told} ${purpose}`);
  }
  // What Chromium asks for (192, 512), and what Android cuts to its shapes.
  for (const needed of ['192x192 any', '512x512 any', '512x512 maskable']) assert.ok(sizes.includes(needed), needed);
});
