/**
 * What `event_ids.kind` says, how each table names its id and time, and what `touched` calls it (null: no rollup reads it); `stagedWhen`
 * is the column of the file.
 */
export const eventKinds = {
  learning_events: { kind: 1, id: "event_id", when: "occurred_at", stagedWhen: `"at"`, source: "learning" },
  work_events: { kind: 2, id: "event_id", when: "completed_at", stagedWhen: "completed_at", source: "work" },
  observations: {
    kind: 3,
    id: "observation_id",
    when: "observed_at",
    stagedWhen: "observed_at",
    source: "observation",
  },
  help_requests: { kind: 4, id: "request_id", when: "asked_at", stagedWhen: "asked_at", source: null },
} as const;

export type EventTable = keyof typeof eventKinds;
