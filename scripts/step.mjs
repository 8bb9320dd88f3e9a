/**
 * One line per step: its name, what came of it, how long it took.
 * @param {string} name
 * @param {() => Promise<string> | string} work Returns what to say about it; "unchanged" is not worth a line in quiet mode.
 * @param {{ quiet?: boolean }} options
 */
export async function step(name, work, { quiet = false } = {}) {
  const began = performance.now();
  const outcome = await work();
  if (quiet && outcome === "unchanged") return;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const line = `${name.padEnd(10)} ${outcome.padEnd(44)} ${seconds.padStart(6)} s\n`;
  (quiet ? process.stderr : process.stdout).write(line);
}
