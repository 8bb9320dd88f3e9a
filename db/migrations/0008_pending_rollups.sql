CREATE TABLE "pending_rollups" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"month" date NOT NULL,
	CONSTRAINT "pending_rollups_pk" PRIMARY KEY("org_id","person_id","month")
);
--> statement-breakpoint
ALTER TABLE "pending_rollups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pending_rollups" ADD CONSTRAINT "pending_rollups_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "pending_rollups" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);