/** What `event_ids.kind` says, and how each table names its id and time; `stagedWhen` is the column of the file. */
export const eventKinds = {
  learning_events: { kind: 1, id: "event_id", when: "occurred_at", stagedWhen: `"at"` },
  work_events: { kind: 2, id: "event_id", when: "completed_at", stagedWhen: "completed_at" },
  observations: { kind: 3, id: "observation_id", when: "observed_at", stagedWhen: "observed_at" },
} as const;

export type EventTable = keyof typeof eventKinds;
