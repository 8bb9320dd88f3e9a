import { IntervalPlot } from "@/components/charts/interval-plot";
import { pText } from "@/components/initiatives/p-text";
import { AwaitsData } from "@/components/shell/awaits-data";
import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { Section } from "@/components/ui/section";
import { Empty, Withheld } from "@/components/ui/states";
import type { Cell, Row } from "@/components/ui/table-types";
import type { Viewer } from "@/lib/access/viewer";
import type { Growth } from "@/lib/compare/growth";
import type { LearningKind } from "@/lib/compare/skill-window";
import type { Formats } from "@/lib/format/formats";
import { missingText } from "@/lib/scorecard/figure-text";
import type { FigureState } from "@/lib/scorecard/scorecard";
import { AdjustedSection } from "./adjusted-section";
import { ClaimLists } from "./claim-lists";
import { SelfSelected } from "./self-selected";
import { withheldWords } from "./withheld-words";

const unit = "levels a quarter";
const names: Record<LearningKind, string> = {
  flow: "In the flow of work",
  traditional: "At a destination only",
  none: "No learning",
};

/** Growth in skill by how people learned, and by skill. */
export function GrowthView({ found, roles, formats }: { found: Growth; roles: Viewer["roles"]; formats: Formats }) {
  if (found.kind === "empty")
    return (
      <AwaitsData roles={roles} title="There is nothing to show yet">
        It takes observations.csv and learning_events.csv.
      </AwaitsData>
    );
  if (found.kind === "withheld")
    return (
      <Withheld minimum={found.minimum} why={`The people of this scope: ${withheldWords(found.why, found.minimum)}`} />
    );
  const { claim, groups, pairs, skills, adjusted, window } = found;
  if (skills.length === 0 && groups.every(({ growth, self }) => growth.kind === "no-data" && self.kind === "no-data"))
    return (
      <Empty title="Nobody's growth is known yet">
        It takes ratings of the same skill in two months or more (observations.csv). {found.scope} has none in the year
        shown.
      </Empty>
    );
  const from = formats.month(window.start);
  const until = formats.month(new Date(Date.parse(window.end) - 86_400_000));
  const figure = (state: FigureState): Cell => {
    if (state.kind !== "figure") return { text: missingText(formats, state) || "No data", sort: null };
    const interval = state.interval ? ` ${formats.interval(state.interval, "levels")}` : "";
    return { text: `${formats.number(state.value, { decimals: 2, signed: true })}${interval}`, sort: state.value };
  };
  const counted = (state: FigureState): Cell =>
    state.kind === "figure" ? { text: formats.number(state.people), sort: state.people } : null;
  const rows: Row[] = groups.map((group) => ({
    id: group.kind,
    cells: {
      group: names[group.kind],
      rated: counted(group.growth),
      growth: figure(group.growth),
      self: figure(group.self),
    },
  }));
  const drawn = pairs.map(({ kinds: [one, other], estimate, adjustedP }) => ({
    label: `${names[one]} less ${names[other].toLowerCase()}`,
    value: estimate.kind === "estimate" ? estimate.estimate : null,
    interval: estimate.kind === "estimate" ? estimate.interval : undefined,
    text:
      estimate.kind === "estimate"
        ? `${formats.effect(estimate.estimate, estimate.interval, "levels")}${adjustedP === null ? "" : `, p ${pText(adjustedP)}`}`
        : "Cannot be estimated",
  }));
  const bySkill: Row[] = skills.map((row) => ({
    id: row.skill,
    cells: {
      skill: row.skill,
      flow: figure(row.flow),
      nflow: counted(row.flow),
      traditional: figure(row.traditional),
      ntraditional: counted(row.traditional),
      none: figure(row.none),
      difference:
        row.difference?.kind === "estimate"
          ? {
              text: `${formats.number(row.difference.estimate, { decimals: 2, signed: true })} ${formats.interval(row.difference.interval, "levels")}`,
              sort: row.difference.estimate,
            }
          : null,
      p: row.adjustedP === null ? null : { text: pText(row.adjustedP), sort: row.adjustedP },
    },
  }));
  return (
    <>
      <Section title="In words">
        <p className="mb-2">
          <GradeMark grade={claim.grade} />
        </p>
        <p className="max-w-prose text-lead" data-testid="growth-answer">
          {claim.sentence}
        </p>
        <SelfSelected>{claim.because[0] ?? ""}</SelfSelected>
      </Section>
      <Section
        title="Levels gained a quarter"
        id="growth"
        lead={`${found.scope}, ${from} to ${until}. Each behaviour others rated in two months or more counts: its last level less its first, over the quarters between; sums over people, so that every quarter between ratings weighs the same.`}
      >
        <DataTable
          id="learned"
          caption="Growth by how people learned"
          hideCaption
          csv="growth-by-learning.csv"
          filter={false}
          columns={[
            { id: "group", header: "How a skill was learned" },
            { id: "rated", header: "People", align: "end", wide: true },
            { id: "growth", header: "Levels a quarter (95% interval)", align: "end" },
            { id: "self", header: "By their own rating", align: "end", wide: true },
          ]}
          rows={rows}
        />
        <ul className="mt-3 mb-6 max-w-prose list-disc pl-4 text-caption text-ink-3">
          <li>
            In the flow of work: from the first rating of a skill on and before the last, the person used an activity of
            that skill delivered in the flow, at a destination too or not.
          </li>
          <li>At a destination only: an activity of that skill delivered at a destination, and none in the flow.</li>
          <li>
            No learning: no activity that names that skill. Whoever used only activities whose delivery nobody recorded
            is in none of the three.
          </li>
          <li>A person may learn one skill in one way and another in another: the intervals take that into account.</li>
          <li>
            Levels are those managers, peers and systems gave. What people say of themselves stands apart and is not
            compared.
          </li>
        </ul>
        {drawn.length > 0 ? (
          <IntervalPlot
            caption={`Differences in levels a quarter (linearised, people on both sides taken into account${pairs.length > 1 ? "; p adjusted by Holm" : ""})`}
            columns={["Pair", "Difference (95% interval)"]}
            csv="growth-differences.csv"
            rows={drawn}
          />
        ) : null}
        {adjusted ? (
          <AdjustedSection
            adjusted={adjusted}
            unit="levels"
            groups={[
              { name: "a", title: `skills learned ${names[pairs[0]?.kinds[0] ?? "flow"].toLowerCase()}` },
              { name: "b", title: `skills learned ${names[pairs[0]?.kinds[1] ?? "traditional"].toLowerCase()}` },
            ]}
            formats={formats}
            note="Only skills learned in both ways by several people are in it."
          />
        ) : null}
      </Section>
      <Section
        title="By skill"
        id="skills"
        lead="In the flow against at a destination only, skill by skill. With many skills some differ by chance: p values are Benjamini-Hochberg adjusted."
      >
        <DataTable
          id="skills"
          caption={`Growth by skill, in ${unit}`}
          hideCaption
          csv="growth-by-skill.csv"
          columns={[
            { id: "skill", header: "Skill" },
            { id: "flow", header: "In the flow", align: "end" },
            { id: "nflow", header: "n", align: "end", wide: true },
            { id: "traditional", header: "Destination only", align: "end" },
            { id: "ntraditional", header: "n", align: "end", wide: true },
            { id: "none", header: "No learning", align: "end", wide: true },
            { id: "difference", header: "Difference", align: "end", wide: true },
            { id: "p", header: "p adjusted", align: "end", wide: true },
          ]}
          rows={bySkill}
          empty={
            <Empty title="No skill was rated twice">A growth needs ratings by others in two months or more.</Empty>
          }
        />
      </Section>
      <Section title="How far this carries" id="claim">
        <ClaimLists claim={claim} />
      </Section>
    </>
  );
}
