// SPDX-License-Identifier: MIT
//
// Where the page asks for the files of its site. The page in one file has embedded_files.mjs in its place.

/** The response with a file of the site, `./NAME`; rejects when there is none. */
export async function siteFile(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

/** What makes the page work without a network; null where nothing has to. */
export const SERVICE_WORKER = new URL('./service-worker.js', import.meta.url);
