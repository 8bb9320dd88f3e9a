CREATE TABLE "metric_targets" (
	"org_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"target" double precision NOT NULL,
	CONSTRAINT "metric_targets_pk" PRIMARY KEY("org_id","metric")
);
--> statement-breakpoint
ALTER TABLE "metric_targets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "metric_targets" ADD CONSTRAINT "metric_targets_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpis" DROP COLUMN "target";--> statement-breakpoint
CREATE POLICY "tenant_only" ON "metric_targets" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);