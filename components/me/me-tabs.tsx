import { Tabs } from "@/components/ui/tabs";

const tabs = [
  { href: "/me", label: "Skills and evidence" },
  { href: "/me/record", label: "What is stored, who looked" },
] as const;

export function MeTabs({ current }: { current: (typeof tabs)[number]["href"] }) {
  return <Tabs label="Me" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />;
}
