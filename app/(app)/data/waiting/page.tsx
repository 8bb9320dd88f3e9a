import type { Metadata } from "next";
import { DataHeader } from "@/components/data/data-header";
import { MatchNames } from "@/components/data/match-names";
import { ParkedTable } from "@/components/data/parked-table";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { readParkedRows } from "@/lib/intake/read-parked-rows";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

/** More are matched by a file. */
const mostToMatch = 24;

export const metadata: Metadata = { title: "Waiting rows" };

export default async function WaitingPage() {
  const viewer = await viewerFor("data.read");
  const [parked, formats] = await Promise.all([readParkedRows(viewer, null), viewerFormats()]);
  return (
    <>
      <DataHeader current="/data/waiting" />
      {parked.allRows === 0 ? (
        <Empty title="No row is waiting">
          Rows about somebody nobody knows yet wait here, and are taken in as soon as a people.csv or accounts.csv names
          that person.
        </Empty>
      ) : (
        <>
          <Section
            title={`${formats.number(parked.allRows)} ${parked.allRows === 1 ? "row waits" : "rows wait"} for ${formats.number(parked.allIdentities)} ${parked.allIdentities === 1 ? "person" : "people"}`}
            lead="They are good rows about people nobody knows yet. Import a people.csv that holds these employee ids or e-mail addresses, or an accounts.csv that says whose accounts they are, and the rows are taken in by themselves."
            actions={<LinkButton href="/data">Import people.csv</LinkButton>}
          >
            <ParkedTable parked={parked} formats={formats} />
          </Section>
          <Section
            title="Whose accounts are these?"
            lead="Where a name is what another system calls somebody you know, say who it is. It is checked before anything changes, and stands in the history as accounts.csv."
          >
            <MatchNames names={parked.identities.slice(0, mostToMatch).map(({ identity }) => identity)} />
          </Section>
        </>
      )}
    </>
  );
}
