"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/server/action";
import { findBehavioursInput, oneCalibration, rateCalibrationInput, setCalibrationInput } from "./input";
import { rateCalibration } from "./rate-calibration";
import { findBehaviours } from "./read-calibrations";
import { closeCalibration, removeCalibration, setCalibration } from "./set-calibration";

export const setCalibrationAction = action(setCalibrationInput, async (viewer, input) => {
  const { id } = await setCalibration(viewer, input);
  redirect(`/skills/calibrations/${id}`);
});

export const rateCalibrationAction = action(rateCalibrationInput, async (viewer, input) => {
  await rateCalibration(viewer, input);
  refresh();
});

export const closeCalibrationAction = action(oneCalibration, async (viewer, input) => {
  await closeCalibration(viewer, input);
  refresh();
});

export const removeCalibrationAction = action(oneCalibration, async (viewer, input) => {
  await removeCalibration(viewer, input);
  redirect("/skills/calibrations");
});

export const findBehavioursAction = action(findBehavioursInput, (viewer, { text }) => findBehaviours(viewer, text));
