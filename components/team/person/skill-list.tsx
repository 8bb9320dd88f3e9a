import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { GoodLook } from "@/lib/team/person/read-good-looks";
import type { LevelMonth } from "@/lib/team/person/read-level-series";
import { type SkillStanding, skillStateWords } from "@/lib/team/person/skill-standing";
import { GoodLooks } from "./good-looks";
import { levelText, witnessWords } from "./level-text";

type SkillListProps = {
  standings: readonly SkillStanding[];
  looks: readonly GoodLook[];
  series: readonly LevelMonth[];
  formats: Formats;
  /** Whose skills they are: "your" or "their". */
  whose: "your" | "their";
  /** Where one skill is explained: its id is added. */
  explainAt: string;
};

/** Skills of a person, each with what the evidence says, in parts and never as one score; opened, what good looks like. */
export function SkillList({ standings, looks, series, formats, whose, explainAt }: SkillListProps) {
  if (standings.length === 0) {
    return (
      <Empty title="No skills stand here yet">
        The taxonomy names no skill for {whose} role, and nothing was seen of any. The L&D lead adds skills under
        Skills.
      </Empty>
    );
  }
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {standings.map((standing) => (
        <li key={standing.skillId}>
          <Disclosure
            summary={
              <Summary
                standing={standing}
                months={series.filter(({ skillId }) => skillId === standing.skillId)}
                formats={formats}
              />
            }
          >
            <Detail standing={standing} formats={formats} whose={whose} />
            <p className="mt-1 text-table">
              <Link className="link" href={`${explainAt}/${standing.skillId}`}>
                How {standing.skill} comes to this, down to each rating
              </Link>
            </p>
            <GoodLooks
              looks={looks.filter(({ skillId }) => skillId === standing.skillId)}
              target={standing.target}
              skill={standing.skill}
            />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function Summary({ standing, months, formats }: { standing: SkillStanding; months: LevelMonth[]; formats: Formats }) {
  const seen = months.map((month) => month.seen);
  return (
    <span className="flex flex-wrap items-center justify-between gap-x-4 py-1">
      <span>
        <span className="font-medium">{standing.skill}</span>
        {standing.critical ? <span className="text-caption text-ink-2"> · critical</span> : null}
        {standing.isNeeded ? null : <span className="text-caption text-ink-3"> · not asked by the role</span>}
      </span>
      <span className="flex items-center gap-3 text-table text-ink-2">
        <Sparkline
          values={seen}
          label={`${standing.skill}: mean level by month, ${seen.filter((value) => value !== null).length} months seen`}
        />
        <span>
          {skillStateWords[standing.state].label}, {levelText(formats, standing)}
        </span>
      </span>
    </span>
  );
}

const partNames = { independent: "Independent", accurate: "Accurate", consistent: "Consistent" } as const;

function Detail({ standing, formats, whose }: { standing: SkillStanding; formats: Formats; whose: string }) {
  const day = (text: string | null) => (text ? formats.date(text) : "never");
  const part = (name: keyof typeof partNames) => {
    const { yes, known } = standing.parts[name];
    return known === 0 ? "nobody said" : `${formats.number(yes)} of ${formats.number(known)} times`;
  };
  const seenBy = standing.sources.map(({ source, level, ratings, on }) => [
    witnessWords[source],
    `${formats.number(level, { decimals: 1 })} from ${ratings === 1 ? "1 rating" : `${formats.number(ratings)} ratings`}, last on ${formats.date(on)}`,
  ]);
  return (
    <DefinitionList
      items={[
        ["State", skillStateWords[standing.state].means],
        ...(standing.agree === false ? ([["Sources", "They disagree: look at a case together"]] as const) : []),
        ...seenBy.map(([term = "", meaning]) => [term, meaning] as const),
        ...(seenBy.length === 0 ? ([["Seen", "Nobody has seen it at work yet"]] as const) : []),
        [
          "Own view",
          standing.own
            ? `${formats.number(standing.own.level, { decimals: 1 })} on ${formats.date(standing.own.on)}; kept apart, never counted as seen`
            : "none",
        ],
        ...Object.entries(partNames).map(([name, label]) => [label, part(name as keyof typeof partNames)] as const),
        ["Certified", day(standing.certifiedOn)],
        ["Practised", standing.simulatedOn ? `in a simulation on ${formats.date(standing.simulatedOn)}` : "never"],
        ...(standing.heldSince ? ([["Held since", formats.date(standing.heldSince)]] as const) : []),
        [
          "Worth today",
          `${formats.number(standing.strength, { decimals: 1 })} fresh ratings: ${whose} evidence counts half after each half-life of the skill`,
        ],
      ]}
    />
  );
}
