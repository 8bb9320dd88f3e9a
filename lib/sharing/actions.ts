"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { revokeInput, shareInput } from "./input";
import { revokeLink } from "./revoke-link";
import { shareReport } from "./share-report";

export const shareReportAction = action(shareInput, shareReport);

export const revokeLinkAction = action(revokeInput, async (viewer, input) => {
  await revokeLink(viewer, input);
  refresh();
});
