import { DefinitionList } from "@/components/ui/definition-list";
import { FactsTable } from "@/components/ui/facts-table";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { StatusText } from "@/components/ui/status-text";
import type { DigestDesk, OwnDigest, OwnSend } from "@/lib/digests/own-digest";
import { sections } from "@/lib/digests/sections";
import type { Formats } from "@/lib/format/formats";
import { PauseDigest, RemoveDigest, SendNow } from "./digest-buttons";
import { DigestForm } from "./digest-form";
import { channelWords, momentIn, openedText, periodText, scheduleText, sendText } from "./digest-words";

type DigestViewProps = { digest: OwnDigest; desk: DigestDesk; formats: Formats };

/** One digest: where it goes and when, what is next, what became of the last ones. */
export function DigestView({ digest, desk, formats }: DigestViewProps) {
  const { id, channel, to, paused, next, cannot, sends, unopened, waitsForQuiet, timeZone } = digest;
  const name = `${channelWords[channel]} to ${to}`;
  const comes = paused ? (
    <StatusText status="waiting">Paused</StatusText>
  ) : (
    `${next ? momentIn(formats, next, timeZone) : ""}${waitsForQuiet ? ", when quiet hours end" : ""}`
  );
  return (
    <Section title={name}>
      {cannot ? <Notice>{cannot}. It stays set up and goes out once that is mended.</Notice> : null}
      {unopened ? <Notice>Nobody opened the last three. Change what it tells, or pause it.</Notice> : null}
      <DefinitionList
        items={[
          ["When", scheduleText(digest)],
          [
            "Tells",
            digest.sections.map((section) => sections[section].label).join(", ") || "Nothing your role includes",
          ],
          ["Next", comes],
        ]}
      />
      <div className="screen-only mt-4 mb-6 flex flex-wrap gap-2">
        <LinkButton href={`/me/digests/${id}`}>What the next one says</LinkButton>
        <DigestForm desk={{ ...desk }} digest={digest} />
        <SendNow id={id} name={name} />
        <PauseDigest id={id} name={name} paused={paused} />
        <RemoveDigest id={id} name={name} />
      </div>
      {sends.length === 0 ? (
        <p className="text-ink-2">Nothing was sent yet.</p>
      ) : (
        <FactsTable
          caption={sends.length > shown ? `The latest ${shown} messages of ${name}` : `Last sent by ${name}`}
          hideCaption={sends.length <= shown}
          columns={[
            { id: "period", header: "Of", rowHeader: true },
            { id: "at", header: "When" },
            { id: "state", header: "What became of it" },
            { id: "opened", header: "Opened" },
          ]}
          rows={sends.slice(0, shown).map((send) => rowOf(send, formats, timeZone))}
        />
      )}
    </Section>
  );
}

const shown = 10;

function rowOf(send: OwnSend, formats: Formats, timeZone: string) {
  return {
    id: send.id,
    cells: {
      period: periodText(send),
      at: momentIn(formats, send.at, timeZone),
      state: { text: sendText(send), node: <StatusText status={statuses[send.state]}>{sendText(send)}</StatusText> },
      opened: openedText(send, formats),
    },
  };
}

const statuses = {
  sent: "pass",
  failed: "fail",
  nothing_new: "unknown",
  "handed-over": "warn",
  waiting: "waiting",
} as const;

function Notice({ children }: { children: React.ReactNode }) {
  return <p className="mb-4 border-l-4 border-comparison bg-early px-4 py-2">{children}</p>;
}
