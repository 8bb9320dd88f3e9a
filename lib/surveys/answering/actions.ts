"use server";
import { redirect, unstable_rethrow } from "next/navigation";
import { toPublicError } from "@/lib/server/public-error";
import { addressOf } from "./address-of";
import { type Given, giveAnswer } from "./give-answer";

/** What a form shows after it was sent: what was typed, and why it was not taken. */
export type Sheet = {
  typed: Record<string, string>;
  outcome: Exclude<Given, { kind: "taken" }> | { kind: "failed"; message: string } | null;
  /** How often it was sent. */
  tries: number;
};

/** Takes a form from somebody who is not signed in: the link is what permits it. Works without JavaScript. */
export async function sendAnswersAction(before: Sheet, form: FormData): Promise<Sheet> {
  const typed = Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => {
      const [, id] = /^answer\.(\w{1,20})$/.exec(name) ?? [];
      return id && typeof value === "string" ? [[id, value] as const] : [];
    }),
  );
  const sheet = { typed, tries: before.tries + 1 };
  const link = textOf(form, "link");
  try {
    const sent = { link, sheetId: textOf(form, "sheet"), revision: Number(textOf(form, "revision")), answers: typed };
    const given = await giveAnswer(sent, await addressOf());
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
