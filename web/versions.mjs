// SPDX-License-Identifier: MIT
//
// Starts the service worker, and offers a newer version of the page when there is one. Nothing happens before the user
// asks for it.
import { SERVICE_WORKER } from './site_files.mjs';

const LOOK_AGAIN_AFTER = 3_600_000; // milliseconds: an installed page stays open for days, and is opened again all day

const line = () => document.getElementById('update');

function button(text, clicked) {
  const element = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  element.addEventListener('click', clicked);
  return element;
}

function withdraw() {
  line().replaceChildren();
  document.getElementById('canvas').focus({ preventScroll: true });
}

function reload({ waiting }, flush) {
  flush();
  const again = () => location.reload();
  if (!waiting) return again(); // another window has asked for it already
  line().replaceChildren('Reloading');
  waiting.addEventListener('statechange', () => waiting.state === 'activated' && again());
  waiting.postMessage('activate');
}

/** One line below the page, which can be left there. */
function offer(registration, flush) {
  line().replaceChildren('A new version is ready. ', button('Reload', () => reload(registration, flush)),
    button('Later', withdraw));
}

/** Calls `found` for every newer version that is complete and waits, now or later. */
function whenWaiting(registration, found) {
  if (registration.waiting) found();
  registration.addEventListener('updatefound', () => {
    const { active, installing } = registration; // without an active one this is the first visit
    installing.addEventListener('statechange', () => active && installing.state === 'installed' && found());
  });
}

/** Browsers look for a newer version when the page is opened; this does when it is shown again. */
function lookAgain(registration) {
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < LOOK_AGAIN_AFTER) return;
    looked = Date.now();
    registration.update().catch(() => {}); // no network: another time
  });
}

/** flush() saves the plan. Without a service worker the page works as well as it did. */
export async function keepForOffline(flush) {
  if (!SERVICE_WORKER) return;
  let registration;
  try {
    registration = await navigator.serviceWorker.register(SERVICE_WORKER);
  } catch {
    return; // the browser has none, or not for this address or this window; or the host does not have the file
  }
  whenWaiting(registration, () => offer(registration, flush));
  lookAgain(registration);
}
