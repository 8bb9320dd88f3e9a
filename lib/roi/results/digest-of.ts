import { createHash } from "node:crypto";
import type { Case } from "@/lib/money/case";
import { resultVersion } from "./result-version";

/** Names a case and the arithmetic: the same digest is the same figure to the last digit. */
export const digestOf = (given: Case) =>
  `sha256:${createHash("sha256").update(resultVersion).update(JSON.stringify(given)).digest("hex")}`;
