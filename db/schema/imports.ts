import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, moment, orgId, tenantOnly } from "./tenant";

export const fileKinds = [
  "people",
  "accounts",
  "employment_events",
  "skills",
  "activities",
  "learning_events",
  "work_events",
  "observations",
  "help_requests",
  "kpis",
  "kpi",
  "study",
  "cohort",
  "surveys",
  "costs",
  "calendar",
] as const;
export type FileKind = (typeof fileKinds)[number];

export const batchStatuses = ["waiting", "running", "done", "refused", "failed", "undone"] as const;

/** One file handed in together with others. A batch is all or nothing. */
export const importBatches = pgTable(
  "import_batches",
  {
    id: id(),
    orgId: orgId(),
    /** Files handed in together share an upload. */
    uploadId: uuid("upload_id").notNull(),
    /** Ties cohort.csv and costs.csv to the study.json they came with. */
    initiativeCode: text("initiative_code"),
    kind: text("kind", { enum: fileKinds }).notNull(),
    fileName: text("file_name").notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    sha256: text("sha256").notNull(),
    status: text("status", { enum: batchStatuses }).notNull(),
    bytesRead: bigint("bytes_read", { mode: "number" }).notNull().default(0),
    rows: integer("rows").notNull().default(0),
    added: integer("added").notNull().default(0),
    corrected: integer("corrected").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    parked: integer("parked").notNull().default(0),
    /** First and last day the accepted rows speak of. */
    coversFrom: text("covers_from"),
    coversTo: text("covers_to"),
    error: text("error"),
    /** What is worth knowing about rows that were taken, in sentences. */
    notices: jsonb("notices").$type<string[]>().notNull().default([]),
    /** The header of the file, for giving rejected rows back as they came. */
    columns: jsonb("columns").$type<string[]>().notNull().default([]),
    startedBy: uuid("started_by"),
    startedAt: moment("started_at").notNull().defaultNow(),
    finishedAt: moment("finished_at"),
    undoneBy: uuid("undone_by"),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ name: "import_batches_pk", columns: [t.orgId, t.id] }),
    index("import_batches_started").on(t.orgId, t.startedAt),
    index("import_batches_upload").on(t.orgId, t.uploadId),
    tenantOnly(),
  ],
);

/** A row that could not be taken, with its reason and the row as it stood in the file. */
export const rejectedRows = pgTable(
  "rejected_rows",
  {
    orgId: orgId(),
    batchId: uuid("batch_id").notNull(),
    line: integer("line").notNull(),
    column: text("column_name").notNull(),
    value: text("value"),
    reason: text("reason").notNull(),
    raw: jsonb("raw").$type<Record<string, string>>().notNull(),
  },
  (t) => [primaryKey({ name: "rejected_rows_pk", columns: [t.orgId, t.batchId, t.line, t.column] }), tenantOnly()],
);

/** A good row about somebody we do not know yet. Taken in by itself once the identity is known. */
export const parkedRows = pgTable(
  "parked_rows",
  {
    orgId: orgId(),
    batchId: uuid("batch_id").notNull(),
    line: integer("line").notNull(),
    kind: text("kind", { enum: fileKinds }).notNull(),
    identity: text("identity").notNull(),
    raw: jsonb("raw").$type<Record<string, string>>().notNull(),
    resolvedAt: moment("resolved_at"),
  },
  (t) => [
    primaryKey({ name: "parked_rows_pk", columns: [t.orgId, t.batchId, t.line] }),
    index("parked_rows_identity").on(t.orgId, t.identity),
    tenantOnly(),
  ],
);

/** What a batch replaced: the row before (null when the batch added it), so that a batch can be undone. */
export const importChanges = pgTable(
  "import_changes",
  {
    id: bigint("id", { mode: "number" }).notNull(),
    orgId: orgId(),
    batchId: uuid("batch_id").notNull(),
    tableName: text("table_name").notNull(),
    key: jsonb("key").$type<Record<string, unknown>>().notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ name: "import_changes_pk", columns: [t.orgId, t.batchId, t.id] }),
    index("import_changes_key").on(t.orgId, t.tableName, t.key),
    unique("import_changes_once").on(t.orgId, t.batchId, t.tableName, t.key),
    tenantOnly(),
  ],
);
