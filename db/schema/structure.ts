import { foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, orgId, tenantOnly } from "./tenant";

/** A node of the unit tree. `path` is the full path ("Company / Operations / Assembly") and names the node in files. */
export const businessUnits = pgTable(
  "business_units",
  {
    id: id(),
    orgId: orgId(),
    parentId: uuid("parent_id"),
    name: text("name").notNull(),
    path: text("path").notNull(),
  },
  (t) => [
    primaryKey({ name: "business_units_pk", columns: [t.orgId, t.id] }),
    unique("business_units_path").on(t.orgId, t.path),
    foreignKey({ name: "business_units_parent", columns: [t.orgId, t.parentId], foreignColumns: [t.orgId, t.id] }),
    tenantOnly(),
  ],
);

export const sites = pgTable("sites", { id: id(), orgId: orgId(), name: text("name").notNull() }, (t) => [
  primaryKey({ name: "sites_pk", columns: [t.orgId, t.id] }),
  unique("sites_name").on(t.orgId, t.name),
  tenantOnly(),
]);

export const teams = pgTable("teams", { id: id(), orgId: orgId(), name: text("name").notNull() }, (t) => [
  primaryKey({ name: "teams_pk", columns: [t.orgId, t.id] }),
  unique("teams_name").on(t.orgId, t.name),
  tenantOnly(),
]);
