type Step = { from: string; to: string; merged: boolean };

/**
 * Where something that followed merged skills goes back to from where it is; `steps` are what it went, newest first. With `back` (skills
 * that come back) it goes as far as the first of them, along mergers only; without, all the way. A step that does not lead to where it is
 * means that somebody has put it elsewhere since: what is before that is not taken back.
 */
export function wayBack(at: string, steps: readonly Step[], back: ReadonlySet<string> | null): string {
  let now = at;
  for (const { from, to, merged } of steps) {
    if (to !== now || (back && !merged)) break;
    now = from;
    if (back?.has(now)) return now;
  }
  return back ? at : now;
}
