import { Tabs } from "@/components/ui/tabs";
import { may, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

const tabs = [
  { href: "/skills", label: "Taxonomy", permission: "skill.read" },
  { href: "/skills/drafts", label: "Drafts", permission: "skill.comment" },
  { href: "/skills/versions", label: "Versions", permission: "skill.read" },
  { href: "/skills/exchange", label: "Import and export", permission: "skill.edit" },
  { href: "/skills/evidence", label: "Evidence", permission: "skill.read" },
  { href: "/skills/trust", label: "Trust in ratings", permission: "evidence.trust" },
  { href: "/skills/capability", label: "Capability", permission: "capability.read" },
  { href: "/skills/able", label: "Able alone", permission: "capability.read" },
  { href: "/skills/certified", label: "Certified", permission: "capability.read" },
  { href: "/skills/maturity", label: "Maturity", permission: "capability.read" },
] as const satisfies readonly { href: string; label: string; permission: Permission }[];

type SkillTabsProps = { roles: Viewer["roles"]; current: (typeof tabs)[number]["href"] };

/** The rooms of /skills that the viewer may enter. */
export function SkillTabs({ roles, current }: SkillTabsProps) {
  const open = tabs.filter(({ permission }) => may(roles, permission));
  return <Tabs label="Skills" tabs={open.map(({ href, label }) => ({ href, label, current: href === current }))} />;
}
