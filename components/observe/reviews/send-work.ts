import type { FieldErrors, PublicError } from "@/lib/errors";

type Sent = { ok: true; data: unknown } | { ok: false; message: string; fields: FieldErrors };

/** Sends work and its file. What was typed stays in the form when it does not arrive. */
export async function sendWork(method: "POST" | "PUT", work: unknown, file: File | null): Promise<Sent> {
  const form = new FormData();
  form.set("work", JSON.stringify(work));
  if (file) form.set("file", file);
  try {
    const answer = await fetch("/api/observe/reviews", { method, body: form });
    const data: unknown = await answer.json();
    if (answer.ok) return { ok: true, data };
    const { error } = data as { error: PublicError };
    return { ok: false, message: error.message, fields: error.fields };
  } catch {
    return {
      ok: false,
      message: "The server could not be reached. What you wrote is still here; try again.",
      fields: {},
    };
  }
}
