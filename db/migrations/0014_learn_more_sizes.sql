-- What a first import joins with has a size the planner does not know yet, and it would loop over it. Only where what is known is
-- far off; a table that somebody else is analysing is passed over.
CREATE OR REPLACE FUNCTION learn_sizes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '20ms' AS $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'people', 'identities', 'current_places', 'employments', 'employment_events', 'activities', 'tasks', 'behaviours', 'role_skills',
    'kpis', 'event_ids', 'person_months (org_id, month, person_id)', 'behaviour_months (org_id, month, person_id)'
  ] LOOP
    CONTINUE WHEN (
      SELECT reltuples >= 0 AND relpages * 2 >= pg_relation_size(oid) / current_setting('block_size')::int
      FROM pg_class WHERE oid = split_part(one, ' ', 1)::regclass);
    BEGIN
      EXECUTE 'ANALYZE ' || one;
    EXCEPTION WHEN lock_not_available THEN NULL;
    END;
  END LOOP;
END $$;--> statement-breakpoint
-- A month's rows change with every import: room beside them keeps the new version on the page, and out of the indexes.
ALTER TABLE person_months SET (fillfactor = 70);
