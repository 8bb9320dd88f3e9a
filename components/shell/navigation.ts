import { may, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

/** `also`: what belongs to it beyond what lies under its address. */
export type Destination = { href: string; label: string; question: string; also?: readonly string[] };

/** In the order in which a first page is chosen after signing in. One of the permissions is enough. */
const destinations: (Destination & { permissions: Permission[] })[] = [
  { href: "/scorecard", label: "Scorecard", question: "How are we doing?", permissions: ["scorecard.read"] },
  { href: "/initiatives", label: "Initiatives", question: "Did it work?", permissions: ["initiative.read"] },
  {
    href: "/decisions",
    label: "Decisions",
    question: "What did we decide, and how did it turn out?",
    permissions: ["decision.read"],
  },
  { href: "/roi", label: "ROI", question: "What did it cost, what came back?", permissions: ["roi.read"] },
  { href: "/skills", label: "Skills", question: "What does good look like?", permissions: ["skill.read"] },
  {
    href: "/skills/capability",
    label: "Capability",
    question: "Who can do what?",
    also: [
      "/skills/able",
      "/skills/certified",
      "/skills/pays",
      "/skills/maturity",
      "/skills/trust",
      "/skills/calibrations",
    ],
    permissions: ["capability.read"],
  },
  { href: "/work", label: "Work", question: "Where do people struggle?", permissions: ["work.read"] },
  { href: "/team", label: "Team", question: "What should I observe and coach?", permissions: ["team.read"] },
  { href: "/reviews", label: "Reviews", question: "Whose work waits for me?", permissions: ["review.hand-in"] },
  { href: "/surveys", label: "Surveys", question: "What do people say of it?", permissions: ["survey.read"] },
  { href: "/compare", label: "Compare", question: "How do these groups differ?", permissions: ["compare.read"] },
  { href: "/start", label: "Start here", question: "How do I begin?", permissions: ["start.use"] },
  { href: "/data", label: "Data", question: "What feeds this?", permissions: ["data.read"] },
  {
    href: "/methods",
    label: "Methods",
    question: "How is each number computed?",
    permissions: ["methods.read"],
  },
  { href: "/admin/usage", label: "Usage", question: "Is any of this looked at?", permissions: ["usage.read"] },
  {
    href: "/admin",
    label: "Admin",
    question: "Who may see what, who did what?",
    permissions: ["user.manage", "audit.read"],
  },
  { href: "/me", label: "Me", question: "What do you know about me?", permissions: ["self.read"] },
];

export function destinationsFor(roles: Viewer["roles"]): Destination[] {
  return destinations
    .filter(({ permissions }) => permissions.some((permission) => may(roles, permission)))
    .map(({ permissions: _, ...destination }) => destination);
}

/** The address of the destination a page belongs to: that which names most of its path. Undefined for a page apart. */
export function currentOf(destinations: readonly Destination[], path: string): string | undefined {
  const lies = (under: string) => path === under || path.startsWith(`${under}/`);
  const named = destinations.flatMap(({ href, also = [] }) =>
    [href, ...also].filter(lies).map((under) => ({ href, length: under.length })),
  );
  return named.toSorted((a, b) => b.length - a.length)[0]?.href;
}

/** Where a viewer lands: their own page for somebody with nothing but it, the audit log for an auditor. */
export function homeOf(roles: Viewer["roles"]): string {
  const hrefs = destinationsFor(roles).map(({ href }) => href);
  return ["/scorecard", "/admin", "/me"].find((href) => hrefs.includes(href)) ?? "/me";
}
