"use server";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { clientAddress } from "@/lib/server/client-address";
import { toPublicError } from "@/lib/server/public-error";
import { type Given, giveAnswer } from "./give-answer";
import { typedIn } from "./typed-in";

/** What a form shows after it was sent: what was typed, and why it was not taken. */
export type Sheet = {
  typed: Record<string, string>;
  outcome: Exclude<Given, { kind: "taken" }> | { kind: "failed"; message: string } | null;
  /** How often it was sent. */
  tries: number;
};

/** Takes a form from somebody who is not signed in: the link is what permits it. Works without JavaScript. */
export async function sendAnswersAction(before: Sheet, form: FormData): Promise<Sheet> {
  const typed = typedIn(form);
  const sheet = { typed, tries: before.tries + 1 };
  const link = textOf(form, "link");
  try {
    const sent = { link, sheetId: textOf(form, "sheet"), revision: Number(textOf(form, "revision")), answers: typed };
    const asking = await headers();
    const given = await giveAnswer(
      sent,
      clientAddress((name) => asking.get(name)),
    );
    if (given.kind !== "taken") return { ...sheet, outcome: given };
  } catch (error) {
    unstable_rethrow(error);
    return { ...sheet, outcome: { kind: "failed", message: toPublicError(error).message } };
  }
  return redirect(`/answer/${encodeURIComponent(link)}?sent=1`);
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 100) : "";
};
