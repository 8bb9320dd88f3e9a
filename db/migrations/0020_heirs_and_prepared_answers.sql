CREATE TABLE "prepared_answers" (
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"question" text NOT NULL,
	"stamp" text NOT NULL,
	"answer" jsonb NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prepared_answers_pk" PRIMARY KEY("org_id","name","question")
);
--> statement-breakpoint
ALTER TABLE "prepared_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "draft_nodes" ADD COLUMN "heir" uuid;--> statement-breakpoint
ALTER TABLE "taxonomy_versions" ADD COLUMN "followed" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "behaviours" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "prepared_answers" ADD CONSTRAINT "prepared_answers_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "prepared_answers" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);