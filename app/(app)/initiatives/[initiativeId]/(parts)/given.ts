import "server-only";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { type InitiativePart, initiativeParts } from "@/lib/initiatives/initiative-href";
import { type Initiative, readInitiative } from "@/lib/initiatives/read-initiative";
import { readAmendments } from "@/lib/plans/read-amendments";
import { readMoney } from "@/lib/roi/results/read-money";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";

/** What the head and every part are given. */
export type Given = { viewer: Viewer; initiative: Initiative };

const readGiven = cache(async (id: string) => {
  const viewer = await viewerFor("initiative.read");
  return { viewer, initiative: await readInitiative(viewer, idOr404(id)) };
});

/** The initiative and who asks for it; a true 404 as long as nothing has been sent. */
export async function givenOr404(params: Promise<{ initiativeId: string }>): Promise<Given> {
  const { viewer, initiative } = await readGiven((await params).initiativeId);
  return initiative ? { viewer, initiative } : notFound();
}

/** The title of a part: the first one is the page of the initiative. */
export async function titleOf(params: Promise<{ initiativeId: string }>, part: InitiativePart): Promise<Metadata> {
  const { initiative } = await readGiven((await params).initiativeId);
  const title = initiative?.plan.title ?? "Initiative";
  const own = initiativeParts.find((one) => one.part === part)?.title;
  return { title: part === "effect" ? title : `${own}: ${title}` };
}

/** What the head and a part both stand on is read once per request. */
export const evaluationOf = cache(currentEvaluation);
export const amendmentsOf = cache(readAmendments);

/** After the evaluation, which it counts on. */
export const moneyOf = cache(async (viewer: Viewer, id: string) => {
  await evaluationOf(viewer, id);
  return readMoney(viewer, id);
});
