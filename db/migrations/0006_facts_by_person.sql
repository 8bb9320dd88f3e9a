ALTER TABLE "learning_events" DROP CONSTRAINT "learning_events_org_id_organisations_id_fk";
--> statement-breakpoint
ALTER TABLE "event_ids" DROP CONSTRAINT "event_ids_org_id_organisations_id_fk";
--> statement-breakpoint
ALTER TABLE "kpi_values" DROP CONSTRAINT "kpi_values_org_id_organisations_id_fk";
--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_org_id_organisations_id_fk";
--> statement-breakpoint
ALTER TABLE "work_events" DROP CONSTRAINT "work_events_org_id_organisations_id_fk";
