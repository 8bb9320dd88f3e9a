import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { OtherView } from "@/components/observe/other-view";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { readBehavioursOf, readLine } from "@/lib/observe/read-line";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "Observe something else" };

const back = (
  <Link href="/team/observe" className="link">
    Today’s round
  </Link>
);

export default async function OtherPage({ searchParams }: PageProps<"/team/observe/other">) {
  const viewer = await viewerFor("observation.record");
  const { person, q } = await searchParams;
  if (typeof person === "string") {
    const found = await readBehavioursOf(viewer, idOr404(person));
    if (!found || !viewer.userId) notFound();
    return (
      <>
        <PageHeader title={found.person.name} above={back} />
        {found.behaviours.length > 0 ? (
          <OtherView userId={viewer.userId} {...found} />
        ) : (
          <Empty title="Their role asks for nothing that managers can see">
            The learning team adds behaviours to a role under Skills.
          </Empty>
        )}
      </>
    );
  }
  const text = typeof q === "string" ? q.slice(0, 100) : "";
  const people = await readLine(viewer, text);
  return (
    <>
      <PageHeader title="Whom did you see?" above={back} />
      <form className="mb-4 flex items-end gap-3" action="/team/observe/other">
        <Field label="Name or employee number" className="min-w-0 flex-1">
          <Input type="search" name="q" defaultValue={text} />
        </Field>
        <Button type="submit">Find</Button>
      </form>
      {people.length === 0 ? (
        <Empty title={text ? "Nobody of your line is called this" : "Nobody reports to you today"} />
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {people.map(({ id, name, role }) => (
            <li key={id}>
              <Link
                href={`/team/observe/other?person=${id}`}
                className="target flex items-center justify-between gap-4 py-2"
              >
                <span className="link">{name}</span>
                <span className="text-table text-ink-3">{role}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
