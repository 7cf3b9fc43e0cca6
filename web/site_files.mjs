// SPDX-License-Identifier: MIT
//
// Where the page asks for the files of its site. The page in one file has embedded_files.mjs in its place.

/** The response with a file of the site, `./NAME`; rejects when there is none. */
export async function siteFile(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

/** The bytes of a file of the site, while everything waits: the one kind of request that can be made in the middle of a
 * call. It goes past the service worker. */
export function siteBytesNow(name) {
  const request = new XMLHttpRequest();
  request.open('GET', new URL(name, import.meta.url), false);
  request.overrideMimeType('text/plain; charset=x-user-defined'); // one character for each byte
  request.send();
  if (request.status !== 200) throw new Error(`${name}: ${request.status}`);
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}

/** Adds a style of the site, `./NAME`, after those that are there. Resolves once it is in force; rejects when there is none. */
export function siteStyle(name) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(name, import.meta.url) });
  const arrived = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => reject(new Error(`${name} cannot be loaded`)));
  });
  document.head.append(link);
  return arrived;
}

/** What makes the page work without a network; null where nothing has to. */
export const SERVICE_WORKER = new URL('./service-worker.js', import.meta.url);
