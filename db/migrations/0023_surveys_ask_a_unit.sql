ALTER TABLE "surveys" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
-- Until now the unit stood on every question. One that an undone import has taken away since is no unit any more.
UPDATE surveys s SET
  unit_id = (SELECT u.id FROM business_units u WHERE u.org_id = s.org_id AND u.id::text = lower(s.questions -> 0 ->> 'unitId')),
  questions = (SELECT jsonb_agg(q.question - 'unitId' ORDER BY q.place) FROM jsonb_array_elements(s.questions) WITH ORDINALITY q (question, place))
WHERE s.questions @? '$[*].unitId';--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_unit_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."business_units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surveys_unit" ON "surveys" USING btree ("org_id","unit_id");