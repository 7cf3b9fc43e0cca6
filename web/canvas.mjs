// SPDX-License-Identifier: MIT

/** The product of CSS size and ratio, and the browser's own figure where it is at most a pixel away: exact at ratios
 * such as 1.25, and right under emulation, where some browsers report unscaled pixels. */
function pixelSize(entry) {
  const ratio = devicePixelRatio;
  const { width, height } = entry.contentRect;
  const expected = [Math.round(width * ratio), Math.round(height * ratio)];
  const box = entry.devicePixelContentBoxSize?.[0];
  if (!box) return expected;
  const exact = [box.inlineSize, box.blockSize];
  return exact.every((size, i) => Math.abs(size - expected[i]) <= 1) ? exact : expected;
}

const KEYBOARD = 120; // CSS pixels: no keyboard is lower, no bar of a browser higher

/** iOS lays its keyboard over the page and tells of it here alone; other browsers make the page smaller. */
function followKeyboard(canvas) {
  globalThis.visualViewport?.addEventListener('resize', () => {
    const covered = visualViewport.scale === 1 ? innerHeight - visualViewport.height : 0; // else the user has zoomed
    canvas.style.height = covered > KEYBOARD ? `${visualViewport.height}px` : '';
  });
}

/**
 * Keeps the canvas at one canvas pixel per device pixel. Calls resized(width, height, pixelWidth, pixelHeight) for the
 * first size and for every later one; resolves after the first.
 */
export function followCanvasSize(canvas, resized) {
  return new Promise((resolve, reject) => {
    const observer = new ResizeObserver((entries) => {
      const entry = entries[entries.length - 1];
      const [pixelWidth, pixelHeight] = pixelSize(entry);
      if (pixelWidth === 0 || pixelHeight === 0) return;
      if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
      if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
      try {
        resized(entry.contentRect.width, entry.contentRect.height, pixelWidth, pixelHeight);
        resolve();
      } catch (error) {
        reject(error);
      }
    });
    const observe = () => {
      observer.disconnect();
      try {
        observer.observe(canvas, { box: 'device-pixel-content-box' });
      } catch {
        observer.observe(canvas); // Safari has no such box
      }
    };
    // A move to another monitor changes the ratio and nothing else. The query matches one ratio, so it is made anew.
    const watchRatio = () => {
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
        observe();
        watchRatio();
      }, { once: true });
    };
    observe();
    watchRatio();
    followKeyboard(canvas);
  });
}
