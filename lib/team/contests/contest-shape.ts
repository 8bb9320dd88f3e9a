/** A contest as the person and those who may answer it see it. */
export type Contest = {
  id: string;
  observationId: string;
  reason: string;
  status: "open" | "upheld" | "declined" | "withdrawn";
  openedAt: Date;
  /** The last day on which an answer is in time. */
  dueOn: string;
  isOverdue: boolean;
  answer: string | null;
  /** By name; null for a withdrawn one, and where the user is gone. */
  answeredBy: string | null;
  answeredAt: Date | null;
  /** What is contested; null where its file was taken back since. */
  observation: {
    at: Date;
    behaviour: string;
    skill: string;
    level: number;
    source: string;
    rater: string | null;
    note: string | null;
  } | null;
};
