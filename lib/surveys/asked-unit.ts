import { sql } from "drizzle-orm";
import type { SurveyQuestion } from "@/db/schema/surveys";

/** The unit whose people a survey asks; null: everybody. */
export const askedUnit = (questions: readonly SurveyQuestion[]): string | null => questions[0]?.unitId ?? null;

/** The same of a row of `surveys s`. */
export const askedUnitSql = sql`(s.questions -> 0 ->> 'unitId')::uuid`;
