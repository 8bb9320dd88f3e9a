ALTER TABLE "learning_events" DROP CONSTRAINT "learning_events_person";
--> statement-breakpoint
ALTER TABLE "learning_events" DROP CONSTRAINT "learning_events_activity";
--> statement-breakpoint
ALTER TABLE "learning_events" DROP CONSTRAINT "learning_events_task";
--> statement-breakpoint
ALTER TABLE "kpi_values" DROP CONSTRAINT "kpi_values_person";
--> statement-breakpoint
ALTER TABLE "kpi_values" DROP CONSTRAINT "kpi_values_kpi_fk";
--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_person";
--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_behaviour";
--> statement-breakpoint
ALTER TABLE "work_events" DROP CONSTRAINT "work_events_person";
--> statement-breakpoint
ALTER TABLE "work_events" DROP CONSTRAINT "work_events_task";
--> statement-breakpoint
-- A foreign key looks up each fact by itself, and took two thirds of writing them. Imports hold what their facts point to in one
-- statement instead; this refuses, as the keys did, to delete what facts still point to. Arguments: pairs of a table and its column.
CREATE FUNCTION facts_remain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  remain boolean;
BEGIN
  FOR at IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format(
      'SELECT EXISTS (SELECT FROM gone g WHERE EXISTS (SELECT FROM %I f WHERE f.org_id = g.org_id AND f.%I = g.id))',
      TG_ARGV[2 * at], TG_ARGV[2 * at + 1]) INTO remain;
    IF remain THEN
      RAISE foreign_key_violation USING
        MESSAGE = format('rows of %s are still referred to by %s.%s', TG_TABLE_NAME, TG_ARGV[2 * at], TG_ARGV[2 * at + 1]),
        TABLE = TG_ARGV[2 * at], CONSTRAINT = 'facts_remain';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER facts_remain AFTER DELETE ON people REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
EXECUTE FUNCTION facts_remain('learning_events', 'person_id', 'work_events', 'person_id', 'observations', 'person_id', 'kpi_values', 'person_id');--> statement-breakpoint
CREATE TRIGGER facts_remain AFTER DELETE ON activities REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
EXECUTE FUNCTION facts_remain('learning_events', 'activity_id');--> statement-breakpoint
CREATE TRIGGER facts_remain AFTER DELETE ON tasks REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
EXECUTE FUNCTION facts_remain('learning_events', 'before_task_id', 'work_events', 'task_id');--> statement-breakpoint
CREATE TRIGGER facts_remain AFTER DELETE ON behaviours REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
EXECUTE FUNCTION facts_remain('observations', 'behaviour_id');--> statement-breakpoint
CREATE TRIGGER facts_remain AFTER DELETE ON kpis REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
EXECUTE FUNCTION facts_remain('kpi_values', 'kpi_id');
