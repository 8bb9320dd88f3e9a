"use server";
import { orMeanwhile } from "@/lib/marks/or-meanwhile";
import { action } from "@/lib/server/action";
import { readMeanwhile } from "./read-meanwhile";
import { setTargetInput } from "./target-input";
import { setTarget } from "./targets";

export const setTargetAction = action(setTargetInput, (viewer, input) =>
  orMeanwhile(setTarget(viewer, input), () => readMeanwhile(viewer, input)),
);
