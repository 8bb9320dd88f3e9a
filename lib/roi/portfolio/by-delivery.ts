import type { NamedActivity } from "./activities-sql";
import { type Advised, activitiesOf, type Delivery, deliveryOf } from "./stop-list";

export type DeliveryCount = {
  delivery: Delivery;
  initiatives: number;
  /** With a comparison: an effect was shown, shown to be absent or harmful, or neither. */
  worked: number;
  didNot: number;
  cannotTell: number;
  /** Too early, withheld, or compared with nobody. */
  notSaid: number;
  spent: number;
  /** Costs that wait for an exchange rate: they are not in what was spent. */
  unconverted: number;
};

const order: Delivery[] = ["in_flow", "destination", "both", "unknown"];

/** How learning in the flow of work did beside learning apart from it, by the same rule for both. */
export function byDelivery(advised: readonly Advised[], activities: readonly NamedActivity[]): DeliveryCount[] {
  return order.flatMap((delivery) => {
    const own = advised.filter(({ money }) => deliveryOf(activitiesOf(money, activities)) === delivery);
    if (own.length === 0) return [];
    const found = own.map(foundOf);
    const count = (what: Found) => found.filter((one) => one === what).length;
    return [
      {
        delivery,
        initiatives: own.length,
        worked: count("worked"),
        didNot: count("did not"),
        cannotTell: count("cannot tell"),
        notSaid: count("not said"),
        spent: own.reduce((sum, { money }) => sum + money.result.cost.total, 0),
        unconverted: own.reduce((sum, { money }) => sum + money.unconverted.length, 0),
      },
    ];
  });
}

type Found = "worked" | "did not" | "cannot tell" | "not said";

function foundOf({ money: { evaluation }, given }: Advised): Found {
  if (given.advice === "stop") return "did not";
  const { rule } = given;
  const isCompared = evaluation !== null && ["A", "B", "C"].includes(evaluation.grade);
  if (!isCompared || rule === "not_over" || rule === "withheld") return "not said";
  return evaluation.direction === "better" || evaluation.direction === "not_worse" ? "worked" : "cannot tell";
}
