import { Sparkline } from "@/components/charts/sparkline";
import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { DataMap, SkillFeed } from "@/lib/evidence/map/data-map";
import type { Formats } from "@/lib/format/formats";

/** Skill by skill: who sees it, what prepares for it, and how many of those who need it are prepared and seen. */
export function FeedTable({ map: { skills, minimum }, formats }: { map: DataMap; formats: Formats }) {
  return (
    <DataTable
      id="feeds"
      caption="Sources by skill"
      hideCaption
      csv="evidence-sources"
      filter
      columns={[
        { id: "skill", header: "Skill", rowHeader: true },
        { id: "prepared", header: "Prepared", align: "end" },
        { id: "applied", header: "Seen at target", align: "end" },
        { id: "gap", header: "Prepared, not seen", align: "end", wide: true },
        { id: "expired", header: "Certificates expired", align: "end", wide: true },
        { id: "nothing", header: "Nothing known", align: "end", wide: true },
        { id: "ratings", header: "Ratings by managers, peers, systems", align: "end", wide: true },
        { id: "tests", header: "Of its activities: tests, practices", align: "end", wide: true },
        { id: "levels", header: "Level by month", wide: true },
        { id: "answers", header: "Answers for it", wide: true },
      ]}
      rows={skills.map((skill) => ({ id: skill.skillId, cells: cellsOf(skill, minimum, formats) }))}
    />
  );
}

function cellsOf(skill: SkillFeed, minimum: number, formats: Formats): Record<string, Cell> {
  const { reach, ratings, needed, rules, tests, practices, levels, owner } = skill;
  const share = (value: number | null | undefined): Cell => {
    if (needed === null) return "Withheld";
    if (value === null) return { text: "Too few seen", sort: -1 };
    return value === undefined ? null : { text: formats.percent(value, { decimals: 0 }), sort: value };
  };
  const seen = levels.filter((level) => level !== null);
  const last = seen.at(-1);
  return {
    skill: {
      text: skill.skill,
      node: (
        <>
          {skill.skill}
          {reach?.symbolic ? (
            <span className="block text-caption font-normal text-worse">Nobody was ever seen applying it</span>
          ) : null}
          {rules.length > 0 ? (
            <span className="block text-caption font-normal text-ink-3">Signals: {rules.join(", ")}</span>
          ) : null}
        </>
      ),
    },
    prepared:
      needed === null
        ? { text: "Withheld", node: <StateText state="withheld" minimum={minimum} /> }
        : share(reach?.prepared),
    applied: share(reach?.applied),
    gap: share(reach?.preparedNotApplied),
    expired: reach?.certificates?.held
      ? {
          text: `${formats.number(reach.certificates.expired)} of ${formats.number(reach.certificates.held)}`,
          sort: reach.certificates.expired,
        }
      : null,
    nothing: share(reach?.nothing),
    ratings: ratings && {
      text: [ratings.manager, ratings.peer, ratings.system].map((count) => formats.number(count)).join(", "),
      sort: ratings.manager + ratings.peer + ratings.system,
    },
    tests: `${formats.number(tests)}, ${formats.number(practices)}`,
    levels:
      last === undefined
        ? null
        : {
            text: formats.number(last, { decimals: 1 }),
            sort: last,
            node: (
              <span className="inline-flex items-center gap-2">
                <Sparkline values={levels} label={`Level of ${skill.skill} by month`} />
                {formats.number(last, { decimals: 1 })}
              </span>
            ),
          },
    answers: owner ?? "Nobody",
  };
}
