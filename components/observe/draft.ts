import type { ObservationDraft } from "@/lib/observe/input";

/** What is said of one person and behaviour before it is sent. */
export type Draft = {
  level: number | null;
  independent: boolean | null;
  accurate: boolean | null;
  consistent: boolean | null;
  note: string;
  artefact: string;
  photo: Blob | null;
};

export const emptyDraft: Draft = {
  level: null,
  independent: null,
  accurate: null,
  consistent: null,
  note: "",
  artefact: "",
  photo: null,
};

/** Three readings beside the level, as `observations` has them. */
export const readings = [
  ["independent", "Without help"],
  ["accurate", "Without a mistake"],
  ["consistent", "Every time"],
] as const;

type Subject = { writtenBy: string; people: string[]; behaviourId: string };

export function entryBody(id: string, subject: Subject, draft: Draft, level: number): ObservationDraft {
  const { independent, accurate, consistent, note, artefact } = draft;
  return {
    ...subject,
    id,
    level,
    independent,
    accurate,
    consistent,
    note,
    artefact,
    observedAt: new Date().toISOString(),
  };
}
