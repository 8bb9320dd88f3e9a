import { Tabs } from "@/components/ui/tabs";
import { may, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

const tabs = [
  { href: "/me", label: "Skills and evidence", needs: "self.read" },
  { href: "/me/record", label: "What is stored, who looked", needs: "self.read" },
  { href: "/me/digests", label: "Digests", needs: "digest.edit" },
  { href: "/me/links", label: "Shared links", needs: "report.share" },
] as const satisfies { href: string; label: string; needs: Permission }[];

export function MeTabs({ current, roles }: { current: (typeof tabs)[number]["href"]; roles: Viewer["roles"] }) {
  const offered = tabs.filter(({ needs }) => may(roles, needs));
  return <Tabs label="Me" tabs={offered.map(({ href, label }) => ({ href, label, current: href === current }))} />;
}
