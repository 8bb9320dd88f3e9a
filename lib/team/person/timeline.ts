/** A piece of evidence: somebody or a system rated a behaviour of a person. */
export type Observed = {
  id: string;
  at: Date;
  behaviourId: string;
  behaviour: string;
  skillId: string;
  skill: string;
  ofTeam: boolean;
  level: number;
  /** What that level looks like, as the behaviour's anchors say; null where nobody has written it. */
  anchor: string | null;
  source: "manager" | "peer" | "self" | "system";
  /** Who rated: managers by name, a colleague is not named, a system by its rule. */
  rater: string | null;
  independent: boolean | null;
  accurate: boolean | null;
  consistent: boolean | null;
  note: string | null;
  artefact: string | null;
  files: { id: string; name: string }[];
  struckAt: Date | null;
  /** The latest contest of it, if any. */
  contest: "open" | "upheld" | "declined" | "withdrawn" | null;
};

export type Timeline = { total: number; latest: Observed[] };
