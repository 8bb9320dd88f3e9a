CREATE TABLE "calendar_events" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"unit_id" uuid,
	"site_id" uuid,
	"note" text,
	"batch_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_events_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "calendar_events_once" UNIQUE NULLS NOT DISTINCT("org_id","name","starts_on","unit_id","site_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cohort_members" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	CONSTRAINT "cohort_members_pk" PRIMARY KEY("org_id","person_id","cohort_id")
);
--> statement-breakpoint
ALTER TABLE "cohort_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"rule" jsonb NOT NULL,
	"frozen_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cohorts_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "cohorts_name" UNIQUE("org_id","name")
);
--> statement-breakpoint
ALTER TABLE "cohorts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_registrations" (
	"org_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"frozen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"frozen_by" uuid,
	"plan_hash" text NOT NULL,
	"cohort_hash" text NOT NULL,
	"baseline_hash" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "plan_registrations_pk" PRIMARY KEY("org_id","initiative_id")
);
--> statement-breakpoint
ALTER TABLE "plan_registrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "registered_members" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"cluster" text,
	"baseline" double precision,
	CONSTRAINT "registered_members_pk" PRIMARY KEY("org_id","person_id","initiative_id")
);
--> statement-breakpoint
ALTER TABLE "registered_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "arm_members" ALTER COLUMN "batch_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "initiatives" ALTER COLUMN "batch_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "arm_members" ADD COLUMN "planned_on" date;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "hypothesis" jsonb;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "exclusions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "planned_power" jsonb;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "draft" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "explores" uuid;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "registered_by" uuid;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "learning_events" ADD COLUMN "version" text;--> statement-breakpoint
ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_unit" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."business_units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_site" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_members" ADD CONSTRAINT "cohort_members_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_members" ADD CONSTRAINT "cohort_members_cohort_fk" FOREIGN KEY ("org_id","cohort_id") REFERENCES "public"."cohorts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_registrations" ADD CONSTRAINT "plan_registrations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_registrations" ADD CONSTRAINT "plan_registrations_initiative" FOREIGN KEY ("org_id","initiative_id") REFERENCES "public"."initiatives"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registered_members" ADD CONSTRAINT "registered_members_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registered_members" ADD CONSTRAINT "registered_members_registration" FOREIGN KEY ("org_id","initiative_id") REFERENCES "public"."plan_registrations"("org_id","initiative_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cohort_members_cohort" ON "cohort_members" USING btree ("org_id","cohort_id");--> statement-breakpoint
CREATE INDEX "registered_members_initiative" ON "registered_members" USING btree ("org_id","initiative_id");--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_explores" FOREIGN KEY ("org_id","explores") REFERENCES "public"."initiatives"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "calendar_events" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "cohort_members" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "cohorts" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "plan_registrations" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "registered_members" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
-- What was frozen is written once. It may go with its initiative, make room for another before anybody was exposed, or gain a baseline it lacked.
REVOKE UPDATE, TRUNCATE ON plan_registrations, registered_members FROM throughline_app;--> statement-breakpoint
GRANT UPDATE (baseline) ON registered_members TO throughline_app;
