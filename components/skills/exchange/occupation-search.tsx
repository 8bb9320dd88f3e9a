import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Empty } from "@/components/ui/states";
import type { FoundOccupations } from "@/lib/skills/exchange/read-import";

type OccupationSearchProps = { path: string; search: string; occupations: FoundOccupations };

/** Finds an occupation of a framework by its title or another it goes by. A plain form: the search is in the address. */
export function OccupationSearch({ path, search, occupations: { rows, found, total } }: OccupationSearchProps) {
  return (
    <div className="space-y-4">
      <form className="screen-only flex flex-wrap items-end gap-2">
        <Field
          label="Occupation"
          hint={`By title or any other name it goes by, among ${total}.`}
          className="w-full sm:w-96"
        >
          <Input type="search" name="q" defaultValue={search} />
        </Field>
        <Button type="submit" className="mb-6">
          Search
        </Button>
      </form>
      {rows.length === 0 ? (
        <Empty title="No occupation reads like this">Try one word, or what the job is called elsewhere.</Empty>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {rows.map(({ code, title, description, by }) => (
            <li key={code} className="py-2">
              <Link href={`${path}?${new URLSearchParams({ occupation: code })}`} className="link font-medium">
                {title}
              </Link>
              {by ? <span className="text-table text-ink-2"> · also “{by}”</span> : null}
              <p className="max-w-prose text-table text-ink-2">{description}</p>
            </li>
          ))}
        </ul>
      )}
      {found > rows.length ? (
        <p className="text-caption text-ink-3">
          {rows.length} of {found} are shown. Search to narrow them down.
        </p>
      ) : null}
    </div>
  );
}
