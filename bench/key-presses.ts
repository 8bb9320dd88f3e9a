import type { Page } from "@playwright/test";

/**
 * Runs in the page before anything else: milliseconds from a key press, as the browser stamped it, until its frame was drawn. A text,
 * because what compiles this file puts helpers of its own into functions, which the page does not have.
 */
const record = `
  const times = [];
  let waiting = null;
  const note = (time) => {
    if (waiting) waiting(time);
    else times.push(time);
    waiting = null;
  };
  window.nextKeyPress = () => new Promise((resolve) => {
    if (times.length > 0) resolve(times.shift());
    else waiting = resolve;
  });
  window.addEventListener("keydown", ({ key, timeStamp }) => {
    if (["Alt", "Control", "Shift", "Meta"].includes(key)) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => note(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, true);
`;

export const recordKeyPresses = (page: Page) => page.addInitScript({ content: `{${record}}` });

/** Presses a key as the keyboard does, and waits until the frame after it was drawn. */
export async function press(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key);
  return page.evaluate<number>("window.nextKeyPress()");
}

/** A word letter by letter: one time each. */
export async function type(page: Page, word: string): Promise<number[]> {
  const times: number[] = [];
  for (const letter of word) times.push(await press(page, letter));
  return times;
}
