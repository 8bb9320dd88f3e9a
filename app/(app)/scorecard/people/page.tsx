import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleBehindView } from "@/components/scorecard/people-behind-view";
import { parseScope } from "@/lib/access/scope-request";
import { parsePeriod } from "@/lib/metrics/period";
import { readPeopleBehind } from "@/lib/scorecard/read-people-behind";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "People behind a figure" };

export default async function PeoplePage({ searchParams }: PageProps<"/scorecard/people">) {
  const viewer = await viewerFor("person.read");
  const { scope: scopeText, period: periodText, metric } = await searchParams;
  const scope = typeof scopeText === "string" ? parseScope(scopeText) : null;
  const period = typeof periodText === "string" ? parsePeriod(periodText) : null;
  if (!scope || !period || typeof metric !== "string") notFound();
  const [behind, formats] = await Promise.all([readPeopleBehind(viewer, { scope, period, metric }), viewerFormats()]);
  if (!behind) notFound();
  return <PeopleBehindView behind={behind} scope={scope} period={period} formats={formats} />;
}
