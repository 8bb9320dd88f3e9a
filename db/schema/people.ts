import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { businessUnits, sites, teams } from "./structure";
import { roles } from "./taxonomy";
import { createdAt, id, orgId, tenantOnly } from "./tenant";

export const exitTypes = ["voluntary", "involuntary", "other"] as const;
export const employmentEventKinds = [
  "hire",
  "promotion",
  "lateral_move",
  "demotion",
  "transfer",
  "leave",
  "return",
  "exit",
] as const;

/** A person the organisation employs or employed. Where they work is in `employments`, by date. */
export const people = pgTable(
  "people",
  {
    id: id(),
    orgId: orgId(),
    employeeId: text("employee_id").notNull(),
    name: text("name"),
    email: text("email"),
    hireDate: date("hire_date"),
    exitDate: date("exit_date"),
    exitType: text("exit_type", { enum: exitTypes }),
    regretted: boolean("regretted"),
    hourlyCost: doublePrecision("hourly_cost"),
    /** Columns of the file we have no name for: numbers or text, usable as covariates. */
    attributes: jsonb("attributes").$type<Record<string, string | number>>().notNull().default({}),
    batchId: uuid("batch_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "people_pk", columns: [t.orgId, t.id] }),
    index("people_employee_id").on(t.orgId, t.employeeId),
    tenantOnly(),
  ],
);

export const identityKinds = ["employee_id", "email", "account"] as const;

/** How sources name a person. Decides who a row is about; no foreign key, because people are distributed and this is not. */
export const identities = pgTable(
  "identities",
  {
    orgId: orgId(),
    kind: text("kind", { enum: identityKinds }).notNull(),
    /** E-mail addresses in lower case. */
    value: text("value").notNull(),
    personId: uuid("person_id").notNull(),
    batchId: uuid("batch_id"),
  },
  (t) => [
    primaryKey({ name: "identities_pk", columns: [t.orgId, t.kind, t.value] }),
    index("identities_person").on(t.orgId, t.personId),
    tenantOnly(),
  ],
);

/**
 * Where a person worked, from `startsOn` up to and not including `endsOn` (null = still). Spells of a person do not overlap;
 * they are derived from people.csv and employment_events.csv by one function and rebuilt when either changes.
 */
export const employments = pgTable(
  "employments",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    unitId: uuid("unit_id"),
    siteId: uuid("site_id"),
    teamId: uuid("team_id"),
    roleId: uuid("role_id"),
    managerId: uuid("manager_id"),
  },
  (t) => [
    primaryKey({ name: "employments_pk", columns: [t.orgId, t.personId, t.startsOn] }),
    index("employments_manager").on(t.orgId, t.managerId),
    index("employments_unit").on(t.orgId, t.unitId),
    foreignKey({
      name: "employments_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "employments_unit_fk",
      columns: [t.orgId, t.unitId],
      foreignColumns: [businessUnits.orgId, businessUnits.id],
    }),
    foreignKey({ name: "employments_site", columns: [t.orgId, t.siteId], foreignColumns: [sites.orgId, sites.id] }),
    foreignKey({ name: "employments_team", columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] }),
    foreignKey({ name: "employments_role", columns: [t.orgId, t.roleId], foreignColumns: [roles.orgId, roles.id] }),
    tenantOnly(),
  ],
);

/**
 * What a people.csv said of a person's place, and the day it was handed in: the newest row is the current place. History is
 * derived from these and the employment events, so a move that no event announces shows from the day a file told of it.
 */
export const currentPlaces = pgTable(
  "current_places",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    asOf: date("as_of").notNull(),
    unitId: uuid("unit_id"),
    siteId: uuid("site_id"),
    teamId: uuid("team_id"),
    roleId: uuid("role_id"),
    managerId: uuid("manager_id"),
  },
  (t) => [
    primaryKey({ name: "current_places_pk", columns: [t.orgId, t.personId, t.asOf] }),
    foreignKey({
      name: "current_places_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

export const employmentEvents = pgTable(
  "employment_events",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    occurredOn: date("occurred_on").notNull(),
    event: text("event", { enum: employmentEventKinds }).notNull(),
    fromValue: text("from_value"),
    toValue: text("to_value"),
    batchId: uuid("batch_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "employment_events_pk", columns: [t.orgId, t.personId, t.occurredOn, t.event] }),
    index("employment_events_batch").on(t.orgId, t.batchId),
    foreignKey({
      name: "employment_events_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
