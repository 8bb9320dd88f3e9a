import { doublePrecision, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { orgId, tenantOnly } from "./tenant";

/** What an organisation wants a figure to be; who set it when is in the audit log. `metric` is an id of the dictionary, or `kpi:` and the id of an imported KPI. */
export const metricTargets = pgTable(
  "metric_targets",
  {
    orgId: orgId(),
    metric: text("metric").notNull(),
    target: doublePrecision("target").notNull(),
  },
  (t) => [primaryKey({ name: "metric_targets_pk", columns: [t.orgId, t.metric] }), tenantOnly()],
);
