ALTER TABLE "behaviours" ADD COLUMN "facet" text;--> statement-breakpoint
ALTER TABLE "role_skills" ADD COLUMN "risk" text;--> statement-breakpoint
ALTER TABLE "role_skills" ADD COLUMN "depth" text;