// SPDX-License-Identifier: MIT
//
// What the module asks of the browser: storage, clipboard, files, address, title. web/platform_web.cpp calls it.
import { showLink } from './address.mjs';
import { showFailure } from './failure.mjs';
import { LONGEST_TEXT } from './text_limit.mjs';

const STORAGE_PREFIX = 'stowage.0.'; // of the plan format: a later one must not read what it cannot understand
/** What the present plan is stored under. */
export const PLAN = 'plan';
const DOWNLOAD_STARTS_WITHIN = 10_000; // milliseconds

/** Whether the system prefers dark. */
export const darkQuery = matchMedia('(prefers-color-scheme: dark)');
/** Whether it wants more contrast. Who has colours forced on pages has chosen them for it: a canvas keeps its own. */
export const contrastQuery = matchMedia('(prefers-contrast: more), (forced-colors: active)');

/** The text of a file that was chosen or dropped, or as much of it as it takes to refuse it. */
export const textOfFile = (file) => file.slice(0, LONGEST_TEXT).text();

/**
 * toHeap(text) allocates a C string; openFile(file) opens one that the user chose; tellError(text) says so on screen.
 */
export function makePlatform({ toHeap, openFile, tellError }) {
  const platform = {
    toHeap,
    planText: null, // as this page knew it last, whatever other pages have stored meanwhile
    captured: null, // text of a copy or cut event that is under way
    copyText(text) {
      if (platform.captured !== null) {
        platform.captured = text;
        return;
      }
      const refused = () => {
        tellError('The browser does not let the page use the clipboard. Copy the text by hand.');
        showFailure('copy', { text });
      };
      // After the interface has said that it copied, also where there is no clipboard at all.
      (navigator.clipboard?.writeText(text) ?? Promise.reject()).catch(refused);
    },
    load(key) {
      try {
        return localStorage.getItem(STORAGE_PREFIX + key);
      } catch {
        return null; // storage is switched off
      }
    },
    store(key, text) {
      if (key === PLAN) platform.planText = text;
      try {
        localStorage.setItem(STORAGE_PREFIX + key, text);
        return true;
      } catch {
        return false; // switched off, or full
      }
    },
    /** A key a line. */
    storedKeys(prefix) {
      try {
        const ours = Object.keys(localStorage).filter((key) => key.startsWith(STORAGE_PREFIX + prefix));
        return ours.map((key) => key.slice(STORAGE_PREFIX.length)).join('\n');
      } catch {
        return '';
      }
    },
    forget(key) {
      try {
        localStorage.removeItem(STORAGE_PREFIX + key);
        return true;
      } catch {
        return false;
      }
    },
    localTime() {
      const now = new Date();
      const [year, ...others] = [now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes()];
      const [month, day, hours, minutes] = others.map((part) => String(part).padStart(2, '0'));
      return `${year}-${month}-${day} ${hours}:${minutes}`;
    },
    linkBase: () => location.href.split('#')[0],
    showLink,
    chooseFile() {
      const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.yaml,.yml,.json,.txt' });
      input.addEventListener('change', () => input.files[0] && openFile(input.files[0]));
      input.click();
    },
    offerFile(name, text) {
      const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_STARTS_WITHIN);
    },
    setTitle: (title) => void (document.title = title),
    setSummary: (text) => void (document.getElementById('summary').textContent = text),
    prefersDark: () => darkQuery.matches,
    prefersContrast: () => contrastQuery.matches,
    appearanceChanged: (dark, contrast) => void Object.assign(document.documentElement.dataset, {
      theme: dark ? 'dark' : 'light', contrast: contrast ? 'high' : 'normal',
    }),
    textInput: () => {}, // replaced by input.mjs, as is the next
    showCursor: () => {},
  };
  return platform;
}
