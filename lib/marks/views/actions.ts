"use server";
import { action } from "@/lib/server/action";
import { changeViewInput, listViewsInput, removeViewInput, saveViewInput } from "./input";
import { readViews, type SavedViews } from "./read-views";
import { changeView, removeView, saveView } from "./save-view";

/** Reads only: the list is asked for when somebody opens it, so that no page waits for it. */
export const listViewsAction = action(listViewsInput, (viewer, asked): Promise<SavedViews> => readViews(viewer, asked));

export const saveViewAction = action(saveViewInput, saveView);

export const changeViewAction = action(changeViewInput, changeView);

export const removeViewAction = action(removeViewInput, removeView);
