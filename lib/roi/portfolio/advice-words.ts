import type { Advice } from "./advice-table";
import type { Delivery } from "./stop-list";

export const adviceNames: Record<Advice, string> = { scale: "Scale", fix: "Fix", wait: "Wait", stop: "Stop" };

export const deliveryNames: Record<Delivery, string> = {
  in_flow: "In the flow of work",
  destination: "Apart from work",
  both: "Both",
  unknown: "Not said",
};
