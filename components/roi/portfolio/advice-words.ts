import type { Advice } from "@/lib/roi/portfolio/advice-table";
import type { Delivery } from "@/lib/roi/portfolio/stop-list";

export const adviceNames: Record<Advice, string> = { scale: "Scale", fix: "Fix", wait: "Wait", stop: "Stop" };

export const deliveryNames: Record<Delivery, string> = {
  in_flow: "In the flow of work",
  destination: "Apart from work",
  both: "Both",
  unknown: "Not said",
};

export const short = { significant: 3, compact: true } as const;
