import type { ReactNode } from "react";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { Viewer } from "@/lib/access/viewer";

const rooms = [
  { href: "/skills/evidence", label: "Rules" },
  { href: "/skills/evidence/signals", label: "System signals" },
  { href: "/skills/evidence/sources", label: "Where it comes from" },
] as const;

type EvidenceHeadingProps = {
  roles: Viewer["roles"];
  current: (typeof rooms)[number]["href"];
  title: ReactNode;
  lead: ReactNode;
  actions?: ReactNode;
};

/** The top of every page under /skills/evidence. */
export function EvidenceHeading({ roles, current, title, lead, actions }: EvidenceHeadingProps) {
  return (
    <>
      <PageHeader title={title} lead={lead} actions={actions} />
      <SkillTabs roles={roles} current="/skills/evidence" />
      <Tabs label="Evidence" tabs={rooms.map((room) => ({ ...room, current: room.href === current }))} />
    </>
  );
}
