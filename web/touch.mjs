// SPDX-License-Identifier: MIT
//
// Fingers. One: a tap presses, a drag scrolls, a long touch explains. Two: a drag scrolls, a pinch changes the size.
// ImGui knows a mouse only.

/** CSS pixels that a finger may slip within a tap or a long touch, and milliseconds that make a touch long: the defaults
 * of iOS (UILongPressGestureRecognizer: allowableMovement, minimumPressDuration). */
const SLOP = 10;
const LONG_TOUCH = 500;
/** CSS pixels by which two fingers come apart before it is a pinch: Android's ScaleGestureDetector takes twice its
 * touch slop of 8. */
const SPAN_SLOP = 16;

/**
 * Follows the fingers on the canvas; places are {x, y} in CSS pixels of the window.
 *
 * press(place): a tap. explain(place): a long touch, whose finger may be lifted and presses nothing. scroll(place, dx, dy)
 * moves the content there. pinch(place, factor, begins): the fingers are `factor` times as far apart as when it began.
 * lifted(): nothing is pointed at any more, also at the next touch after explain().
 */
export function followFingers(canvas, { press, explain, scroll, pinch, lifted }) {
  const places = new Map(); // of the fingers that are down, by pointer id
  let one = null; // a gesture of one finger: {id, x, y, scrolls, timer}
  let two = null; // a gesture of two: {x, y, span, pinches}

  function forget() {
    clearTimeout(one?.timer);
    one = two = null;
  }

  /** The middle between two fingers, and how far they are apart. */
  function between() {
    const [a, b] = places.values();
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, span: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  function moveOne({ x, y }) {
    const [dx, dy] = [x - one.x, y - one.y];
    if (!one.scrolls && Math.hypot(dx, dy) < SLOP) return;
    clearTimeout(one.timer);
    Object.assign(one, { x, y, scrolls: true });
    scroll(one, dx, dy);
  }

  function moveTwo() {
    const now = between();
    scroll(now, now.x - two.x, now.y - two.y);
    Object.assign(two, { x: now.x, y: now.y });
    const begins = !two.pinches && Math.abs(now.span - two.span) >= SPAN_SLOP;
    if (begins) Object.assign(two, { pinches: true, span: now.span });
    if (two.pinches) pinch(now, now.span / two.span, begins);
  }

  const placeOf = (event) => ({ x: event.clientX, y: event.clientY });
  const listen = (name, react) =>
    canvas.addEventListener(name, (event) => event.pointerType === 'touch' && react(event));

  listen('pointerdown', (event) => {
    if (event.isPrimary) places.clear(); // a browser may keep the end of an earlier gesture to itself
    places.set(event.pointerId, placeOf(event));
    forget();
    lifted();
    if (places.size === 2) two = { ...between(), pinches: false };
    if (places.size !== 1) return;
    const place = placeOf(event);
    const timer = setTimeout(() => {
      forget();
      explain(place);
    }, LONG_TOUCH);
    one = { id: event.pointerId, ...place, scrolls: false, timer };
  });
  listen('pointermove', (event) => {
    if (!places.has(event.pointerId)) return;
    places.set(event.pointerId, placeOf(event));
    if (two) moveTwo();
    else if (one?.id === event.pointerId) moveOne(placeOf(event));
  });
  listen('pointerup', (event) => {
    places.delete(event.pointerId);
    const gesture = one ?? two; // none after a long touch, and for the finger that a pair leaves behind
    const tapped = one?.id === event.pointerId && !one.scrolls;
    forget();
    if (tapped) press(placeOf(event));
    if (gesture) lifted();
  });
  listen('pointercancel', (event) => {
    places.delete(event.pointerId);
    forget();
    lifted();
  });
}
