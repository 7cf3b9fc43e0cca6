// SPDX-License-Identifier: MIT
//
// Pointer, keyboard and clipboard of the canvas. Listens on the canvas and on the hidden textarea only, so that
// everything else on the page and the browser's own shortcuts stay as they are.
import { followFingers } from './touch.mjs';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Mouse buttons that ImGui knows. */
const BUTTONS = 5;

/** KeyboardEvent.key to ImGui's names, for keys that have no character. */
const KEYS = {
  ArrowLeft: 'LeftArrow', ArrowRight: 'RightArrow', ArrowUp: 'UpArrow', ArrowDown: 'DownArrow', Tab: 'Tab',
  Enter: 'Enter', Escape: 'Escape', Backspace: 'Backspace', Delete: 'Delete', Home: 'Home', End: 'End',
  PageUp: 'PageUp', PageDown: 'PageDown', ' ': 'Space', F1: 'F1', F8: 'F8', Shift: 'LeftShift', Control: 'LeftCtrl',
  Alt: 'LeftAlt', Meta: 'LeftSuper',
};

/** Keys that do nothing by themselves. */
const MODIFIERS = new Set(['Control', 'Meta', 'Shift', 'Alt']);
/** Keys that would scroll or leave the page; with the canvas in focus they belong to the interface. */
const OURS = new Set([
  'Tab', 'Backspace', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ' ', 'PageUp', 'PageDown', 'Home', 'End',
  'Enter', 'Escape', 'F1', 'F8',
]);
/** Shortcuts of the interface; every other one is the browser's. */
const OUR_SHORTCUTS = /^[azysok]$/i;

const CURSORS = [
  'default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress',
  'not-allowed',
];

/** Lines and pages of a wheel in ImGui's steps: pixels / 100, lines / 3, pages x 8. */
const WHEEL_STEPS = [1 / 100, 1 / 3, 8];

