import { stringify } from "csv-stringify/sync";
import type { FileKind } from "@/db/schema/imports";
import { fileDefinitions } from "./files/all-files";

export type Template = { kind: FileKind; fileName: string; text: string };

const study = {
  title: "Refund handling, phased roll-out",
  design: "phased",
  primary_kpi: "error_rate",
  secondary_kpis: [],
  unit_of_analysis: "person",
  period: "month",
  baseline: { from: "2025-01-01", to: "2025-03-31" },
  follow_up: { from: "2025-04-15", to: "2025-07-14" },
  control: "never_treated",
  confidence: 0.95,
  seed: 1,
};

/** A file of each kind with its header and one example row, made from the definitions the import reads by. */
export const templates: Template[] = [
  ...Object.values(fileDefinitions).map(({ kind, columns }) => ({
    kind,
    fileName: `${kind}.csv`,
    text: stringify([columns.map((column) => column.name), columns.map((column) => column.example)]),
  })),
  { kind: "study", fileName: "study.json", text: `${JSON.stringify(study, null, 2)}\n` },
];
