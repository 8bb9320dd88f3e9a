export const scales = ["small", "normal", "full"] as const;
export type Scale = (typeof scales)[number];

export type Figure = {
  what: string;
  measured: string;
  /** Figures without a goal explain the others. */
  goal?: { wanted: string; met: boolean };
};

export type Report = {
  /** What was measured on what, one sentence each. */
  setting: string[];
  figures: Figure[];
  /** One sentence: what follows. */
  reading: string;
};

/** Measures one thing on a cluster of its own. */
export type Bench = (scale: Scale, say: (line: string) => void) => Promise<Report>;
