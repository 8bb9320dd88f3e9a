/** What the levels mean where a behaviour has no anchors of its own. */
export const levelWords = {
  1: "Not yet",
  2: "With help",
  3: "Alone",
  4: "Alone in hard cases",
  5: "Shows others",
} as const;

/** What a role asks for where nobody has set a target. */
export const usualTarget = 3;
