"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { addFriction } from "./friction/add-friction";
import { anchorActivity } from "./friction/anchor-activity";
import { changeFriction } from "./friction/change-friction";
import {
  addFrictionInput,
  anchorActivityInput,
  changeFrictionInput,
  dismissFrictionInput,
  keepFrictionInput,
} from "./friction/input";
import { dismissFriction, keepFriction } from "./friction/judge-proposal";
import { placeTaskInput } from "./matrix/input";
import { placeTask } from "./matrix/place-task";
import { closeRevision } from "./revisions/close-revision";
import { closeRevisionInput, openRevisionInput } from "./revisions/input";
import { openRevision } from "./revisions/open-revision";
import { addWorkflow } from "./workflows/add-workflow";
import { orderSteps, removeStep, removeWorkflow, saveStep } from "./workflows/change-workflow";
import {
  addWorkflowInput,
  orderStepsInput,
  removeStepInput,
  removeWorkflowInput,
  saveStepInput,
} from "./workflows/input";

export const placeTaskAction = action(placeTaskInput, async (viewer, input) => {
  await placeTask(viewer, input);
  refresh();
});

export const addFrictionAction = action(addFrictionInput, async (viewer, input) => {
  const added = await addFriction(viewer, input);
  refresh();
  return added;
});

export const keepFrictionAction = action(keepFrictionInput, async (viewer, input) => {
  const kept = await keepFriction(viewer, input);
  refresh();
  return kept;
});

export const dismissFrictionAction = action(dismissFrictionInput, async (viewer, input) => {
  const dismissed = await dismissFriction(viewer, input);
  refresh();
  return dismissed;
});

export const changeFrictionAction = action(changeFrictionInput, async (viewer, input) => {
  await changeFriction(viewer, input);
  refresh();
});

export const anchorActivityAction = action(anchorActivityInput, async (viewer, input) => {
  await anchorActivity(viewer, input);
  refresh();
});

export const openRevisionAction = action(openRevisionInput, async (viewer, input) => {
  const opened = await openRevision(viewer, input);
  refresh();
  return opened;
});

export const closeRevisionAction = action(closeRevisionInput, async (viewer, input) => {
  await closeRevision(viewer, input);
  refresh();
});

export const addWorkflowAction = action(addWorkflowInput, async (viewer, input) => {
  const added = await addWorkflow(viewer, input);
  refresh();
  return added;
});

export const saveStepAction = action(saveStepInput, async (viewer, input) => {
  const saved = await saveStep(viewer, input);
  refresh();
  return saved;
});

export const orderStepsAction = action(orderStepsInput, async (viewer, input) => {
  await orderSteps(viewer, input);
  refresh();
});

export const removeStepAction = action(removeStepInput, async (viewer, input) => {
  await removeStep(viewer, input);
  refresh();
});

export const removeWorkflowAction = action(removeWorkflowInput, async (viewer, input) => {
  await removeWorkflow(viewer, input);
});
