import "server-only";
import { refresh } from "next/cache";
import { DomainError } from "@/lib/errors";
import type { Meanwhile } from "./meanwhile";

/** Null once it is done; where somebody else was there first, what they made of it, and the page stays as it is. */
export async function orMeanwhile<Terms>(
  done: Promise<void>,
  read: () => Promise<Meanwhile<Terms>>,
): Promise<Meanwhile<Terms> | null> {
  try {
    await done;
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") return read();
    throw error;
  }
  refresh();
  return null;
}
