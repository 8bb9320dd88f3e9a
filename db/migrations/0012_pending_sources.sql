ALTER TABLE "pending_rollups" ADD COLUMN "source" text DEFAULT 'place' NOT NULL;--> statement-breakpoint
ALTER TABLE "pending_rollups" DROP CONSTRAINT "pending_rollups_pk";
--> statement-breakpoint
ALTER TABLE "pending_rollups" ADD CONSTRAINT "pending_rollups_pk" PRIMARY KEY("org_id","person_id","month","source");