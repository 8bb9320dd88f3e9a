"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { addLine } from "./add-line";
import {
  addCostInput,
  addLineInput,
  changeCostInput,
  enterRateInput,
  keepScenarioInput,
  removeCostInput,
  removeLineInput,
  removeRateInput,
  removeScenarioInput,
  signAssumptionInput,
  stateAssumptionInput,
} from "./case-input";
import { addCost, changeCost, removeCost } from "./costs";
import { enterRate, removeRate } from "./rates";
import { removeLine } from "./remove-line";
import { keepScenario, removeScenario } from "./scenarios";
import { signAssumption } from "./sign-assumption";
import { stateAssumption } from "./state-assumption";

export const addCostAction = action(addCostInput, async (viewer, input) => {
  await addCost(viewer, input);
  refresh();
});

export const changeCostAction = action(changeCostInput, async (viewer, input) => {
  await changeCost(viewer, input);
  refresh();
});

export const removeCostAction = action(removeCostInput, async (viewer, input) => {
  await removeCost(viewer, input);
  refresh();
});

export const enterRateAction = action(enterRateInput, async (viewer, input) => {
  await enterRate(viewer, input);
  refresh();
});

export const removeRateAction = action(removeRateInput, async (viewer, input) => {
  await removeRate(viewer, input);
  refresh();
});

export const addLineAction = action(addLineInput, async (viewer, input) => {
  await addLine(viewer, input);
  refresh();
});

export const removeLineAction = action(removeLineInput, async (viewer, input) => {
  await removeLine(viewer, input);
  refresh();
});

export const stateAssumptionAction = action(stateAssumptionInput, async (viewer, input) => {
  await stateAssumption(viewer, input);
  refresh();
});

export const signAssumptionAction = action(signAssumptionInput, async (viewer, input) => {
  await signAssumption(viewer, input);
  refresh();
});

export const keepScenarioAction = action(keepScenarioInput, async (viewer, input) => {
  await keepScenario(viewer, input);
  refresh();
});

export const removeScenarioAction = action(removeScenarioInput, async (viewer, input) => {
  await removeScenario(viewer, input);
  refresh();
});
