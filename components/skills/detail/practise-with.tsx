"use client";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/skeleton";
import { nodeQuery } from "@/lib/skills/taxonomy-queries";
import { modalityOf } from "@/lib/work/portfolio/modality";
import { DetailPart } from "./detail-parts";

const kinds = [
  {
    name: "Practice",
    of: ["practice"],
    none: "Nothing to practise with: it can be told, and not tried before the work.",
  },
  { name: "Tools at work", of: ["in-flow"], none: "No help at hand while the work is done." },
  { name: "Content", of: ["course", "other"], none: "Nothing that explains it." },
];

/** What there is to learn and practise a behaviour or skill with, and what is missing. */
export function PractiseWith({ nodeId }: { nodeId: string }) {
  const { data, isError } = useQuery(nodeQuery(nodeId));
  return (
    <DetailPart title="To practise and learn it with">
      {isError ? <p className="text-table text-ink-2">Activities could not be loaded. Try again later.</p> : null}
      {data ? (
        <dl className="text-table">
          {kinds.map(({ name, of, none }) => {
            const own = data.activities.filter((activity) => of.includes(modalityOf(activity)));
            return (
              <div key={name} className="border-b border-rule py-1.5 sm:grid sm:grid-cols-[8rem_1fr] sm:gap-4">
                <dt className="font-medium">{name}</dt>
                <dd className={own.length === 0 ? "border-l-2 border-worse pl-2 text-ink-2" : undefined}>
                  {own.length === 0 ? (
                    none
                  ) : (
                    <ul className="space-y-1">
                      {own.map((activity) => (
                        <li key={activity.id}>
                          {activity.name}
                          <span className="block text-caption text-ink-3">
                            {[
                              activity.format?.replaceAll("_", " "),
                              activity.about
                                ? activity.about.kind === "skill"
                                  ? `for ${activity.about.name} as a whole`
                                  : `for “${activity.about.name}”`
                                : null,
                              activity.owner,
                            ]
                              .filter(Boolean)
                              .join(" · ")}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      ) : null}
      {data || isError ? null : <Skeleton className="h-10" />}
    </DetailPart>
  );
}
