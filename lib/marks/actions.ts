"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { addAnnotationInput, editAnnotationInput, removeAnnotationInput } from "./annotations/input";
import { addAnnotation, editAnnotation, removeAnnotation } from "./annotations/write-annotation";
import { removeGuardrailInput, setGuardrailInput } from "./guardrails/input";
import { readMeanwhile } from "./guardrails/read-meanwhile";
import { removeGuardrail, setGuardrail } from "./guardrails/set-guardrail";
import { orMeanwhile } from "./or-meanwhile";

export const setGuardrailAction = action(setGuardrailInput, (viewer, input) =>
  orMeanwhile(setGuardrail(viewer, input), () => readMeanwhile(viewer, input)),
);

export const removeGuardrailAction = action(removeGuardrailInput, (viewer, input) =>
  orMeanwhile(removeGuardrail(viewer, input), () => readMeanwhile(viewer, input)),
);

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
