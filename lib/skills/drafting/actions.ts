"use server";
import { action } from "@/lib/server/action";
import { proposeInput, rewriteInput } from "./input";
import { proposeBehaviours, rewriteBehaviour } from "./propose-behaviours";

/** Drafts by a language model: nothing is kept until a person takes one over by an edit. */
export const proposeBehavioursAction = action(proposeInput, proposeBehaviours);
export const rewriteBehaviourAction = action(rewriteInput, rewriteBehaviour);
