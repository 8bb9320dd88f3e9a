import { Tabs } from "@/components/ui/tabs";

const tabs = [
  { href: "/roi", label: "What it was worth" },
  { href: "/roi/assumptions", label: "Assumptions" },
  { href: "/roi/rates", label: "Exchange rates" },
] as const;

/** The rooms of /roi. */
export function RoiTabs({ current }: { current: (typeof tabs)[number]["href"] }) {
  return <Tabs label="ROI" tabs={tabs.map(({ href, label }) => ({ href, label, current: href === current }))} />;
}
