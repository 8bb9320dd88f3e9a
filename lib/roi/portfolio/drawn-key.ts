import { createHash } from "node:crypto";
import type { Standing } from "./read-standing";
import type { Advised } from "./stop-list";

type Drawn = Pick<Standing, "people" | "reachable" | "minimum">;

/**
 * Names everything the drawn portfolio is made of: results, what each line is called and graded, who is in which initiative. A grade can change
 * while the stored result of the case stays the same.
 */
export function drawnKey(orgId: string, advised: readonly Advised[], { people, reachable, minimum }: Drawn): string {
  const facts = [
    orgId,
    minimum,
    advised.map(({ money, given }) => [
      money.resultId,
      money.code,
      money.title,
      money.evaluation?.grade,
      money.lines.map(({ title, grade }) => [title, grade]),
      given.advice,
    ]),
    people.sets,
    [...people.spans],
    [...reachable],
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url");
}
