"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { rateSelf, rateSelfInput } from "./rate-self";

export const rateSelfAction = action(rateSelfInput, async (viewer, input) => {
  await rateSelf(viewer, input);
  refresh();
});
