import type { designs } from "@/db/schema/plan-terms";
import type { Design } from "@/lib/evaluation/design";
import { beforeAfter } from "./before-after";
import { clusterRandomised } from "./cluster-randomised";
import { comparison } from "./comparison";
import { phased } from "./phased";
import { randomised } from "./randomised";
import { timeToEvent } from "./time-to-event";

/** The design of each word a plan may use. */
export const designOf: Record<(typeof designs)[number], Design> = {
  randomised,
  cluster_randomised: clusterRandomised,
  phased,
  comparison,
  before_after: beforeAfter,
  time_to_event: timeToEvent,
};
