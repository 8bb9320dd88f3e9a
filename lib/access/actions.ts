"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { createUserInput, setDisabledInput, setRolesInput } from "./user-input";
import { createUser, setDisabled, setRoles } from "./users";

export const createUserAction = action(createUserInput, async (viewer, input) => {
  const created = await createUser(viewer, input);
  refresh();
  return created;
});

export const setRolesAction = action(setRolesInput, async (viewer, input) => {
  await setRoles(viewer, input);
  refresh();
});

export const setDisabledAction = action(setDisabledInput, async (viewer, input) => {
  await setDisabled(viewer, input);
  refresh();
});
