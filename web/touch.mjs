// SPDX-License-Identifier: MIT
//
// Fingers: a tap presses, a drag scrolls, a long touch is the right button. ImGui knows a mouse only.

const SLOP = 10; // CSS pixels that a finger may slip within a tap: what Android and iOS allow
const LONG_TOUCH = 500; // milliseconds, as on Android and iOS

/**
 * Follows one finger; a second one ends the gesture. press(event, button) clicks there, scroll(event, dx, dy) moves
 * the content under it.
 */
export function followFinger(canvas, { press, scroll }) {
  let finger = null; // {id, x, y, scrolls, timer}

  function forget() {
    clearTimeout(finger?.timer);
    finger = null;
  }
  canvas.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch') return;
    forget();
    if (!event.isPrimary) return;
    const timer = setTimeout(() => {
      forget();
      press(event, 1);
    }, LONG_TOUCH);
    finger = { id: event.pointerId, x: event.clientX, y: event.clientY, scrolls: false, timer };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (finger?.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
    if (!finger.scrolls && Math.hypot(dx, dy) < SLOP) return;
    clearTimeout(finger.timer);
    Object.assign(finger, { x: event.clientX, y: event.clientY, scrolls: true });
    scroll(event, dx, dy);
  });
  canvas.addEventListener('pointerup', (event) => {
    if (finger?.id !== event.pointerId) return;
    const tapped = !finger.scrolls;
    forget();
    if (tapped) press(event, 0);
  });
  canvas.addEventListener('pointercancel', forget);
}
