"use server";
import { refresh } from "next/cache";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { action } from "@/lib/server/action";
import { addAnnotationInput, editAnnotationInput, removeAnnotationInput } from "./annotations/input";
import { addAnnotation, editAnnotation, removeAnnotation } from "./annotations/write-annotation";
import { type GuardrailSide, removeGuardrailInput, setGuardrailInput } from "./guardrails/input";
import { type Meanwhile, readMeanwhile } from "./guardrails/read-meanwhile";
import { removeGuardrail, setGuardrail } from "./guardrails/set-guardrail";

export const setGuardrailAction = action(setGuardrailInput, async (viewer, input) =>
  orMeanwhile(viewer, input, setGuardrail(viewer, input)),
);

export const removeGuardrailAction = action(removeGuardrailInput, async (viewer, input) =>
  orMeanwhile(viewer, input, removeGuardrail(viewer, input)),
);

/** Null once it is done; where somebody else was there first, what they made of it, and the page stays as it is. */
async function orMeanwhile(viewer: Viewer, own: GuardrailSide, done: Promise<void>): Promise<Meanwhile | null> {
  try {
    await done;
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") return readMeanwhile(viewer, own);
    throw error;
  }
  refresh();
  return null;
}

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
