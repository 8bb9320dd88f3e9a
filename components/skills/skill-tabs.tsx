import { Tabs } from "@/components/ui/tabs";
import { may, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

const groups = {
  Skills: [
    { href: "/skills", label: "Taxonomy", permission: "skill.read" },
    { href: "/skills/drafts", label: "Drafts", permission: "skill.comment" },
    { href: "/skills/versions", label: "Versions", permission: "skill.read" },
    { href: "/skills/exchange", label: "Import and export", permission: "skill.edit" },
    { href: "/skills/evidence", label: "Evidence", permission: "skill.read" },
  ],
  Capability: [
    { href: "/skills/capability", label: "Map", permission: "capability.read" },
    { href: "/skills/able", label: "Able alone", permission: "capability.read" },
    { href: "/skills/certified", label: "Certified", permission: "capability.read" },
    { href: "/skills/pays", label: "What pays", permission: "initiative.read" },
    { href: "/skills/maturity", label: "Maturity", permission: "capability.read" },
    { href: "/skills/trust", label: "Trust in ratings", permission: "evidence.trust" },
  ],
} as const satisfies Record<string, readonly { href: string; label: string; permission: Permission }[]>;

type SkillTabsProps = { roles: Viewer["roles"]; current: (typeof groups)[keyof typeof groups][number]["href"] };

/** The rooms beside the one shown that the viewer may enter: of what good looks like, or of who can do it. */
export function SkillTabs({ roles, current }: SkillTabsProps) {
  const label = groups.Capability.some(({ href }) => href === current) ? "Capability" : "Skills";
  const open = groups[label].filter(({ permission }) => may(roles, permission));
  return (
    <Tabs
      label={label}
      tabs={open.map((tab) => ({ href: tab.href, label: tab.label, current: tab.href === current }))}
    />
  );
}
