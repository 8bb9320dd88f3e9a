CREATE TABLE "plan_amendments" (
	"org_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"amended_at" timestamp with time zone DEFAULT now() NOT NULL,
	"amended_by" uuid,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"hash_before" text NOT NULL,
	"hash_after" text NOT NULL,
	CONSTRAINT "plan_amendments_pk" PRIMARY KEY("org_id","initiative_id","number")
);
--> statement-breakpoint
ALTER TABLE "plan_amendments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plan_amendments" ADD CONSTRAINT "plan_amendments_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_amendments" ADD CONSTRAINT "plan_amendments_initiative" FOREIGN KEY ("org_id","initiative_id") REFERENCES "public"."initiatives"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "plan_amendments" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
-- What was promised and changed, was promised and changed.
REVOKE UPDATE, DELETE, TRUNCATE ON plan_amendments FROM throughline_app;
