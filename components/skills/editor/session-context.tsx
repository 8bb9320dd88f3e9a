"use client";
import { createContext, useContext } from "react";
import type { DraftSession } from "./draft-session";

export const SessionContext = createContext<DraftSession | null>(null);

export function useSession(): DraftSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("Forms and commands of the editor stand inside its session");
  return session;
}
