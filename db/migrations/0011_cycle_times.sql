CREATE TABLE "cycle_times" (
	"org_id" uuid NOT NULL,
	"grain" text NOT NULL,
	"period_start" date NOT NULL,
	"unit_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"people" integer NOT NULL,
	"minutes" double precision[] NOT NULL,
	CONSTRAINT "cycle_times_pk" PRIMARY KEY("org_id","grain","period_start","unit_id","role_id","site_id")
);
--> statement-breakpoint
ALTER TABLE "cycle_times" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cycle_times" ADD CONSTRAINT "cycle_times_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_months_cycle" ON "person_months" USING btree ("org_id","month") WHERE "person_months"."cycle_minutes" is not null;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "cycle_times" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
INSERT INTO cycle_times (org_id, grain, period_start, unit_id, role_id, site_id, people, minutes)
SELECT org_id, grain, period_start, unit_id, role_id, site_id, count(*), array_agg(minutes ORDER BY minutes)
FROM (
  SELECT DISTINCT ON (org_id, grain, period_start, person_id) org_id, grain, period_start, minutes,
    coalesce(unit_id, '00000000-0000-0000-0000-000000000000') AS unit_id,
    coalesce(role_id, '00000000-0000-0000-0000-000000000000') AS role_id,
    coalesce(site_id, '00000000-0000-0000-0000-000000000000') AS site_id
  FROM (
    SELECT m.*, g.grain, date_trunc(g.grain, m.month::timestamp)::date AS period_start,
      avg(m.cycle_minutes) OVER (PARTITION BY m.org_id, g.grain, date_trunc(g.grain, m.month::timestamp), m.person_id) AS minutes
    FROM person_months m CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) g (grain)
    WHERE m.cycle_minutes IS NOT NULL
  ) months
  ORDER BY org_id, grain, period_start, person_id, employed_days > 0 DESC, month DESC
) people
GROUP BY org_id, grain, period_start, unit_id, role_id, site_id;
