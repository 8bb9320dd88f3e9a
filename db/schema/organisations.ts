import { sql } from "drizzle-orm";
import { char, integer, jsonb, pgPolicy, pgRole, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The role the app works as. It owns no table, so row-level security binds it. */
export const appRole = pgRole("throughline_app").existing();

/** Null outside a tenant transaction, and null matches no row: forgetting the tenant shows nothing. */
export const currentOrg = sql`nullif(current_setting('app.org_id', true), '')::uuid`;

const itself = sql`id = ${currentOrg}`;

export const organisations = pgTable(
  "organisations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull().unique("organisations_slug"),
    name: text("name").notNull(),
    locale: text("locale").notNull().default("en-GB"),
    currency: char("currency", { length: 3 }).notNull().default("EUR"),
    /** Groups smaller than this are withheld. Never below 3. */
    minimumGroupSize: integer("minimum_group_size").notNull().default(5),
    /** Attribution and notes every page of this organisation must carry, for example of the demo. */
    notices: jsonb("notices").$type<string[]>().notNull().default([]),
    /** Rises with every change of facts; what a figure was computed from. */
    revision: integer("revision").notNull().default(0),
    revisedAt: timestamp("revised_at", { withTimezone: true }).notNull().defaultNow(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  () => [pgPolicy("tenant_only", { for: "all", to: appRole, using: itself, withCheck: itself })],
);
