"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { deleteCohort, freezeCohort, keepCohort, keepList, renameCohort } from "./cohorts";
import { deleteCohortInput, freezeCohortInput, keepCohortInput, keepListInput, renameCohortInput } from "./input";

export const keepCohortAction = action(keepCohortInput, async (viewer, input) => {
  const kept = await keepCohort(viewer, input);
  refresh();
  return kept;
});

export const keepListAction = action(keepListInput, async (viewer, input) => {
  const report = await keepList(viewer, input);
  if (report.id) refresh();
  return report;
});

export const freezeCohortAction = action(freezeCohortInput, async (viewer, input) => {
  await freezeCohort(viewer, input);
  refresh();
});

export const renameCohortAction = action(renameCohortInput, async (viewer, input) => {
  await renameCohort(viewer, input);
  refresh();
});

export const deleteCohortAction = action(deleteCohortInput, async (viewer, input) => {
  await deleteCohort(viewer, input);
  refresh();
});
