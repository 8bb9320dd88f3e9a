import { Tabs } from "@/components/ui/tabs";

const tabs = [
  { href: "/surveys", label: "Surveys" },
  { href: "/surveys/sources", label: "Among other sources" },
] as const;

/** The rooms of /surveys. */
export function SurveyTabs({ current }: { current: (typeof tabs)[number]["href"] }) {
  return <Tabs label="Surveys" tabs={tabs.map(({ href, label }) => ({ href, label, current: href === current }))} />;
}
