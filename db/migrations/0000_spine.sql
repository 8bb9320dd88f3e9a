-- The role the app works as owns nothing, so that row-level security binds it. Roles belong to the whole server: it may exist.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'throughline_app') THEN CREATE ROLE throughline_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
GRANT throughline_app TO CURRENT_USER;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_log_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "memberships_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "memberships_once" UNIQUE NULLS NOT DISTINCT("org_id","user_id","role","unit_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shown_scopes" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"frame" text NOT NULL,
	"scope" jsonb NOT NULL,
	"people" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shown_scopes_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "shown_scopes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"person_id" uuid,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "users_email" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"initiative_code" text,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"status" text NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"corrected" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"parked" integer DEFAULT 0 NOT NULL,
	"covers_from" text,
	"covers_to" text,
	"error" text,
	"started_by" uuid,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "import_batches_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_changes" (
	"id" bigint NOT NULL,
	"org_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"table_name" text NOT NULL,
	"key" jsonb NOT NULL,
	"before" jsonb,
	CONSTRAINT "import_changes_pk" PRIMARY KEY("org_id","batch_id","id"),
	CONSTRAINT "import_changes_once" UNIQUE("org_id","batch_id","table_name","key")
);
--> statement-breakpoint
ALTER TABLE "import_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parked_rows" (
	"org_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"identity" text NOT NULL,
	"raw" jsonb NOT NULL,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "parked_rows_pk" PRIMARY KEY("org_id","batch_id","line")
);
--> statement-breakpoint
ALTER TABLE "parked_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rejected_rows" (
	"org_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"column_name" text NOT NULL,
	"value" text,
	"reason" text NOT NULL,
	"raw" jsonb NOT NULL,
	CONSTRAINT "rejected_rows_pk" PRIMARY KEY("org_id","batch_id","line","column_name")
);
--> statement-breakpoint
ALTER TABLE "rejected_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "arm_members" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"exposed_on" date,
	"cluster" text,
	"assigned" text,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "arm_members_pk" PRIMARY KEY("org_id","person_id","initiative_id")
);
--> statement-breakpoint
ALTER TABLE "arm_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "costs" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"item" text NOT NULL,
	"kind" text,
	"amount" double precision NOT NULL,
	"currency" text,
	"spent_on" date,
	"hours" double precision,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "costs_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "costs_once" UNIQUE NULLS NOT DISTINCT("org_id","initiative_id","item","kind","spent_on")
);
--> statement-breakpoint
ALTER TABLE "costs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluations" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"plan_hash" text NOT NULL,
	"data_version" text NOT NULL,
	"code_version" text NOT NULL,
	"seed" integer NOT NULL,
	"grade" text NOT NULL,
	"result" jsonb NOT NULL,
	"evaluated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evaluations_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "evaluations_once" UNIQUE("org_id","initiative_id","plan_hash","data_version","code_version")
);
--> statement-breakpoint
ALTER TABLE "evaluations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_kpis" (
	"org_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"kpi_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "initiative_kpis_pk" PRIMARY KEY("org_id","initiative_id","kpi_id")
);
--> statement-breakpoint
ALTER TABLE "initiative_kpis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiatives" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"note" text,
	"design" text NOT NULL,
	"unit_of_analysis" text DEFAULT 'person' NOT NULL,
	"cluster" text,
	"period" text DEFAULT 'month' NOT NULL,
	"baseline_from" date,
	"baseline_to" date,
	"follow_up_from" date,
	"follow_up_to" date,
	"control" text,
	"covariates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"transform" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"confidence" double precision DEFAULT 0.95 NOT NULL,
	"seed" integer DEFAULT 1 NOT NULL,
	"chain" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"registered_at" date,
	"plan_hash" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiatives_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "initiatives_code" UNIQUE("org_id","code")
);
--> statement-breakpoint
ALTER TABLE "initiatives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text,
	"format" text,
	"delivery" text,
	"surface" text,
	"skill_id" uuid,
	"behaviour_id" uuid,
	"minutes" double precision,
	"owner" text,
	"version" text,
	CONSTRAINT "activities_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "activities_code" UNIQUE("org_id","code")
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "learning_events" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"event_id" text NOT NULL,
	"activity_id" uuid NOT NULL,
	"verb" text NOT NULL,
	"success" boolean,
	"score" double precision,
	"confidence" double precision,
	"seconds" integer,
	"surface" text,
	"before_task_id" uuid,
	"assigned_by" text,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "learning_events_pk" PRIMARY KEY("org_id","person_id","occurred_at","event_id")
) PARTITION BY RANGE ("occurred_at");
--> statement-breakpoint
ALTER TABLE "learning_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en-GB' NOT NULL,
	"currency" char(3) DEFAULT 'EUR' NOT NULL,
	"minimum_group_size" integer DEFAULT 5 NOT NULL,
	"notices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"revised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "current_places" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid,
	"site_id" uuid,
	"team_id" uuid,
	"role_id" uuid,
	"manager_id" uuid,
	CONSTRAINT "current_places_pk" PRIMARY KEY("org_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "current_places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "employment_events" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"occurred_on" date NOT NULL,
	"event" text NOT NULL,
	"from_value" text,
	"to_value" text,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "employment_events_pk" PRIMARY KEY("org_id","person_id","occurred_on","event")
);
--> statement-breakpoint
ALTER TABLE "employment_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "employments" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"unit_id" uuid,
	"site_id" uuid,
	"team_id" uuid,
	"role_id" uuid,
	"manager_id" uuid,
	CONSTRAINT "employments_pk" PRIMARY KEY("org_id","person_id","starts_on")
);
--> statement-breakpoint
ALTER TABLE "employments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identities" (
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"person_id" uuid NOT NULL,
	"batch_id" uuid,
	CONSTRAINT "identities_pk" PRIMARY KEY("org_id","kind","value")
);
--> statement-breakpoint
ALTER TABLE "identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"employee_id" text NOT NULL,
	"name" text,
	"email" text,
	"hire_date" date,
	"exit_date" date,
	"exit_type" text,
	"regretted" boolean,
	"hourly_cost" double precision,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"batch_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "behaviour_months" (
	"org_id" uuid NOT NULL,
	"month" date NOT NULL,
	"person_id" uuid NOT NULL,
	"behaviour_id" uuid NOT NULL,
	"ratings" integer DEFAULT 0 NOT NULL,
	"level_sum" double precision DEFAULT 0 NOT NULL,
	"self_ratings" integer DEFAULT 0 NOT NULL,
	"self_level_sum" double precision DEFAULT 0 NOT NULL,
	"independent_known" integer DEFAULT 0 NOT NULL,
	"independent" integer DEFAULT 0 NOT NULL,
	"accurate_known" integer DEFAULT 0 NOT NULL,
	"accurate" integer DEFAULT 0 NOT NULL,
	"sound" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "behaviour_months_pk" PRIMARY KEY("org_id","month","person_id","behaviour_id")
) WITH (fillfactor = 75);
--> statement-breakpoint
ALTER TABLE "behaviour_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "certifications" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"certified_on" date NOT NULL,
	CONSTRAINT "certifications_pk" PRIMARY KEY("org_id","person_id","skill_id")
);
--> statement-breakpoint
ALTER TABLE "certifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "metric_cells" (
	"org_id" uuid NOT NULL,
	"grain" text NOT NULL,
	"period_start" date NOT NULL,
	"level" smallint NOT NULL,
	"metric" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"people" integer NOT NULL,
	"numerator" double precision NOT NULL,
	"denominator" double precision NOT NULL,
	"numerator_m2" double precision NOT NULL,
	"denominator_m2" double precision NOT NULL,
	"cross_m2" double precision NOT NULL,
	CONSTRAINT "metric_cells_pk" PRIMARY KEY("org_id","level","metric","grain","period_start","unit_id","role_id","site_id")
);
--> statement-breakpoint
ALTER TABLE "metric_cells" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_months" (
	"org_id" uuid NOT NULL,
	"month" date NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid,
	"site_id" uuid,
	"team_id" uuid,
	"role_id" uuid,
	"employed_days" smallint DEFAULT 0 NOT NULL,
	"events" integer DEFAULT 0 NOT NULL,
	"in_flow_events" integer DEFAULT 0 NOT NULL,
	"destination_events" integer DEFAULT 0 NOT NULL,
	"self_events" integer DEFAULT 0 NOT NULL,
	"assigned_known" integer DEFAULT 0 NOT NULL,
	"shares" integer DEFAULT 0 NOT NULL,
	"manager_nudges" integer DEFAULT 0 NOT NULL,
	"uses_before_complex" integer DEFAULT 0 NOT NULL,
	"repeat_complex_tasks" integer DEFAULT 0 NOT NULL,
	"completions" integer DEFAULT 0 NOT NULL,
	"certifications" integer DEFAULT 0 NOT NULL,
	"questions" integer DEFAULT 0 NOT NULL,
	"seconds" double precision DEFAULT 0 NOT NULL,
	"score_sum" double precision DEFAULT 0 NOT NULL,
	"score_n" integer DEFAULT 0 NOT NULL,
	"satisfaction_sum" double precision DEFAULT 0 NOT NULL,
	"satisfaction_n" integer DEFAULT 0 NOT NULL,
	"day_mask" integer DEFAULT 0 NOT NULL,
	"in_flow_day_mask" integer DEFAULT 0 NOT NULL,
	"jobs" integer DEFAULT 0 NOT NULL,
	"jobs_ok" integer DEFAULT 0 NOT NULL,
	"job_errors" integer DEFAULT 0 NOT NULL,
	"jobs_reopened" integer DEFAULT 0 NOT NULL,
	"jobs_escalated" integer DEFAULT 0 NOT NULL,
	"jobs_assisted" integer DEFAULT 0 NOT NULL,
	"assisted_known" integer DEFAULT 0 NOT NULL,
	"quality_sum" double precision DEFAULT 0 NOT NULL,
	"quality_n" integer DEFAULT 0 NOT NULL,
	"hires" integer DEFAULT 0 NOT NULL,
	"promotions" integer DEFAULT 0 NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"exits" integer DEFAULT 0 NOT NULL,
	"voluntary_exits" integer DEFAULT 0 NOT NULL,
	"regretted_exits" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "person_months_pk" PRIMARY KEY("org_id","month","person_id")
) WITH (fillfactor = 75);
--> statement-breakpoint
ALTER TABLE "person_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "business_units" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"path" text NOT NULL,
	CONSTRAINT "business_units_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "business_units_path" UNIQUE("org_id","path")
);
--> statement-breakpoint
ALTER TABLE "business_units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "sites_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "sites_name" UNIQUE("org_id","name")
);
--> statement-breakpoint
ALTER TABLE "sites" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "teams_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "teams_name" UNIQUE("org_id","name")
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "behaviours" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "behaviours_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "behaviours_statement" UNIQUE("org_id","statement")
);
--> statement-breakpoint
ALTER TABLE "behaviours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_skills" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"task_id" uuid,
	"target_level" double precision,
	"critical" boolean DEFAULT false NOT NULL,
	CONSTRAINT "role_skills_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "role_skills_once" UNIQUE NULLS NOT DISTINCT("org_id","role_id","skill_id","task_id")
);
--> statement-breakpoint
ALTER TABLE "role_skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "roles" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "roles_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "roles_name" UNIQUE("org_id","name")
);
--> statement-breakpoint
ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "skills" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"facet" text,
	"risk" text,
	"depth" text,
	CONSTRAINT "skills_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "skills_name" UNIQUE("org_id","name")
);
--> statement-breakpoint
ALTER TABLE "skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"role_id" uuid,
	"name" text NOT NULL,
	"frequency" smallint,
	"impact" smallint,
	CONSTRAINT "tasks_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "tasks_name" UNIQUE NULLS NOT DISTINCT("org_id","role_id","name")
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_ids" (
	"org_id" uuid NOT NULL,
	"kind" smallint NOT NULL,
	"event_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"digest" uuid NOT NULL,
	CONSTRAINT "event_ids_pk" PRIMARY KEY("org_id","kind","event_id")
);
--> statement-breakpoint
ALTER TABLE "event_ids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpi_values" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kpi_id" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "kpi_values_pk" PRIMARY KEY("org_id","person_id","kpi_id","ends_on")
);
--> statement-breakpoint
ALTER TABLE "kpi_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpis" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"layer" text,
	"family" text,
	"unit" text,
	"direction" text DEFAULT 'up' NOT NULL,
	"kind" text DEFAULT 'mean' NOT NULL,
	"value_per_unit" double precision,
	"currency" text,
	"target" double precision,
	CONSTRAINT "kpis_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "kpis_code" UNIQUE("org_id","code")
);
--> statement-breakpoint
ALTER TABLE "kpis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "observations" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"observation_id" text NOT NULL,
	"observed_at" timestamp with time zone NOT NULL,
	"behaviour_id" uuid NOT NULL,
	"level" double precision NOT NULL,
	"source" text NOT NULL,
	"rater_id" uuid,
	"independent" boolean,
	"accurate" boolean,
	"artefact" text,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "observations_pk" PRIMARY KEY("org_id","person_id","observation_id")
);
--> statement-breakpoint
ALTER TABLE "observations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"person_id" uuid,
	"answered_on" date NOT NULL,
	"instrument" text,
	"initiative_code" text,
	"question" text,
	"answer" text,
	"class" text,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "survey_answers_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "survey_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_kpi_values" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"kpi_id" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "team_kpi_values_pk" PRIMARY KEY("org_id","team_id","kpi_id","ends_on")
);
--> statement-breakpoint
ALTER TABLE "team_kpi_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_events" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	"event_id" text NOT NULL,
	"task_id" uuid NOT NULL,
	"started_at" timestamp with time zone,
	"outcome" text,
	"assisted" boolean,
	"quality" double precision,
	"value" double precision,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "work_events_pk" PRIMARY KEY("org_id","person_id","completed_at","event_id")
) PARTITION BY RANGE ("completed_at");
--> statement-breakpoint
ALTER TABLE "work_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."business_units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_scopes" ADD CONSTRAINT "shown_scopes_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parked_rows" ADD CONSTRAINT "parked_rows_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_rows" ADD CONSTRAINT "rejected_rows_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arm_members" ADD CONSTRAINT "arm_members_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arm_members" ADD CONSTRAINT "arm_members_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arm_members" ADD CONSTRAINT "arm_members_initiative_fk" FOREIGN KEY ("org_id","initiative_id") REFERENCES "public"."initiatives"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "costs" ADD CONSTRAINT "costs_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "costs" ADD CONSTRAINT "costs_initiative" FOREIGN KEY ("org_id","initiative_id") REFERENCES "public"."initiatives"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_initiative" FOREIGN KEY ("org_id","initiative_id") REFERENCES "public"."initiatives"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_kpis" ADD CONSTRAINT "initiative_kpis_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_kpis" ADD CONSTRAINT "initiative_kpis_initiative" FOREIGN KEY ("org_id","initiative_id") REFERENCES "public"."initiatives"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_kpis" ADD CONSTRAINT "initiative_kpis_kpi" FOREIGN KEY ("org_id","kpi_id") REFERENCES "public"."kpis"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_skill" FOREIGN KEY ("org_id","skill_id") REFERENCES "public"."skills"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_behaviour" FOREIGN KEY ("org_id","behaviour_id") REFERENCES "public"."behaviours"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_events" ADD CONSTRAINT "learning_events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_events" ADD CONSTRAINT "learning_events_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_events" ADD CONSTRAINT "learning_events_activity" FOREIGN KEY ("org_id","activity_id") REFERENCES "public"."activities"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_events" ADD CONSTRAINT "learning_events_task" FOREIGN KEY ("org_id","before_task_id") REFERENCES "public"."tasks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_places" ADD CONSTRAINT "current_places_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_places" ADD CONSTRAINT "current_places_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employment_events" ADD CONSTRAINT "employment_events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employment_events" ADD CONSTRAINT "employment_events_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_unit_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."business_units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_site" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "behaviour_months" ADD CONSTRAINT "behaviour_months_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_cells" ADD CONSTRAINT "metric_cells_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_months" ADD CONSTRAINT "person_months_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_units" ADD CONSTRAINT "business_units_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_units" ADD CONSTRAINT "business_units_parent" FOREIGN KEY ("org_id","parent_id") REFERENCES "public"."business_units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "behaviours" ADD CONSTRAINT "behaviours_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "behaviours" ADD CONSTRAINT "behaviours_skill" FOREIGN KEY ("org_id","skill_id") REFERENCES "public"."skills"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_skills" ADD CONSTRAINT "role_skills_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_skills" ADD CONSTRAINT "role_skills_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_skills" ADD CONSTRAINT "role_skills_skill" FOREIGN KEY ("org_id","skill_id") REFERENCES "public"."skills"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_skills" ADD CONSTRAINT "role_skills_task" FOREIGN KEY ("org_id","task_id") REFERENCES "public"."tasks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_ids" ADD CONSTRAINT "event_ids_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_values" ADD CONSTRAINT "kpi_values_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_values" ADD CONSTRAINT "kpi_values_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_values" ADD CONSTRAINT "kpi_values_kpi_fk" FOREIGN KEY ("org_id","kpi_id") REFERENCES "public"."kpis"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpis" ADD CONSTRAINT "kpis_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_behaviour" FOREIGN KEY ("org_id","behaviour_id") REFERENCES "public"."behaviours"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_kpi_values" ADD CONSTRAINT "team_kpi_values_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_kpi_values" ADD CONSTRAINT "team_kpi_values_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_kpi_values" ADD CONSTRAINT "team_kpi_values_kpi" FOREIGN KEY ("org_id","kpi_id") REFERENCES "public"."kpis"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_events" ADD CONSTRAINT "work_events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_events" ADD CONSTRAINT "work_events_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_events" ADD CONSTRAINT "work_events_task" FOREIGN KEY ("org_id","task_id") REFERENCES "public"."tasks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "shown_scopes_frame" ON "shown_scopes" USING btree ("org_id","user_id","frame","people");--> statement-breakpoint
CREATE INDEX "import_batches_started" ON "import_batches" USING btree ("org_id","started_at");--> statement-breakpoint
CREATE INDEX "import_batches_upload" ON "import_batches" USING btree ("org_id","upload_id");--> statement-breakpoint
CREATE INDEX "import_changes_key" ON "import_changes" USING btree ("org_id","table_name","key");--> statement-breakpoint
CREATE INDEX "parked_rows_identity" ON "parked_rows" USING btree ("org_id","identity");--> statement-breakpoint
CREATE INDEX "arm_members_initiative" ON "arm_members" USING btree ("org_id","initiative_id");--> statement-breakpoint
CREATE INDEX "learning_events_time" ON "learning_events" USING brin ("occurred_at");--> statement-breakpoint
CREATE INDEX "employment_events_batch" ON "employment_events" USING btree ("org_id","batch_id");--> statement-breakpoint
CREATE INDEX "employments_manager" ON "employments" USING btree ("org_id","manager_id");--> statement-breakpoint
CREATE INDEX "employments_unit" ON "employments" USING btree ("org_id","unit_id");--> statement-breakpoint
CREATE INDEX "identities_person" ON "identities" USING btree ("org_id","person_id");--> statement-breakpoint
CREATE INDEX "people_employee_id" ON "people" USING btree ("org_id","employee_id");--> statement-breakpoint
CREATE INDEX "behaviour_months_person" ON "behaviour_months" USING btree ("org_id","person_id");--> statement-breakpoint
CREATE INDEX "person_months_person" ON "person_months" USING btree ("org_id","person_id");--> statement-breakpoint
CREATE INDEX "kpi_values_kpi" ON "kpi_values" USING btree ("org_id","kpi_id","ends_on");--> statement-breakpoint
CREATE INDEX "observations_time" ON "observations" USING brin ("observed_at");--> statement-breakpoint
CREATE INDEX "survey_answers_batch" ON "survey_answers" USING btree ("org_id","batch_id");--> statement-breakpoint
CREATE INDEX "work_events_time" ON "work_events" USING brin ("completed_at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "audit_log" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "memberships" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "shown_scopes" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "users" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "import_batches" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "import_changes" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "parked_rows" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "rejected_rows" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "arm_members" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "costs" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "evaluations" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "initiative_kpis" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "initiatives" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "activities" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "learning_events" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "organisations" AS PERMISSIVE FOR ALL TO "throughline_app" USING (id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "current_places" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "employment_events" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "employments" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "identities" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "people" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "behaviour_months" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "certifications" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "metric_cells" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "person_months" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "business_units" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "sites" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "teams" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "behaviours" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "role_skills" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "roles" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "skills" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "tasks" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "event_ids" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "kpi_values" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "kpis" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "observations" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "survey_answers" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "team_kpi_values" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "work_events" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);