import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import type { Formats } from "@/lib/format/formats";
import { advices } from "@/lib/roi/portfolio/advice-table";
import { adviceNames } from "@/lib/roi/portfolio/advice-words";
import type { RoiRow } from "@/lib/roi/portfolio/roi";
import { filterHref, filterRows, type RoiFilter } from "@/lib/roi/portfolio/roi-filter";

type RoiFiltersProps = { rows: readonly RoiRow[]; filter: RoiFilter; formats: Formats };

/** `Scale 3 · Fix 2 · Wait 4 · Stop 2`, and the grades there are: each shows its own. */
export function RoiFilters({ rows, filter, formats }: RoiFiltersProps) {
  const grades = [...new Set(rows.flatMap(({ grade }) => grade ?? []))].toSorted();
  const count = (change: Partial<RoiFilter>) => formats.number(filterRows(rows, { ...filter, ...change }).length);
  const chosen = [filter.advice && adviceNames[filter.advice], filter.grade && `grade ${filter.grade}`].filter(Boolean);
  return (
    <>
      {chosen.length > 0 ? (
        <p className="hidden text-table text-ink-2 print:block">
          {count({})} of {formats.number(rows.length)} initiatives: {chosen.join(", ")}.
        </p>
      ) : null}
      <nav aria-label="Initiatives shown" className="screen-only mb-6 flex flex-wrap gap-x-6 gap-y-2 text-table">
        <ul className="flex flex-wrap gap-2">
          <Choice
            href={filterHref(filter, { advice: null })}
            current={filter.advice === null}
            label={`All ${count({ advice: null })}`}
          />
          {advices.map((advice) => (
            <Choice
              key={advice}
              href={filterHref(filter, { advice })}
              current={filter.advice === advice}
              label={`${adviceNames[advice]} ${count({ advice })}`}
            />
          ))}
        </ul>
        {grades.length > 1 ? (
          <ul className="flex flex-wrap gap-2">
            <Choice href={filterHref(filter, { grade: null })} current={filter.grade === null} label="Every grade" />
            {grades.map((grade) => (
              <Choice
                key={grade}
                href={filterHref(filter, { grade })}
                current={filter.grade === grade}
                label={`Grade ${grade} ${count({ grade })}`}
              />
            ))}
          </ul>
        ) : null}
      </nav>
    </>
  );
}

function Choice({ href, current, label }: { href: string; current: boolean; label: string }) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        aria-current={current ? "true" : undefined}
        className={classNames(
          "target inline-flex items-center rounded-control border px-3 py-1",
          current ? "border-ink bg-paper-2 font-semibold" : "border-rule-2 text-ink-2 hover:text-ink",
        )}
      >
        {label}
      </Link>
    </li>
  );
}