export function connectInput({ wasm, canvas, textarea, host, poke, drawNow, withText, openText }) {
  wasm._stowage_mac_keys(isMac ? 1 : 0);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const followMotion = () => wasm._stowage_blinking_caret(calm.matches ? 0 : 1);
  calm.addEventListener('change', followMotion);
  followMotion();

  const modifiers = (event) =>
    wasm._stowage_modifiers(+event.ctrlKey, +event.shiftKey, +event.altKey, +event.metaKey);
  const onCanvas = (x, y) => {
    const box = canvas.getBoundingClientRect();
    return [x - box.left, y - box.top];
  };
  const moveTo = (event) => wasm._stowage_pointer(...onCanvas(event.clientX, event.clientY), 0);
  const isOurs = () => document.activeElement === canvas || document.activeElement === textarea;

  const isMouse = (event) => event.isPrimary && event.pointerType !== 'touch';

  function connectPointer() {
    let held = 0; // as event.buttons has them, in ImGui's order: left, right, middle, back, forward
    // While one button is held the others are told of by moves alone, and the last to be let go ends the press.
    const holdButtons = ({ buttons }) => {
      for (let button = 0; button < BUTTONS; ++button) {
        const now = (buttons >> button) & 1;
        if (now !== ((held >> button) & 1)) wasm._stowage_button(button, now);
      }
      held = buttons;
    };
    const pressed = (event) => {
      if (!isMouse(event)) return;
      canvas.setPointerCapture(event.pointerId); // a drag goes on outside
      if (document.activeElement !== textarea) canvas.focus({ preventScroll: true });
      modifiers(event);
      moveTo(event);
      holdButtons(event);
      poke();
    };
    const released = (event) => {
      if (!isMouse(event)) return;
      modifiers(event);
      moveTo(event);
      holdButtons(event);
      drawNow(); // inside the gesture: clipboard and file dialog need it
    };
    canvas.addEventListener('pointerdown', pressed);
    canvas.addEventListener('pointerup', released);
    canvas.addEventListener('pointercancel', released);
    canvas.addEventListener('pointermove', (event) => {
      if (!isMouse(event)) return;
      modifiers(event);
      moveTo(event);
      if (held) holdButtons(event); // those that went down elsewhere are not ours
      poke();
    });
    canvas.addEventListener('pointerleave', (event) => {
      if (event.buttons || !isMouse(event)) return;
      wasm._stowage_pointer_left();
      poke();
    });
    canvas.addEventListener('wheel', (event) => {
      if (event.ctrlKey) return; // zoom of the page
      const step = WHEEL_STEPS[event.deltaMode];
      modifiers(event);
      wasm._stowage_wheel(-event.deltaX * step, -event.deltaY * step);
      poke();
      event.preventDefault();
    }, { passive: false });
    // The compatibility event would move the focus from the textarea back to the canvas.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  function connectTouch() {
    const [LEFT, RIGHT] = [0, 1];
    const touchAt = ({ x, y }) => wasm._stowage_pointer(...onCanvas(x, y), 1);
    const click = (place, button) => {
      if (document.activeElement !== textarea) canvas.focus({ preventScroll: true });
      touchAt(place);
      wasm._stowage_button(button, 1);
      wasm._stowage_button(button, 0);
      drawNow(); // inside the gesture: clipboard, file dialog and the phone's keyboard need it
    };
    const lifted = () => {
      wasm._stowage_pointer_left(); // a finger that is gone hovers over nothing
      poke();
    };
    let scaleBefore = 100;
    followFingers(canvas, {
      press: (place) => click(place, LEFT),
      // The right button opens the menu of what is there, if it has one; the pointer that rests there is told the rest.
      explain: (place) => click(place, RIGHT),
      scroll(place, dx, dy) {
        touchAt(place);
        wasm._stowage_scroll(dx, dy);
        lifted(); // a finger that comes to rest asks for no explanation
      },
      pinch(place, factor, begins) {
        if (begins) scaleBefore = wasm._stowage_scale();
        wasm._stowage_set_scale(scaleBefore * factor, ...onCanvas(place.x, place.y));
        lifted();
      },
      lifted,
    });
  }

  const keyNumbers = new Map();
  function numberOf(name) {
    if (!keyNumbers.has(name)) keyNumbers.set(name, withText(name, (text) => wasm._stowage_key_named(text)));
    return keyNumbers.get(name);
  }
  /** The letter of a shortcut: the one that the key writes; where that is none of Latin, the one at its place there. */
  const letterOf = ({ key, code }) => (/^[^\x20-\x7e]$/.test(key) && /^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : key);
  /** ImGui's number; 0 for keys without a meaning here. */
  function keyOf(event) {
    if (KEYS[event.key]) return numberOf(KEYS[event.key]);
    const letter = letterOf(event);
    return /^[a-z]$/i.test(letter) ? numberOf(letter.toUpperCase()) : 0;
  }

  // After Escape the next Tab is the browser's: whoever works with the keyboard must be able to leave the canvas.
  let leaving = false;

  function keyPressed(event) {
    if (leaving && event.key === 'Tab') return;
    leaving = event.key === 'Escape' || (leaving && event.key === 'Shift');
    if (event.isComposing || event.keyCode === 229) return; // the input method has it
    const command = isMac ? event.metaKey : event.ctrlKey;
    if (command && /^[cxv]$/i.test(letterOf(event))) return; // the clipboard events do the work
    // Keys that move the caret with Ctrl move that of the textarea, too, which is not what is seen.
    if (event.target === textarea) textarea.setSelectionRange(textarea.value.length, textarea.value.length);
    modifiers(event);
    const key = keyOf(event);
    if (key) wasm._stowage_key(key, 1);
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (types && event.target !== textarea) withText(event.key, (text) => wasm._stowage_text(text));
    const plain = !command && !event.altKey;
    if (plain && OURS.has(event.key) && !(event.key === ' ' && event.target === textarea)) event.preventDefault();
    if (command && OUR_SHORTCUTS.test(letterOf(event))) event.preventDefault();
    // A file dialog opens, and a link is copied, only inside the gesture.
    if ((command && !MODIFIERS.has(event.key)) || event.key === 'Enter' || event.key === ' ') drawNow();
    else poke();
  }

  function keyReleased(event) {
    modifiers(event);
    const key = keyOf(event);
    if (key) wasm._stowage_key(key, 0);
    // Browsers send no release of letters while Command is held.
    if (event.key === 'Meta' || event.key === 'Control') for (const known of keyNumbers.values()) wasm._stowage_key(known, 0);
    poke();
  }

  function connectKeyboard() {
    for (const element of [canvas, textarea]) {
      element.addEventListener('keydown', keyPressed);
      element.addEventListener('keyup', keyReleased);
      element.addEventListener('focus', () => {
        leaving = false;
        wasm._stowage_focus(1);
        poke();
      });
      element.addEventListener('blur', (event) => {
        if (event.relatedTarget === canvas || event.relatedTarget === textarea) return;
        wasm._stowage_focus(0);
        poke();
      });
    }
  }

  /** Text comes from the hidden textarea, so that input methods and phone keyboards work. */
  function connectText() {
    const FILLER = ' '; // phone keyboards tell of a Backspace only where there is something to delete
    // Always what is in the textarea: browsers differ in which event comes last.
    const take = () => {
      const text = textarea.value.slice(FILLER.length);
      if (text) withText(text, (pointer) => wasm._stowage_text(pointer));
      textarea.value = FILLER;
      poke();
    };
    textarea.value = FILLER;
    textarea.addEventListener('input', (event) => {
      if (!event.isComposing) take();
    });
    // ImGui cannot show what is being composed: the textarea itself does.
    textarea.addEventListener('compositionstart', () => textarea.classList.add('composing'));
    textarea.addEventListener('compositionend', () => {
      textarea.classList.remove('composing');
      take();
    });
    textarea.addEventListener('beforeinput', (event) => {
      // Phone keyboards send no key for it.
      if (event.inputType !== 'deleteContentBackward' || event.isComposing) return;
      wasm._stowage_key(numberOf('Backspace'), 1);
      wasm._stowage_key(numberOf('Backspace'), 0);
      poke();
    });
    host.textInput = (wanted, x, y, height) => {
      if (!wanted) {
        if (document.activeElement === textarea) canvas.focus({ preventScroll: true });
        return;
      }
      Object.assign(textarea.style, { left: `${x}px`, top: `${y}px`, height: `${height}px` });
      if (document.activeElement !== textarea) textarea.focus({ preventScroll: true });
    };
  }

  /** Lets ImGui handle a chord as if its keys had been pressed, at once. */
  function chord(letter) {
    wasm._stowage_modifiers(isMac ? 0 : 1, 0, 0, isMac ? 1 : 0);
    wasm._stowage_key(numberOf(letter), 1);
    drawNow();
    wasm._stowage_key(numberOf(letter), 0);
    wasm._stowage_modifiers(0, 0, 0, 0);
    drawNow();
  }

  function connectClipboard() {
    document.addEventListener('paste', (event) => {
      if (!isOurs()) return;
      event.preventDefault();
      const pasted = event.clipboardData.getData('text/plain');
      if (!wasm._stowage_wants_text()) {
        if (pasted) openText(pasted, 'pasted text'); // outside a field it can only be a plan or a link
        return;
      }
      withText(pasted, (text) => wasm._stowage_set_clipboard(text));
      chord('V');
    });
    for (const [name, letter] of [['copy', 'C'], ['cut', 'X']]) {
      document.addEventListener(name, (event) => {
        if (!isOurs()) return;
        host.captured = '';
        chord(letter);
        if (host.captured) {
          event.clipboardData.setData('text/plain', host.captured);
          event.preventDefault(); // else the browser copies what it takes for the selection
        }
        host.captured = null;
      });
    }
  }

  host.showCursor = (cursor) => void (canvas.style.cursor = CURSORS[cursor] ?? 'none');
  connectPointer();
  connectTouch();
  connectKeyboard();
  connectText();
  connectClipboard();
}
