// SPDX-License-Identifier: MIT
//
// Keeps the files of the site at the first visit and answers from them, so that the page needs no network after it.
// A newer version is kept beside it and waits until the page asks for it, or is not open any more.
//
// scripts/assemble-site puts a line in front: const site = {version, files}.

const OURS = `stowage ${registration.scope} `; // all folders of a host share the storage
const CACHE = OURS + site.version;
const PAGE = './';

const addressOf = (name) => new URL(name, registration.scope).href;
const kept = new Set([PAGE, ...site.files].map(addressOf));

/** The page, which has the same name in every version: while a site is being renewed it may be of another one. */
async function fetchPage() {
  const response = await fetch(addressOf(PAGE), { cache: 'no-cache' });
  const text = await response.text();
  const named = text.match(/[\w-]+\.[0-9a-f]{10}\.\w+/g);
  // An installation that fails is tried again at the next visit.
  if (!response.ok || !named?.every((name) => kept.has(addressOf(name)))) throw new Error('index.html is of another version');
  return new Response(text, { headers: response.headers }); // of its own: browsers take no page that was redirected
}

async function keepFiles() {
  const page = await fetchPage();
  const cache = await caches.open(CACHE);
  await cache.addAll(site.files.map(addressOf));
  await cache.put(addressOf(PAGE), page);
}

async function deleteOlderVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(address, request) {
  const cache = await caches.open(CACHE);
  return await cache.match(address, { ignoreVary: true }) ?? fetch(request);
}

addEventListener('install', (event) => event.waitUntil(keepFiles()));
addEventListener('activate', (event) => event.waitUntil(deleteOlderVersions()));
addEventListener('message', ({ data }) => data === 'activate' && skipWaiting());
addEventListener('fetch', (event) => {
  const address = event.request.url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/');
  if (kept.has(address)) event.respondWith(answer(address, event.request)); // everything else is the network's
});
