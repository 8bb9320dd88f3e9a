ALTER TABLE "initiatives" ADD COLUMN "allocation" jsonb;--> statement-breakpoint
UPDATE "initiatives" SET "allocation" = "chain" -> 'allocation', "chain" = "chain" - 'allocation' WHERE "chain" ? 'allocation';
