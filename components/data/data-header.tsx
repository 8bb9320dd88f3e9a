import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";

const tabs = [
  { href: "/data", label: "Import and sources" },
  { href: "/data/history", label: "History" },
  { href: "/data/waiting", label: "Waiting rows" },
  { href: "/data/files", label: "File formats" },
];

/** The head of every page about data, and the way between them. */
export function DataHeader({ current }: { current: string }) {
  return (
    <>
      <PageHeader title="Data" lead="What feeds this, how fresh it is, and what was rejected and why." />
      <Tabs label="Data" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
    </>
  );
}
