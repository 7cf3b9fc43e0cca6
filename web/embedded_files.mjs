// SPDX-License-Identifier: MIT
//
// Takes the place of site_files.mjs in the page that is one file: scripts/assemble-one-file puts every other file of
// the site into an element with the file's name as its id.

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export async function siteFile(name) {
  const { type, textContent } = document.getElementById(name);
  return new Response(bytesOf(textContent), { headers: { 'content-type': type } });
}

/** Every style is in the page from the start. */
export async function siteStyle() {}

export const siteBytesNow = (name) => bytesOf(document.getElementById(name).textContent);

export const SERVICE_WORKER = null;
