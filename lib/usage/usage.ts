import type { RoleName } from "@/db/schema/access";
import type { ShownCount } from "./shown-counts";

export type UsedPage = {
  page: string;
  label: string;
  /** Who opened it in the last 30 days. */
  users: ShownCount;
  /** How often, where `users` is told. */
  views: number | null;
  /** People who opened it by week, oldest first; null where they are too few to be told. */
  weeks: (number | null)[];
  /** Somebody who may open it could have, and nobody did in 30 days. */
  isUnopened: boolean;
};

export type UsageOfDigests =
  | { kind: "none" }
  | { kind: "withheld"; minimum: number }
  | { kind: "told"; people: number; sent: number; opened: number };

export type Usage = {
  role: RoleName | null;
  /** Roles somebody holds, with how many do where that may be told. */
  roles: { role: RoleName; holders: ShownCount }[];
  minimum: number;
  /** Mondays, oldest first. */
  weeks: string[];
  /** Those who hold the role are too few for any of it. */
  isWithheld: boolean;
  pages: UsedPage[];
  digests: UsageOfDigests;
};
