ALTER TABLE "import_batches" ADD COLUMN "notices" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "columns" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "current_places" ADD COLUMN "as_of" date NOT NULL;--> statement-breakpoint
ALTER TABLE "current_places" DROP CONSTRAINT "current_places_pk";
--> statement-breakpoint
ALTER TABLE "current_places" ADD CONSTRAINT "current_places_pk" PRIMARY KEY("org_id","person_id","as_of");