CREATE TABLE "artefact_reviews" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"link" text,
	"note" text,
	"behaviour_ids" uuid[] NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"answer" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "artefact_reviews_pk" PRIMARY KEY("org_id","person_id","id","round")
);
--> statement-breakpoint
ALTER TABLE "artefact_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calibration_ratings" (
	"org_id" uuid NOT NULL,
	"calibration_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"behaviour_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"note" text,
	"site_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calibration_ratings_pk" PRIMARY KEY("org_id","calibration_id","user_id","behaviour_id")
);
--> statement-breakpoint
ALTER TABLE "calibration_ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calibrations" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"title" text NOT NULL,
	"artefact" text NOT NULL,
	"link" text,
	"behaviour_ids" uuid[] NOT NULL,
	"expected" jsonb,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calibrations_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "calibrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contests" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"observation_id" text NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "contests_pk" PRIMARY KEY("org_id","person_id","id")
);
--> statement-breakpoint
ALTER TABLE "contests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"observation_id" text,
	"review_id" uuid,
	"added_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_files_pk" PRIMARY KEY("org_id","person_id","id")
);
--> statement-breakpoint
ALTER TABLE "evidence_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence_rules" (
	"org_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"why" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_rules_pk" PRIMARY KEY("org_id","version")
);
--> statement-breakpoint
ALTER TABLE "evidence_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "manager_actions" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"done_on" date NOT NULL,
	"skill_id" uuid,
	"note" text,
	"manager_id" uuid,
	"logged_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "manager_actions_pk" PRIMARY KEY("org_id","person_id","id")
);
--> statement-breakpoint
ALTER TABLE "manager_actions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "maturity_levels" (
	"org_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"level" smallint NOT NULL,
	"criteria" jsonb NOT NULL,
	CONSTRAINT "maturity_levels_pk" PRIMARY KEY("org_id","role_id","site_id","since")
);
--> statement-breakpoint
ALTER TABLE "maturity_levels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "nudges" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"skill_id" uuid,
	"behaviour_id" uuid,
	"sent_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"show_from" timestamp with time zone NOT NULL,
	"held_out" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "nudges_pk" PRIMARY KEY("org_id","person_id","id")
);
--> statement-breakpoint
ALTER TABLE "nudges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "observation_skips" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"behaviour_id" uuid NOT NULL,
	"skipped_by" uuid NOT NULL,
	"skipped_on" date NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "observation_skips_pk" PRIMARY KEY("org_id","person_id","behaviour_id","skipped_by","skipped_on")
);
--> statement-breakpoint
ALTER TABLE "observation_skips" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signal_rule_versions" (
	"org_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"why" text,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signal_rule_versions_pk" PRIMARY KEY("org_id","rule_id","version")
);
--> statement-breakpoint
ALTER TABLE "signal_rule_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signal_rules" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"behaviour_id" uuid NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"version" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signal_rules_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "signal_rules_name" UNIQUE("org_id","name")
);
--> statement-breakpoint
ALTER TABLE "signal_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "skill_states" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"status" text NOT NULL,
	"level" double precision,
	"strength" double precision DEFAULT 0 NOT NULL,
	"seen_on" date,
	"margin" double precision,
	"sources" smallint DEFAULT 0 NOT NULL,
	"agree" boolean,
	"manager_level" double precision,
	"manager_ratings" integer DEFAULT 0 NOT NULL,
	"manager_on" date,
	"peer_level" double precision,
	"peer_ratings" integer DEFAULT 0 NOT NULL,
	"peer_on" date,
	"system_level" double precision,
	"system_ratings" integer DEFAULT 0 NOT NULL,
	"system_on" date,
	"self_level" double precision,
	"self_ratings" integer DEFAULT 0 NOT NULL,
	"self_on" date,
	"independent" integer DEFAULT 0 NOT NULL,
	"independent_known" integer DEFAULT 0 NOT NULL,
	"accurate" integer DEFAULT 0 NOT NULL,
	"accurate_known" integer DEFAULT 0 NOT NULL,
	"consistent" integer DEFAULT 0 NOT NULL,
	"consistent_known" integer DEFAULT 0 NOT NULL,
	"recalled_on" date,
	"recall_score" double precision,
	"simulated_on" date,
	"simulated_score" double precision,
	"certified_on" date,
	"held_since" date,
	"target_level" double precision,
	"critical" boolean DEFAULT false NOT NULL,
	"half_life_days" integer NOT NULL,
	"rules_version" integer NOT NULL,
	CONSTRAINT "skill_states_pk" PRIMARY KEY("org_id","person_id","skill_id")
);
--> statement-breakpoint
ALTER TABLE "skill_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "starts" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"skill_id" uuid,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "starts_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "starts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft_edits" (
	"org_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"label" text NOT NULL,
	"changes" jsonb NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_edits_pk" PRIMARY KEY("org_id","draft_id","number")
);
--> statement-breakpoint
ALTER TABLE "draft_edits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft_nodes" (
	"org_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"base" jsonb,
	"node" jsonb,
	CONSTRAINT "draft_nodes_pk" PRIMARY KEY("org_id","draft_id","node_id")
);
--> statement-breakpoint
ALTER TABLE "draft_nodes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rating_scales" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"lowest" double precision NOT NULL,
	"highest" double precision NOT NULL,
	"points" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rating_scales_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "rating_scales_name" UNIQUE("org_id","name","version")
);
--> statement-breakpoint
ALTER TABLE "rating_scales" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "taxonomy_comments" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "taxonomy_comments_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "taxonomy_comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "taxonomy_drafts" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"title" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"stands_at" integer DEFAULT 0 NOT NULL,
	"last_edit" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"review_note" text,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"published_as" integer,
	CONSTRAINT "taxonomy_drafts_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "taxonomy_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "taxonomy_proposals" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"node_id" uuid NOT NULL,
	"figures" jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"reason" text,
	"draft_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "taxonomy_proposals_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "taxonomy_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "taxonomy_versions" (
	"org_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text NOT NULL,
	"origin" text NOT NULL,
	"changes" jsonb NOT NULL,
	"draft_id" uuid,
	"batch_id" uuid,
	"back_to" integer,
	"published_by" uuid,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "taxonomy_versions_pk" PRIMARY KEY("org_id","number")
);
--> statement-breakpoint
ALTER TABLE "taxonomy_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_behaviours" (
	"org_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"behaviour_id" uuid NOT NULL,
	"target_level" double precision,
	CONSTRAINT "need_behaviours_pk" PRIMARY KEY("org_id","need_id","behaviour_id")
);
--> statement-breakpoint
ALTER TABLE "need_behaviours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "friction_activities" (
	"org_id" uuid NOT NULL,
	"friction_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	CONSTRAINT "friction_activities_pk" PRIMARY KEY("org_id","friction_id","activity_id")
);
--> statement-breakpoint
ALTER TABLE "friction_activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "friction_points" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"task_id" uuid,
	"step_id" uuid,
	"kind" text NOT NULL,
	"statement" text NOT NULL,
	"origin" text NOT NULL,
	"figures" jsonb,
	"told_by" integer,
	"status" text DEFAULT 'open' NOT NULL,
	"of_process" boolean DEFAULT false NOT NULL,
	"owner_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "friction_points_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "friction_points" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "help_requests" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"request_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"helper_id" uuid,
	"minutes" double precision,
	"task_id" uuid,
	"topic" text,
	"channel" text,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "help_requests_pk" PRIMARY KEY("org_id","person_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "help_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workflow_steps" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"workflow_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"task_id" uuid,
	"good_path" text,
	"failure_path" text,
	"decision_quality" text,
	"hands_to_role_id" uuid,
	"stated_delay_hours" double precision,
	"kpi_id" uuid,
	CONSTRAINT "workflow_steps_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "workflow_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workflows" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workflows_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "workflows_name" UNIQUE("org_id","role_id","name")
);
--> statement-breakpoint
ALTER TABLE "workflows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "observations" ALTER COLUMN "batch_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "evaluations" ADD COLUMN "taxonomy_version" integer;--> statement-breakpoint
ALTER TABLE "behaviours" ADD COLUMN "anchors" jsonb;--> statement-breakpoint
ALTER TABLE "behaviours" ADD COLUMN "seen_by" text[] DEFAULT '{"manager","peer"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "behaviours" ADD COLUMN "of_team" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "behaviours" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "behaviours" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "behaviours" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_skills" ADD COLUMN "facet" text;--> statement-breakpoint
ALTER TABLE "role_skills" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "roles" ADD COLUMN "summary" text;--> statement-breakpoint
ALTER TABLE "roles" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "roles" ADD COLUMN "proficiency" jsonb;--> statement-breakpoint
ALTER TABLE "roles" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "roles" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "summary" text;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "half_life_days" integer;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "range_reason" text;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "critical" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "good_path" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "failure_path" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "decision_quality" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "consistent" boolean;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "stated_level" double precision;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "scale_id" uuid;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "rule_version" integer;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "taxonomy_version" integer;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "entered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "work_events" ADD COLUMN "case_id" text;--> statement-breakpoint
ALTER TABLE "work_events" ADD COLUMN "case_type" text;--> statement-breakpoint
ALTER TABLE "artefact_reviews" ADD CONSTRAINT "artefact_reviews_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_ratings" ADD CONSTRAINT "calibration_ratings_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_ratings" ADD CONSTRAINT "calibration_ratings_calibration" FOREIGN KEY ("org_id","calibration_id") REFERENCES "public"."calibrations"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_rules" ADD CONSTRAINT "evidence_rules_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manager_actions" ADD CONSTRAINT "manager_actions_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maturity_levels" ADD CONSTRAINT "maturity_levels_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maturity_levels" ADD CONSTRAINT "maturity_levels_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_skips" ADD CONSTRAINT "observation_skips_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_rule_versions" ADD CONSTRAINT "signal_rule_versions_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_rule_versions" ADD CONSTRAINT "signal_rule_versions_rule" FOREIGN KEY ("org_id","rule_id") REFERENCES "public"."signal_rules"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_rules" ADD CONSTRAINT "signal_rules_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_rules" ADD CONSTRAINT "signal_rules_behaviour" FOREIGN KEY ("org_id","behaviour_id") REFERENCES "public"."behaviours"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "starts" ADD CONSTRAINT "starts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "starts" ADD CONSTRAINT "starts_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "starts" ADD CONSTRAINT "starts_skill" FOREIGN KEY ("org_id","skill_id") REFERENCES "public"."skills"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_draft" FOREIGN KEY ("org_id","draft_id") REFERENCES "public"."taxonomy_drafts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_nodes" ADD CONSTRAINT "draft_nodes_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_nodes" ADD CONSTRAINT "draft_nodes_draft" FOREIGN KEY ("org_id","draft_id") REFERENCES "public"."taxonomy_drafts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_scales" ADD CONSTRAINT "rating_scales_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_comments" ADD CONSTRAINT "taxonomy_comments_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_drafts" ADD CONSTRAINT "taxonomy_drafts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_proposals" ADD CONSTRAINT "taxonomy_proposals_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_versions" ADD CONSTRAINT "taxonomy_versions_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_behaviours" ADD CONSTRAINT "need_behaviours_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_behaviours" ADD CONSTRAINT "need_behaviours_need" FOREIGN KEY ("org_id","need_id") REFERENCES "public"."role_skills"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_behaviours" ADD CONSTRAINT "need_behaviours_behaviour_fk" FOREIGN KEY ("org_id","behaviour_id") REFERENCES "public"."behaviours"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friction_activities" ADD CONSTRAINT "friction_activities_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friction_activities" ADD CONSTRAINT "friction_activities_friction" FOREIGN KEY ("org_id","friction_id") REFERENCES "public"."friction_points"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friction_activities" ADD CONSTRAINT "friction_activities_activity" FOREIGN KEY ("org_id","activity_id") REFERENCES "public"."activities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friction_points" ADD CONSTRAINT "friction_points_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friction_points" ADD CONSTRAINT "friction_points_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friction_points" ADD CONSTRAINT "friction_points_task" FOREIGN KEY ("org_id","task_id") REFERENCES "public"."tasks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friction_points" ADD CONSTRAINT "friction_points_step" FOREIGN KEY ("org_id","step_id") REFERENCES "public"."workflow_steps"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_person" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_task" FOREIGN KEY ("org_id","task_id") REFERENCES "public"."tasks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_steps" ADD CONSTRAINT "workflow_steps_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_steps" ADD CONSTRAINT "workflow_steps_workflow" FOREIGN KEY ("org_id","workflow_id") REFERENCES "public"."workflows"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_steps" ADD CONSTRAINT "workflow_steps_task" FOREIGN KEY ("org_id","task_id") REFERENCES "public"."tasks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflows" ADD CONSTRAINT "workflows_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflows" ADD CONSTRAINT "workflows_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "artefact_reviews_reviewer" ON "artefact_reviews" USING btree ("org_id","reviewer_id","status");--> statement-breakpoint
CREATE INDEX "manager_actions_time" ON "manager_actions" USING btree ("org_id","done_on");--> statement-breakpoint
CREATE INDEX "skill_states_skill" ON "skill_states" USING btree ("org_id","skill_id");--> statement-breakpoint
CREATE INDEX "taxonomy_comments_node" ON "taxonomy_comments" USING btree ("org_id","node_id");--> statement-breakpoint
CREATE INDEX "taxonomy_drafts_status" ON "taxonomy_drafts" USING btree ("org_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "taxonomy_proposals_open" ON "taxonomy_proposals" USING btree ("org_id","node_id","kind") WHERE "taxonomy_proposals"."status" = 'open';--> statement-breakpoint
CREATE INDEX "need_behaviours_behaviour" ON "need_behaviours" USING btree ("org_id","behaviour_id");--> statement-breakpoint
CREATE INDEX "help_requests_time" ON "help_requests" USING btree ("org_id","asked_at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "artefact_reviews" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "calibration_ratings" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "calibrations" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "contests" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "evidence_files" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "evidence_rules" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "manager_actions" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "maturity_levels" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "nudges" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "observation_skips" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "signal_rule_versions" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "signal_rules" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "skill_states" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "starts" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "draft_edits" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "draft_nodes" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "rating_scales" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "taxonomy_comments" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "taxonomy_drafts" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "taxonomy_proposals" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "taxonomy_versions" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "need_behaviours" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "friction_activities" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "friction_points" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "help_requests" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "workflow_steps" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_only" ON "workflows" AS PERMISSIVE FOR ALL TO "throughline_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
-- What was in force when is written once.
REVOKE UPDATE, DELETE, TRUNCATE ON taxonomy_versions, evidence_rules, signal_rule_versions, maturity_levels FROM throughline_app;
