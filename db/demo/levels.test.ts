import { expect, test } from "vitest";
import { chainOf } from "./chains";
import type { Cohorts } from "./cohorts";
import { levelAlone } from "./levels";
import type { Person } from "./roster";

test("the refund support lets people do without help what it answers, from a month after they have it", () => {
  const cohorts = new Map([["refund-handling", new Map([[1, { exposed: 100 }]])]]) as unknown as Cohorts;
  const [helped, other] = [{ index: 1 }, { index: 2 }] as Person[];
  const [behaviour] = chainOf("refund-handling").behaviours;
  const [elsewhere] = chainOf("setup-verification").behaviours;
  const alone = (person: Person | undefined, what: string | undefined, day: number) =>
    person && what ? levelAlone(cohorts, person, what, day, 2) : null;
  expect(alone(helped, behaviour, 130)).toBe(2.5);
  expect([alone(helped, behaviour, 129), alone(other, behaviour, 130), alone(helped, elsewhere, 130)]).toEqual([
    2, 2, 2,
  ]);
});
