"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { addAnnotationInput, editAnnotationInput, removeAnnotationInput } from "./annotations/input";
import { addAnnotation, editAnnotation, removeAnnotation } from "./annotations/write-annotation";
import { removeGuardrailInput, setGuardrailInput } from "./guardrails/input";
import { removeGuardrail, setGuardrail } from "./guardrails/set-guardrail";

export const setGuardrailAction = action(setGuardrailInput, async (viewer, input) => {
  await setGuardrail(viewer, input);
  refresh();
});

export const removeGuardrailAction = action(removeGuardrailInput, async (viewer, input) => {
  await removeGuardrail(viewer, input);
  refresh();
});

export const addAnnotationAction = action(addAnnotationInput, async (viewer, input) => {
  await addAnnotation(viewer, input);
  refresh();
});

export const editAnnotationAction = action(editAnnotationInput, async (viewer, input) => {
  await editAnnotation(viewer, input);
  refresh();
});

export const removeAnnotationAction = action(removeAnnotationInput, async (viewer, input) => {
  await removeAnnotation(viewer, input);
  refresh();
});
