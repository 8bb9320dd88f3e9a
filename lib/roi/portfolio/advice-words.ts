import type { Unknown } from "./activity-years";
import type { Advice } from "./advice-table";
import type { Delivery, Stopped } from "./stop-list";

export const adviceNames: Record<Advice, string> = { scale: "Scale", fix: "Fix", wait: "Wait", stop: "Stop" };

export const deliveryNames: Record<Delivery, string> = {
  in_flow: "In the flow of work",
  destination: "Apart from work",
  both: "Both",
  unknown: "Not said",
};

/** Why nothing is known of the hours of an activity. `of`: whose hours they would be, as ` of your units`. */
export function unknownHoursText({ title, because }: Stopped["unknown"][number], of: string): string {
  const why: Record<Unknown, string> = {
    few: "used by too few to say",
    none: `no hours${of} on file`,
    later: "not computed yet",
  };
  return `${title}: ${why[because]}`;
}
