"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/server/action";
import { dismissProposal, takeProposal } from "./decide-proposal";
import { dismissProposalInput, takeProposalInput } from "./input";
import { refreshProposals } from "./refresh-proposals";

export const refreshProposalsAction = action(z.object({}), async (viewer) => {
  const refreshed = await refreshProposals(viewer, null);
  refresh();
  return refreshed;
});

export const takeProposalAction = action(takeProposalInput, async (viewer, input) => {
  const { draftId, nodeId } = await takeProposal(viewer, input);
  redirect(`/skills/drafts/${draftId}?node=${nodeId}`);
});

export const dismissProposalAction = action(dismissProposalInput, async (viewer, input) => {
  await dismissProposal(viewer, input);
  refresh();
});
