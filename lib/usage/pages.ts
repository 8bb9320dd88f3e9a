import type { RoleName } from "@/db/schema/access";
import { may, type Permission } from "@/lib/access/policy";

/** A page of the app: its route without ids, what it is called, and what it takes to open it. */
export type AppPage = { page: string; label: string; takes: Takes };

/** One permission, any of several, or each of several. */
export type Takes = Permission | { any: readonly Permission[] } | { all: readonly Permission[] };

/** Whether somebody with these roles may open what takes that. */
export function mayOpen(roles: readonly RoleName[], takes: Takes): boolean {
  const held = (permission: Permission) => may(roles, permission);
  if (typeof takes === "string") return held(takes);
  return "any" in takes ? takes.any.some(held) : takes.all.every(held);
}

const pages = (takes: Takes, all: Record<string, string>): AppPage[] =>
  Object.entries(all).map(([page, label]) => ({ page, label, takes }));

/** Every page whose openings are counted. A test compares them with the routes there are. */
export const appPages: readonly AppPage[] = [
  ...pages("scorecard.read", { "/scorecard": "Scorecard" }),
  ...pages("person.read", { "/scorecard/people": "People behind a figure" }),
  ...pages("compare.read", { "/compare": "Compare" }),
  ...pages("initiative.read", {
    "/initiatives": "Initiatives",
    "/initiatives/[initiativeId]": "One initiative",
    "/initiatives/[initiativeId]/ladder": "One initiative: ladder",
    "/initiatives/[initiativeId]/people": "One initiative: people and arms",
    "/initiatives/[initiativeId]/plan": "One initiative: plan and amendments",
    "/initiatives/[initiativeId]/programme": "The programme of an initiative",
    "/calendar": "Calendar",
    "/skills/pays": "Which skills pay",
  }),
  ...pages(
    { all: ["initiative.read", "work.read"] },
    {
      "/initiatives/[initiativeId]/work": "One initiative: in the work",
    },
  ),
  ...pages({ all: ["initiative.read", "roi.read"] }, { "/initiatives/[initiativeId]/money": "One initiative: money" }),
  ...pages(
    { all: ["initiative.read", "decision.read"] },
    {
      "/initiatives/[initiativeId]/decisions": "One initiative: decisions",
    },
  ),
  ...pages("plan.create", { "/initiatives/new": "Plan an initiative" }),
  ...pages("roi.read", {
    "/roi": "ROI",
    "/roi/assumptions": "Assumptions",
    "/roi/rates": "Exchange rates",
    "/initiatives/[initiativeId]/lineage": "Where a figure of money comes from",
  }),
  ...pages("report.share", { "/me/links": "Shared links" }),
  ...pages("decision.read", {
    "/decisions": "Decisions",
    "/decisions/[decisionId]": "One decision",
  }),
  ...pages("survey.read", {
    "/surveys": "Surveys",
    "/surveys/[surveyId]": "One survey",
    "/surveys/sources": "Sources",
  }),
  ...pages("survey.edit", {
    "/surveys/new": "New survey",
    "/surveys/[surveyId]/edit": "Edit a survey",
    "/surveys/[surveyId]/enter": "Enter answers",
  }),
  ...pages("work.read", {
    "/work": "Work",
    "/work/brittle": "Brittle spots",
    "/work/friction": "Friction",
    "/work/help": "Help requests",
    "/work/missed": "Missed concepts",
    "/work/portfolio": "Learning portfolio",
    "/work/revisions": "Revisions of content",
    "/work/workflows": "Workflows",
    "/work/workflows/[workflowId]": "One workflow",
  }),
  ...pages("skill.read", {
    "/skills": "Skills",
    "/skills/versions": "Versions of the taxonomy",
    "/skills/versions/[number]": "One version",
    "/skills/evidence": "Rules of evidence",
    "/skills/evidence/signals": "System signals",
    "/skills/evidence/signals/[signalId]": "One system signal",
    "/skills/evidence/sources": "Sources of evidence",
  }),
  ...pages("skill.comment", { "/skills/drafts": "Drafts of the taxonomy", "/skills/drafts/[draftId]": "One draft" }),
  ...pages("skill.edit", {
    "/skills/exchange": "Exchange of taxonomies",
    "/skills/exchange/[uploadId]": "One uploaded taxonomy",
    "/skills/exchange/templates/[key]": "One template",
    "/skills/proposals": "Proposals",
    "/skills/roles/[roleId]/proficiency": "Proficiency of a role",
    "/skills/scales": "Rating scales",
  }),
  ...pages("evidence.rule", {
    "/skills/evidence/change": "Change the rules of evidence",
    "/skills/evidence/signals/[signalId]/change": "Change a system signal",
    "/skills/evidence/signals/new": "New system signal",
  }),
  ...pages("evidence.trust", { "/skills/trust": "Trust in ratings" }),
  ...pages(
    { any: ["calibration.set", "calibration.rate", "evidence.trust"] },
    { "/skills/calibrations": "Calibrations", "/skills/calibrations/[id]": "One calibration" },
  ),
  ...pages("calibration.set", { "/skills/calibrations/new": "New calibration" }),
  ...pages("capability.read", {
    "/skills/capability": "Capability",
    "/skills/able": "Able alone",
    "/skills/certified": "Certified and applied",
    "/skills/maturity": "Maturity of measurement",
  }),
  ...pages("team.read", {
    "/team": "Team",
    "/team/[personId]": "One report",
    "/team/[personId]/skills/[skillId]": "One skill of a report",
    "/team/ready": "Ready alone",
    "/team/support": "Support",
  }),
  ...pages("observation.record", { "/team/observe": "Observe", "/team/observe/other": "Observe something else" }),
  ...pages("review.hand-in", {
    "/reviews": "Reviews",
    "/reviews/[personId]/[reviewId]": "One review",
    "/reviews/new": "Hand in for review",
    "/reviews/self": "How I see myself",
  }),
  ...pages("start.use", { "/start": "Start here", "/start/[startId]": "One start" }),
  ...pages("data.read", {
    "/data": "Data",
    "/data/files": "Files",
    "/data/history": "History of imports",
    "/data/waiting": "Waiting rows",
  }),
  ...pages("data.import", { "/data/imports/[uploadId]": "One import" }),
  ...pages("methods.read", { "/methods": "Methods" }),
  ...pages({ any: ["user.manage", "audit.read"] }, { "/admin": "Admin" }),
  ...pages("usage.read", { "/admin/usage": "Usage of pages" }),
  ...pages("self.read", {
    "/me": "Me",
    "/me/record": "What is stored about me",
    "/me/skills/[skillId]": "One skill of mine",
  }),
  ...pages("digest.edit", {
    "/me/digests": "Digests",
    "/me/digests/[digestId]": "One digest's settings",
    "/digest/[sendId]": "One digest",
  }),
];

const routes = appPages.map(({ page }) => ({ page, parts: page.split("/") }));
const isParameter = (part: string | undefined) => part?.startsWith("[") === true;

/** The page an address belongs to, as its route without ids; null where there is none. A written-out part goes before a parameter. */
export function pageOf(path: string): string | null {
  const parts = (path.replace(/\/+$/, "") || "/").split("/");
  const fits = routes.filter(
    (route) =>
      route.parts.length === parts.length && route.parts.every((part, at) => part === parts[at] || isParameter(part)),
  );
  const [best] = fits.toSorted((a, b) => a.parts.filter(isParameter).length - b.parts.filter(isParameter).length);
  return best?.page ?? null;
}
