"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import {
  createSurveyInput,
  editSurveyInput,
  enterStatementsInput,
  personalLinksInput,
  revokeLinksInput,
  sharedLinkInput,
  turnSurveyInput,
} from "./input";
import { makePersonalLinks, makeSharedLink } from "./links/make-links";
import { revokeLinks } from "./links/revoke-links";
import { enterStatements } from "./notes/enter-statements";
import { createSurvey, editSurvey } from "./save-survey";
import { closeSurvey, openSurvey } from "./turn-survey";

export const createSurveyAction = action(createSurveyInput, createSurvey);

export const editSurveyAction = action(editSurveyInput, async (viewer, input) => {
  await editSurvey(viewer, input);
  return { id: input.id };
});

export const openSurveyAction = action(turnSurveyInput, async (viewer, input) => {
  await openSurvey(viewer, input);
  refresh();
});

export const closeSurveyAction = action(turnSurveyInput, async (viewer, input) => {
  await closeSurvey(viewer, input);
  refresh();
});

export const makeSharedLinkAction = action(sharedLinkInput, async (viewer, input) => {
  const made = await makeSharedLink(viewer, input);
  refresh();
  return made;
});

export const makePersonalLinksAction = action(personalLinksInput, async (viewer, input) => {
  const made = await makePersonalLinks(viewer, input);
  refresh();
  return made;
});

export const revokeLinksAction = action(revokeLinksInput, async (viewer, input) => {
  await revokeLinks(viewer, input);
  refresh();
});

export const enterStatementsAction = action(enterStatementsInput, enterStatements);
