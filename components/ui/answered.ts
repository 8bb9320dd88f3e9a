import type { Result } from "@/lib/errors";

/** What a form says when nothing came back. Whether it arrived is not known: what may not be done twice is refused by its revision. */
export const noAnswer =
  "No answer came back, so the connection may be broken. What you typed is still here; try again when you are back online.";

/**
 * What an action answers, with a connection that broke as one of the answers: thrown in a transition it would replace the page and what was
 * typed on it by the page of errors. Anything else that is thrown is a bug, or Next on its way to another page, and goes on.
 */
export async function answered<Data>(sending: Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await sending;
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    return { ok: false, error: { code: "unexpected", message: noAnswer, fields: {} } };
  }
}

/** `fetch` throws a TypeError where no answer came, in every browser, with words of its own in each. */
export function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError;
}
