import "server-only";
import type { Preparation } from "@/lib/prepared/preparation";
import { computeTrust } from "./compute-trust";
import { hasManyRatings } from "./ratings-sql";
import type { Trust } from "./trust";

/** Trust in the ratings of everybody by everybody. Where `named`, only for who may see raters by name. */
export const trustInRatings: Preparation<{ months: number; named: boolean }, Trust> = {
  name: "trust/1",
  isLarge: hasManyRatings,
  compute: (tx, orgId, { months, named }) => computeTrust(tx, orgId, { bounds: { kind: "everybody" }, months, named }),
};
