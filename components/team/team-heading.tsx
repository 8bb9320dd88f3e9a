import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { Depth } from "@/lib/team/depth";

const tabs = [
  { href: "/team", label: "This week" },
  { href: "/team/ready", label: "Ready alone" },
  { href: "/team/support", label: "Support and nudges" },
] as const;

type TeamHeadingProps = {
  current: (typeof tabs)[number]["href"];
  title: string;
  lead: string;
  depth: Depth;
  /** People shown, and people of the whole line. */
  shown: number;
  line: number;
};

/** The title of a page of /team, its rooms, and whom it is about. */
export function TeamHeading({ current, title, lead, depth, shown, line }: TeamHeadingProps) {
  const suffix = depth === "all" ? "?depth=all" : "";
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        actions={
          <LinkButton href="/team/observe" look={current === "/team" ? "primary" : "secondary"}>
            Observe
          </LinkButton>
        }
      />
      <Tabs
        label="Team"
        tabs={tabs.map(({ href, label }) => ({ href: `${href}${suffix}`, label, current: href === current }))}
      />
      <p className="mb-8 max-w-prose text-table text-ink-2">
        {shownText(depth, shown, line)}
        {line > shown || depth === "all" ? (
          <>
            {" · "}
            <Link className="link" href={depth === "direct" ? `${current}?depth=all` : current}>
              {depth === "direct" ? `everybody who reports to you, ${line}` : "direct reports only"}
            </Link>
          </>
        ) : null}
        . Development evidence: for coaching, never for ratings or pay. Each of them sees that you looked.
      </p>
    </>
  );
}

function shownText(depth: Depth, shown: number, line: number): string {
  if (depth === "direct") return shown === 1 ? "Your one direct report" : `Your ${shown} direct reports`;
  return shown < line ? `The first ${shown} of ${line} people of your line` : `All ${shown} people of your line`;
}
