import { Tabs } from "@/components/ui/tabs";

const tabs = [
  { href: "/work", label: "Tasks" },
  { href: "/work/friction", label: "Friction" },
  { href: "/work/missed", label: "Missed concepts" },
  { href: "/work/help", label: "Hidden labour" },
  { href: "/work/workflows", label: "Workflows" },
  { href: "/work/brittle", label: "Brittle spots" },
  { href: "/work/portfolio", label: "Portfolio" },
  { href: "/work/revisions", label: "Revisions" },
] as const;

/** The rooms of /work. */
export function WorkTabs({ current }: { current: (typeof tabs)[number]["href"] }) {
  return <Tabs label="Work" tabs={tabs.map(({ href, label }) => ({ href, label, current: href === current }))} />;
}
