import { sql } from "drizzle-orm";
import { pgPolicy, timestamp, uuid } from "drizzle-orm/pg-core";
import { appRole, currentOrg, organisations } from "./organisations";

const sameOrg = sql`org_id = ${currentOrg}`;

export const orgId = () =>
  uuid("org_id")
    .notNull()
    .references(() => organisations.id, { onDelete: "cascade" });

/** For facts by the million, which have no foreign keys (`fact-references.ts`); the policy keeps them in the organisation. */
export const factOrgId = () => uuid("org_id").notNull();

export const tenantOnly = () =>
  pgPolicy("tenant_only", { for: "all", to: appRole, using: sameOrg, withCheck: sameOrg });

export const id = () => uuid("id").notNull().defaultRandom();

export const moment = (name: string) => timestamp(name, { withTimezone: true });

export const createdAt = () => moment("created_at").notNull().defaultNow();
