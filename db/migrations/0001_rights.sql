GRANT USAGE ON SCHEMA public TO throughline_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO throughline_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO throughline_app;--> statement-breakpoint
-- What happened, happened.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM throughline_app;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON evaluations FROM throughline_app;--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON organisations FROM throughline_app;--> statement-breakpoint

-- Monthly partitions for the months from `first` to `last`. Attached rather than created in place, because that does not lock
-- readers out. Run in a transaction of its own: an empty partition that an interrupted import leaves behind is harmless.
CREATE FUNCTION ensure_month_partitions(parent text, first date, last date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first)::date;
  child text;
BEGIN
  IF parent NOT IN ('learning_events', 'work_events') THEN RAISE EXCEPTION 'no partitions for %', parent; END IF;
  IF last - first > 40000 THEN RAISE EXCEPTION 'too long a time: % to %', first, last; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ensure_month_partitions'), hashtext(parent));
  WHILE month <= last LOOP
    child := parent || '_' || to_char(month, 'YYYY_MM');
    IF to_regclass(child) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', child, parent);
      EXECUTE format('REVOKE ALL ON %I FROM throughline_app', child);
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', child);
      EXECUTE format(
        'CREATE POLICY tenant_only ON %I FOR ALL TO throughline_app USING (org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)',
        child);
      EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        parent, child, to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION ensure_month_partitions(text, date, date) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ensure_month_partitions(text, date, date) TO throughline_app;--> statement-breakpoint

-- The two questions that must be asked before the tenant is known. Each answers with as little as it can.
CREATE FUNCTION find_sign_in(address text)
RETURNS TABLE (org_id uuid, user_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.org_id, u.id, u.password_hash FROM users u WHERE u.email = lower(address) AND u.disabled_at IS NULL
$$;--> statement-breakpoint
CREATE FUNCTION find_organisation(name_or_slug text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id FROM organisations o WHERE o.slug = name_or_slug OR o.name = name_or_slug ORDER BY o.slug = name_or_slug DESC LIMIT 1
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION find_sign_in(text), find_organisation(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_sign_in(text), find_organisation(text) TO throughline_app;
