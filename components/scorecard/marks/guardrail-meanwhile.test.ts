import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { guardrailMeanwhile } from "./guardrail-meanwhile";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

test("who changed a guardrail meanwhile is named with what they made of it", () => {
  const rule = { side: "above", unit: "share", isNew: false } as const;
  const now = { bound: 0.15, because: "Agreed in May" };
  expect(guardrailMeanwhile(formats, rule, { now, by: "Ada Example" })).toBe(
    'Ada Example has changed this guardrail meanwhile: no more than 15.0%, "Agreed in May". Nothing of yours was saved.',
  );
  expect(guardrailMeanwhile(formats, { ...rule, isNew: true }, { now, by: "Ada Example" })).toMatch(
    /already: .* Change that one instead\.$/,
  );
  expect(guardrailMeanwhile(formats, rule, { now: null, by: null })).toBe(
    "Somebody else has removed this guardrail meanwhile. Nothing of yours was saved.",
  );
});
