-- A first import asks foreign keys about tables whose size the planner does not know yet, and then looks through all of `activities`
-- for each of a million events. Only where what is known is far off; a table that somebody else is analysing is passed over.
CREATE FUNCTION learn_sizes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '20ms' AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['people', 'identities', 'activities', 'tasks', 'behaviours', 'kpis'] LOOP
    CONTINUE WHEN (
      SELECT reltuples >= 0 AND relpages * 2 >= pg_relation_size(oid) / current_setting('block_size')::int
      FROM pg_class WHERE oid = name::regclass);
    BEGIN
      EXECUTE format('ANALYZE %I', name);
    EXCEPTION WHEN lock_not_available THEN NULL;
    END;
  END LOOP;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION learn_sizes() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION learn_sizes() TO throughline_app;
