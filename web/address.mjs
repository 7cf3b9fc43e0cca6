// SPDX-License-Identifier: MIT
//
// The plan's link in the address bar.

const SHOWN_LINK_LIMIT = 32_000; // Chromium shows no longer address, Firefox bookmarks none over 65,536
const LAST_LINK = 'stowage.0.last-link';

// A page that is reloaded asks for the address as it was before `pagehide`. What is saved then is kept for the tab.
let leaving = false;
addEventListener('pagehide', () => { leaving = true; });
addEventListener('pageshow', () => { leaving = false; });

export function showLink(fragment) {
  if (fragment === location.hash) return;
  try {
    if (leaving) sessionStorage.setItem(LAST_LINK, JSON.stringify({ address: location.hash, link: fragment }));
    // The link before is out of date: no link is better, storage has the plan.
    const shown = fragment.length > SHOWN_LINK_LIMIT ? location.pathname + location.search : fragment;
    history.replaceState(null, '', shown);
  } catch {
    // Storage is switched off, or Safari refuses more than 100 changes in 30 seconds: the next save shows it
  }
}

/**
 * The fragment to start with: that of the address, or what came after it when this tab was left. The latter is given
 * once.
 */
export function takeFirstLink() {
  const [{ type } = {}] = performance.getEntriesByType('navigation');
  try {
    const { address, link } = JSON.parse(sessionStorage.getItem(LAST_LINK) ?? '{}');
    sessionStorage.removeItem(LAST_LINK);
    if (type !== 'navigate' && address === location.hash) return link;
  } catch {
    // storage is switched off
  }
  return location.hash;
}
