import type { Result } from "@/lib/errors";

/** What a form says when nothing came back. Whether it arrived is not known. */
export const noAnswer =
  "No answer came back, so the connection may be broken. What you typed is still here. Send it again: what was taken all the same is not kept twice.";

/**
 * What an action answers, with a connection that broke as one of the answers: thrown in a transition it would replace the page and what was
 * typed on it by the page of errors. What the server threw, or Next on its way to another page, goes on.
 */
export async function answered<Data>(sending: Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await sending;
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    return { ok: false, error: { code: "unexpected", message: noAnswer, fields: {} } };
  }
}

/**
 * Whether no answer of the server came: `fetch` throws where there is no connection, and Next where something in between answered instead, or the
 * server is another by now. What the server itself threw, a redirect among it, carries a digest.
 */
export const isLostConnection = (error: unknown): boolean => error instanceof Error && !("digest" in error);
