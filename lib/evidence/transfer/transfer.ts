/** Of those who passed, completed or were certified by a course: at one site of one role, or at all (`everywhere`). */
export type TransferCount = {
  /** A course, or what else people of the skill are told of: who is prepared for it, who holds a certificate. */
  groupId: string;
  kind: "course" | "prepared" | "certified";
  skillId: string;
  roleId: string;
  siteId: string;
  passed: number;
  /** Seen at work afterwards by a manager, peer or system, by evidence that still counts; of those, at the level needed or above. */
  seen: number;
  applied: number;
};

/** People in both of two groups of one skill at a place. */
export type SharedCount = {
  skillId: string;
  one: string;
  other: string;
  roleId: string;
  siteId: string;
  people: number;
};

export type TransferFacts = {
  day: string;
  courses: { id: string; title: string; skillId: string; skill: string }[];
  counts: TransferCount[];
  shared: SharedCount[];
};

export type Transferred =
  | { kind: "withheld" }
  /** Of those who passed fewer than the minimum were seen, or it would tell of such a group. */
  | { kind: "few"; passed: number }
  | { kind: "told"; passed: number; seen: number; applied: number; interval: [number, number] };

type CourseTransfer = { courseId: string; title: string; skill: string; whole: Transferred };
type TransferPlace = { roleId: string; role: string; siteId: string; site: string; transferred: Transferred };

export type Transfer = {
  /** The last day counted, and the first on which passing counts. */
  asOf: string;
  from: string;
  minimum: number;
  courses: CourseTransfer[];
  /** Of the course asked for: every role at every site with people who passed it. */
  chosen: { courseId: string; title: string; places: TransferPlace[] } | null;
};
