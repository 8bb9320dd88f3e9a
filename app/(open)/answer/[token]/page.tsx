import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { AnswerForm } from "@/components/surveys/answer/answer-form";
import { refusalWords } from "@/components/surveys/answer/refusal-words";
import { WhoSees } from "@/components/surveys/answer/who-sees";
import { clientAddress } from "@/lib/server/client-address";
import { readForm } from "@/lib/surveys/answering/read-form";
import { instrumentWords } from "@/lib/surveys/survey";

export const metadata: Metadata = {
  title: "Survey",
  robots: { index: false, follow: false },
  // The address is the permission: it is not handed to other sites.
  referrer: "same-origin",
};

/** For people without an account: the link in the address is all that is asked for. */
export default async function AnswerPage({ params, searchParams }: PageProps<"/answer/[token]">) {
  const [{ token }, { sent }, asking] = await Promise.all([params, searchParams, headers()]);
  const link = decodeURIComponent(token);
  const found = await readForm(
    link,
    clientAddress((name) => asking.get(name)),
  );
  if (sent === "1") {
    return (
      <Sheet title="Thank you" above="Survey">
        <p className="text-lead text-ink-2">Your answers were taken. You can close this page.</p>
        {typeof found === "string" ? null : (
          <p className="mt-4">
            Somebody else answers on this device?{" "}
            <a className="link" href={`/answer/${encodeURIComponent(link)}`}>
              Open an empty sheet
            </a>
          </p>
        )}
      </Sheet>
    );
  }
  if (typeof found === "string") {
    const { title, body } = refusalWords[found];
    return (
      <Sheet title={title} above="Survey">
        <p className="text-lead text-ink-2">{body}</p>
      </Sheet>
    );
  }
  const { title, introduction, organisation, instrument, initiative, questions, revision, named, minimum } = found;
  return (
    <Sheet title={title} above={`${organisation} · ${instrumentWords[instrument]}`}>
      {introduction ? <p className="mb-8 text-lead whitespace-pre-line text-ink-2">{introduction}</p> : null}
      <AnswerForm link={link} sheetId={randomUUID()} questions={questions} revision={revision} />
      <WhoSees named={named} minimum={minimum} initiative={initiative} />
    </Sheet>
  );
}

function Sheet({ title, above, children }: { title: string; above: string; children: ReactNode }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-8 [overflow-wrap:anywhere]">
      <p className="mb-6 flex items-center gap-2 text-caption text-ink-3">
        <Mark size={20} />
        {above}
      </p>
      <h1 className="mb-4 text-section sm:text-page">{title}</h1>
      {children}
    </main>
  );
}
