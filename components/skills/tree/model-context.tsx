"use client";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import type { TaxonomyModel } from "./taxonomy-model";

export const ModelContext = createContext<TaxonomyModel | null>(null);

export function useModel(): TaxonomyModel {
  const model = useContext(ModelContext);
  if (!model) throw new Error("Rows and details of a taxonomy stand inside its model");
  return model;
}

/** The tree as it is now; draws again after an edit. */
export function useTreeIndex(): TreeIndex {
  const { view } = useModel();
  return useSyncExternalStore(view.subscribe, view.index, view.index);
}
