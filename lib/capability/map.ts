/** Stands for all sites of a role. */
export const everywhere = "everywhere";

/**
 * What is known of people and needed skills of a place: pairs of a person and a skill their role needs, or people for one skill. How those seen
 * stand is told of at least the minimum of people seen, else null; a role adds up the skills of which it is told.
 */
export type Capability = {
  /** Mapped: needed. */
  needed: number;
  /** Of a role: in the skills of which it is told how those seen stand. */
  neededTold: number;
  /** Seen at work, and the evidence still counts. */
  evidenced: number | null;
  /** Of those, at the level needed or above; then with two sources that agree, and held over months. */
  applied: number | null;
  validated: number | null;
  sustained: number | null;
  /** Of a role: in the skills of which `certifiedNotApplied` is told. */
  certified: number;
  certifiedNotApplied: number | null;
  /** Seen once, and too long ago. */
  stale: number;
  /** Nothing is told because fewer than the minimum were seen, and not because it would tell of such a place. */
  fewSeen: boolean;
  /** Skills of which it is not told how those seen stand. */
  untold: number;
  /** Mean level of those evidenced, with a 95 % interval over people. Of one skill over all sites only; null where fewer than the minimum were seen. */
  level: { value: number; interval: [number, number] | null } | null;
};

/** What can be asked of the map: a share of what is needed, of what is seen, or of what is certified. */
export const measures = {
  evidenced: { of: "evidenced", among: "neededTold", words: "Seen at work, of what is needed" },
  applied: { of: "applied", among: "neededTold", words: "At the level needed, of what is needed" },
  validated: { of: "validated", among: "neededTold", words: "Two sources agree, of what is needed" },
  sustained: { of: "sustained", among: "neededTold", words: "Held over months, of what is needed" },
  stale: { of: "stale", among: "needed", words: "No longer seen, of what is needed" },
  unapplied: {
    of: "certifiedNotApplied",
    among: "certified",
    words: "Certified but not applied, of what is certified",
  },
} as const satisfies Record<
  string,
  { of: keyof Capability; among: "needed" | "neededTold" | "certified"; words: string }
>;

export type MapCell = { siteId: string; state: { kind: "withheld" } | ({ kind: "shown" } & Capability) };

export type MapRow = {
  id: string;
  name: string;
  /** What the role asks for; null for a row of a whole role. */
  target: number | null;
  critical: boolean;
  /** Mapped or certified, and nobody was ever seen doing it. */
  symbolic: boolean;
  cells: MapCell[];
};

export type CapabilityMap =
  | { kind: "empty" }
  | {
      kind: "shown";
      minimum: number;
      asOf: string;
      sites: { id: string; label: string }[];
      roles: MapRow[];
      /** The skills of the chosen role. */
      chosen: { id: string; name: string; skills: MapRow[] } | null;
    };
